/**
 * The order of what a search found. All of it has every word, so what tells is where and how: in the statement rather
 * than in the quote, as it was typed rather than by its stem, beside one another in that order, and in a short text.
 * It is computed here so that both databases give the same order, and only over a bounded number of claims: BM25 reads
 * every claim that has a word, and over a very common one took 277 ms at a million.
 */
import type { Sought } from './sought'
import { type Asked, askedOf, standsAt, type Token, tokensOf } from './tokens'

export interface Rankable {
  statement: string
  quote: string | null
}

/** A quote is the apparatus of a statement. */
const QUOTE = 0.6
/** Found by its stem or its beginning only. */
const BY_STEM = 0.75
/** All words beside one another as they were typed count as much as this many words. */
const TOGETHER = 1
/** Words of a statement of middle length; one twice as long has half the weight. */
const LENGTH = 20

const placesOf = (tokens: readonly Token[], asked: Asked): number[] =>
  tokens.flatMap((_, at) => (standsAt(tokens, at, asked) ? [at] : []))

const asTyped = (tokens: readonly Token[], at: number, { words }: Asked): boolean =>
  words.every(({ word }, i) => tokens[at + i]?.word === word)

const fieldScore = (text: string, asked: readonly Asked[]): number => {
  const tokens = tokensOf(text)
  const places = asked.map((phrase) => placesOf(tokens, phrase))
  const found = asked.reduce((sum, phrase, i) => {
    const at = places[i] ?? []
    return sum + (at.length === 0 ? 0 : at.some((place) => asTyped(tokens, place, phrase)) ? 1 : BY_STEM)
  }, 0)
  const beside = asked.slice(1).filter((_, i) => {
    const length = asked[i]?.words.length ?? 0
    return places[i]?.some((at) => places[i + 1]?.includes(at + length))
  })
  const together = asked.length > 1 ? (TOGETHER * beside.length) / (asked.length - 1) : 0
  return (found + together) / (1 + tokens.length / LENGTH)
}

/** The best first; what is equal keeps its order. */
export const ranked = <T extends Rankable>(found: readonly T[], { all }: Sought): T[] => {
  const asked = askedOf(all)
  return found
    .map((text) => {
      const statement = fieldScore(text.statement, asked)
      const quote = text.quote ? QUOTE * fieldScore(text.quote, asked) : 0
      return { text, score: Math.max(statement, quote) + 0.1 * Math.min(statement, quote) }
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)
}
