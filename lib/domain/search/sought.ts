/**
 * What is typed into a search box, as words and phrases. There is no query language that could be written wrong:
 * “a phrase” in quotation marks of any kind, -word and -"a phrase" for what must not be there, and everything else is
 * words, whatever signs stand between them.
 */
import { indexed } from '../repeats/fold'
import { endingsOf } from './endings'

/** Words that follow one another, as they were typed. */
export interface Phrase {
  words: string
  /** The last word may go on. */
  prefix?: boolean
  /** Words that the last one may become, whose stem it does not begin: `corruption` for `corruptio`. */
  ends?: string[]
}

/** The phrase as it is, and with each of the words that its last may become. */
export const readingsOf = (phrase: Phrase): Phrase[] => {
  const before = indexed(phrase.words).slice(0, -1)
  return [
    { words: phrase.words, ...(phrase.prefix ? { prefix: true } : {}) },
    ...(phrase.ends ?? []).map((end) => ({ words: [...before, end].join(' ') })),
  ]
}

/** What a text must have, and what it must not. */
export interface Sought {
  all: Phrase[]
  none: Phrase[]
}

/** Longer than anything that is typed; a pasted text is cut. */
export const MOST_TYPED = 200
/** Words and phrases that are looked for; each one more makes a search slower and finds less. */
const MOST_PHRASES = 16
/** A word that is longer is in no index. */
const MOST_WORD = 100

/** What is typed in its one form, as an address has it: well formed, single spaces, none at the ends, cut. */
export const soughtText = (typed: string): string =>
  [...typed.toWellFormed().slice(0, 4 * MOST_TYPED)]
    .slice(0, MOST_TYPED)
    .join('')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/gu, (sign) => (JOINERS.has(sign) ? sign : ' '))
    .replace(/\s+/gu, ' ')
    .trim()

/** Signs without a shape that belong to words of some scripts, and to emoji. */
const JOINERS = new Set(['\u200C', '\u200D'])

/** A phrase from a quotation mark to the next (or to the end, while it is being typed), or what stands between spaces. */
const PART = /([-−])?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/gu

const goingOn = (words: string): Phrase => {
  const ends = endingsOf(indexed(words).at(-1) ?? '')
  return ends.length > 0 ? { words, prefix: true, ends } : { words, prefix: true }
}

/**
 * Never throws, and what it gives is never refused by a database.
 * @param typing the last word is still being typed: it is looked for as a beginning too
 */
export const soughtIn = (typed: string, typing = false): Sought => {
  const text = soughtText(typed)
  const sought: Sought = { all: [], none: [] }
  // What the text ends with, as long as no space and no quotation mark has ended it.
  const open = /[\s"“”„«»]$/u.test(typed) ? null : [...text.matchAll(PART)].at(-1)?.[0]
  for (const [part, minus, phrase, word = ''] of text.matchAll(PART)) {
    const words = phrase ?? word
    const each = indexed(words)
    if (each.length === 0 || each.some((one) => one.length > MOST_WORD)) continue
    if (sought.all.length + sought.none.length === MOST_PHRASES) break
    const goesOn = typing && !minus && part === open
    sought[minus ? 'none' : 'all'].push(goesOn ? goingOn(words) : { words })
  }
  return sought
}

/** Whether there is anything to look for: what must not be there alone finds nothing. */
export const isSought = ({ all }: Sought): boolean => all.length > 0

/** Typed as it is, it would be words beside one another: the phrase that all words together make, where several do. */
export const asPhrase = ({ all, none }: Sought): Sought | null => {
  const last = all.at(-1)
  if (all.length < 2 || !last) return null
  const words = all.map((phrase) => phrase.words).join(' ')
  return { all: [{ ...last, words }], none }
}
