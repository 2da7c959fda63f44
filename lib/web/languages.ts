/** The languages of the interface, and which of them a request asks for. No address depends on it. */
import Negotiator from 'negotiator'

interface Language {
  /** Its own name. */
  name: string
  direction: 'ltr' | 'rtl'
  /** Of its dates, numbers and plurals: day before month; Western digits, as in the addresses. */
  locale: string
}

export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
} as const satisfies Record<string, Language>

export type LanguageCode = keyof typeof LANGUAGES
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as LanguageCode[]

/** Keeps what a reader chose on the foot of a page. */
export const LANGUAGE_COOKIE = 'on-record.language'

export const isLanguage = (code: unknown): code is LanguageCode =>
  LANGUAGE_CODES.includes(code as LanguageCode)

/**
 * @param chosen the cookie
 * @param accepted the header Accept-Language
 * @returns what was chosen; else the best of what the browser accepts; English where it accepts none of them
 */
export const languageOf = (chosen: string | undefined, accepted: string | null): LanguageCode => {
  if (isLanguage(chosen)) return chosen
  const best = new Negotiator({ headers: { 'accept-language': accepted ?? '' } }).language([
    ...LANGUAGE_CODES,
  ])
  return isLanguage(best) ? best : 'en'
}
