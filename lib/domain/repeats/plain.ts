/** What a post says, without what comes with posts: links, and the signature's date; tags and handles become words. */

/** Links that say that they are, even when glued to a word. */
const LINKS = /(?:https?:\/\/|pic\.twitter\.com\/|\bwww\.)\S*/gi
const BARE_LINKS = /\b(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*/gi

/** The signature that embedded posts end with, "— Name (@name) January 6, 2020": all after the handle is its date. */
const DATE = /(\(@[\p{L}\p{N}_]+\))\s+[^()]{0,24}\p{Nd}{4}[^()]{0,12}$/u
/** The same where somebody took the handle out. */
const DATE_ALONE = /([—–]\s*[^—–]{0,80}?)\p{L}{3,12}\.? \d{1,2}, \d{4}\s*$/u

const TAG = /[@#＠＃]([\p{L}\p{N}\p{M}_]+)/gu

/** "DefundTheBBC2019" → "Defund The BBC 2019" */
const split = (tag: string): string =>
  tag
    .replaceAll('_', ' ')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu, ' ')

/** @returns the text that is compared; what was written where nothing else is left of it */
export const plainText = (text: string): string => {
  if (!/[@#＠＃—–/.]/.test(text)) return text
  const plain = text
    .replace(DATE, '$1')
    .replace(DATE_ALONE, '$1')
    .replace(LINKS, ' ')
    .replace(BARE_LINKS, ' ')
    .replace(TAG, (_, tag: string) => ` ${split(tag)} `)
  return /[\p{L}\p{N}]/u.test(plain) ? plain : text
}
