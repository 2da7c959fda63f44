/** Markup in other people's cells. */
import { decodeHTML } from 'entities'

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi
const HIDDEN = /<(script|style)\b/i
const BLOCK = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/gi
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i

/**
 * Text without scripts and styles; one that is never closed hides all that follows. Each part of the text is looked at
 * once, however many begin in it.
 */
const shownOnly = (text: string): string => {
  const shown: string[] = []
  let rest = text
  for (let found = HIDDEN.exec(rest); found; found = HIDDEN.exec(rest)) {
    shown.push(rest.slice(0, found.index))
    const end = new RegExp(`</${found[1]}>`, 'i').exec(rest.slice(found.index))
    rest = end ? rest.slice(found.index + end.index + end[0].length) : ''
  }
  return [...shown, rest].join(' ')
}

/** Text without markup: tags go, what they hold stays, scripts and styles apart; entities become letters. */
export const withoutMarkup = (text: string): string => {
  const untagged = /<[a-z/]/i.test(text) ? shownOnly(text).replace(BLOCK, '\n').replace(TAG, '') : text
  return ENTITY.test(untagged) ? decodeHTML(untagged) : untagged
}
