/**
 * How alike a statement and claims are. Two signals, since each misses what the other sees: BM25 over word stems, which
 * weighs a word by how few claims have it, and the cosine of letter trigrams, weighed by their words, which sees other
 * endings, spellings and parts of compounds. Both are shares between 0 and 1; the score is their geometric mean with
 * the words counted twice, because words tell claims apart better than letters do.
 */
import { indexed, wordsOf } from './fold'
import { plainText } from './plain'
import { type SharedWords, sharedWords } from './shared'
import { stem } from './stem'
import { type Commonness, informs, MOST_READ } from './terms'
import { Trigrams } from './trigrams'

/** BM25's constants as Robertson and Zaragoza give them, and as FTS5 has them. */
const K1 = 1.2
const B = 0.75
/** Only the same words in the same order score 1. */
const MOST = 0.99

/** Sums that come out alike but for the order of their parts are alike. */
const rounded = (score: number) => Math.round(score * 1e6) / 1e6

/**
 * Measured, not chosen (docs/decisions/0040): of posts whose best claim scored this or more, nearly all repeated it;
 * of those that scored less than the lower mark, fewer than half did.
 */
export const PROBABLE = 0.4
export const POSSIBLE = 0.2

export interface Said {
  statement: string
  quote: string | null
}

export interface Likeness {
  /** From 0, nothing in common, to 1, the same words. */
  score: number
  /** The same words in the same order, whatever their case, accents and punctuation. */
  same: boolean
  shared: SharedWords
}

/** The words of a text in order, as one: the same for texts that differ in case, accents and punctuation only. */
export const lineOf = (text: string | null): string =>
  indexed(plainText((text ?? '').slice(0, MOST_READ))).join(' ')

const readWords = (text: string | null): string[] =>
  text ? wordsOf(plainText(text.slice(0, MOST_READ))) : []

/** BM25 of a text for the asked words. */
const bm25 = (asked: ReadonlyMap<string, number>, text: readonly string[], average: number): number => {
  const counts = new Map<string, number>()
  for (const word of text) if (asked.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const length = K1 * (1 - B + (B * text.length) / average)
  let sum = 0
  for (const [word, n] of counts) sum += ((asked.get(word) ?? 0) * n * (K1 + 1)) / (n + length)
  return sum
}

/** What each word tells; where the index was not asked for it, by how many of the claims at hand have it. */
const telling = (common: Commonness, texts: readonly (readonly string[])[]): ((word: string) => number) => {
  const within = new Map<string, number>()
  for (const stems of texts) for (const word of new Set(stems)) within.set(word, (within.get(word) ?? 0) + 1)
  const claims = Math.max(common.claims, texts.length, 1)
  const known = new Map<string, number>()
  return (word) => {
    let tells = known.get(word)
    if (tells === undefined) {
      const estimate = ((within.get(word) ?? 0) * claims) / Math.max(texts.length, 1)
      known.set(word, (tells = informs(claims, common.counts.get(word) || estimate)))
    }
    return tells
  }
}

/**
 * Compares a statement with claims.
 * @param claims what the index found: those that share most with it. How common a word is that the statement does not
 * have is estimated from them.
 * @returns a likeness for each claim, in their order
 */
export const likenesses = (asked: Said, claims: readonly Said[], common: Commonness): Likeness[] => {
  const words = readWords(asked.quote ? `${asked.statement}\n${asked.quote}` : asked.statement)
  const texts = claims.map(({ statement, quote }) => {
    const parts = [readWords(statement), readWords(quote)]
    return { parts, stems: parts.flat().map(stem) }
  })

  const tells = telling(
    common,
    texts.map(({ stems }) => stems),
  )
  const average = texts.reduce((sum, { stems }) => sum + stems.length, 0) / texts.length || 1
  const stems = words.map(stem)
  const told = new Map(stems.map((word) => [word, tells(word)]))
  // What is said twice is meant more, in the statement as in the claim.
  const times = new Map<string, number>()
  for (const word of stems) times.set(word, (times.get(word) ?? 0) + 1)
  const wanted = new Map([...times].map(([word, n]) => [word, (tells(word) * n * (K1 + 1)) / (n + K1)]))
  const whole = bm25(wanted, stems, average)
  const trigrams = new Trigrams(words, (word) => tells(stem(word)))

  const statement = asked.quote ? readWords(asked.statement) : words
  const line = lineOf(asked.statement)
  // The words of a text are quicker to compare, but leave out what an apostrophe cuts off.
  const isSame = (text: string | null, read: readonly string[] = []) =>
    line !== '' && read.length === statement.length && read[0] === statement[0] && lineOf(text) === line

  return texts.map((text, i) => {
    const claim = claims[i] as Said
    const same = isSame(claim.statement, text.parts[0]) || isSame(claim.quote, text.parts[1])
    const inWords = whole > 0 ? Math.min(1, bm25(wanted, text.stems, average) / whole) : 0
    const inLetters = trigrams.alike(text.parts)
    return {
      score: same ? 1 : Math.min(MOST, rounded(Math.cbrt(inWords ** 2 * inLetters))),
      same,
      shared: () => sharedWords(claim, told),
    }
  })
}
