/** Which words of a statement are looked up, so that a ledger of any size answers in about the same time. */

import { wordsOf } from './fold'
import { plainText } from './plain'
import { isCut, stem } from './stem'

/** Words of one statement that are looked up at all; more are only in texts that say many things. */
const MOST_TERMS = 120
/** Claims that the words looked up may have together: a tenth of a large ledger, added up in some 10 ms. */
const POSTINGS = 10_000

/** A text is read no further than a statement and a quote go. */
export const MOST_READ = 5_000

/** One word of a statement as it is looked up, and its stem; words with the same stem are one term. */
export interface Term {
  words: string
  /** The index has it with any ending. */
  prefix: boolean
  stem: string
}

/** What is looked for: claims that have all of some words, and what that weighs, in whole numbers: they add up to the
 * same in any order. */
export interface Wanted {
  terms: Term[]
  weight: number
}

/** How common words are: in how many claims of how many each stem is. */
export interface Commonness {
  claims: number
  counts: ReadonlyMap<string, number>
}

/** What a word tells: the fewer claims have it, the more. The form that BM25 uses, which is never negative. */
export const informs = (claims: number, count: number): number =>
  Math.log(1 + (Math.max(claims - count, 0) + 0.5) / (count + 0.5))

/** The terms of a text, each once. A tag that was split is looked up whole besides, as the index has it. */
export const termsOf = (text: string): Term[] => {
  const terms = new Map<string, Term>()
  const read = text.slice(0, MOST_READ)
  for (const word of [...wordsOf(plainText(read)), ...tagsOf(read)]) {
    const key = stem(word)
    const prefix = isCut(word, key)
    if (!terms.has(key)) terms.set(key, { words: prefix ? key : word, prefix, stem: key })
    if (terms.size === MOST_TERMS) break
  }
  return [...terms.values()]
}

const tagsOf = (text: string): string[] =>
  [...text.matchAll(/[@#]([\p{L}\p{N}\p{M}]+)/gu)].flatMap(([, tag = '']) => wordsOf(tag))

/**
 * The rarest words as far as the claims that have them are few enough to add up. Where even the rarest is too common,
 * only claims that have all of them are looked for.
 */
export const wantedOf = (terms: readonly Term[], { claims, counts }: Commonness): Wanted[] => {
  const found = terms.flatMap((term) => {
    const count = counts.get(term.stem) ?? 0
    return count > 0 ? [{ term, count, weight: Math.round(informs(claims, count) * 1_000) }] : []
  })
  found.sort((a, b) => a.count - b.count)
  let left = POSTINGS
  const wanted: Wanted[] = []
  for (const { term, count, weight } of found) {
    left -= count
    if (left < 0) break
    wanted.push({ terms: [term], weight })
  }
  if (wanted.length > 0 || found.length === 0) return wanted
  return [{ terms: found.map(({ term }) => term), weight: 1 }]
}
