/** Which way a text is written, and how a name of the other way stands in it. */

/** Scripts that are written from right to left, by their names in Unicode. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Their codes (ISO 15924), as a locale is filled up with them. */
const SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo']

export type Direction = 'ltr' | 'rtl'

/** The direction of a language: `ar-u-nu-latn` is written from right to left. */
export const directionOf = (locale: string): Direction =>
  SCRIPTS.includes(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr'

/** The direction of a text: that of its first letter (Unicode Bidirectional Algorithm, P2); null where it has none. */
export const directionOfText = (text: string): Direction | null => {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? null : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/**
 * A name to be put into a sentence: between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it is written the
 * other way, so that it does not move the punctuation and numbers beside it; else as it is.
 */
export const isolated = (name: string, locale: string): string => {
  const own = directionOfText(name)
  return own === null || own === directionOf(locale) ? name : `\u2068${name}\u2069`
}
