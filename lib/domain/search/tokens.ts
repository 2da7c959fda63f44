/** The words of a text as the index has them, with where each stands in it: for ranking, and for marking what was found. */
import { fold, indexed, runsOf, WORD } from '../repeats/fold'
import { stem } from '../repeats/stem'
import type { Phrase } from './sought'

export interface Token {
  /** Folded. */
  word: string
  /** Its English stem, or the word itself. */
  stem: string
  start: number
  end: number
}

/** The index stems only words of a to z; the others are found as they are. */
export const indexStem = (word: string): string => (/^[a-z]+$/.test(word) ? stem(word) : word)

/** The words of a text in order; letters of scripts without spaces stand one by one. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    let start = index
    for (const { run, apart } of runsOf(found))
      for (const part of apart ? run : [run]) {
        // One written word may be two to the index, as “½” is: the first of them stands for it.
        const [word = ''] = indexed(part)
        if (word !== '')
          tokens.push({
            word: apart ? word : fold(part),
            stem: indexStem(word),
            start,
            end: start + part.length,
          })
        start += part.length
      }
  }
  return tokens
}

/** A phrase as it is compared with tokens. */
export interface Asked {
  words: { word: string; stem: string }[]
  prefix: boolean
  /** Stems of what the last word may become. */
  ends: string[]
}

export const askedOf = (phrases: readonly Phrase[]): Asked[] =>
  phrases.map(({ words, prefix = false, ends = [] }) => ({
    words: indexed(words).map((word) => ({ word, stem: indexStem(word) })),
    prefix,
    ends: ends.map(indexStem),
  }))

/** Whether the phrase stands in the text from a token on. */
export const standsAt = (tokens: readonly Token[], at: number, { words, prefix, ends }: Asked): boolean =>
  words.every(({ word, stem }, i) => {
    const token = tokens[at + i]
    if (!token) return false
    if (token.stem === stem) return true
    if (!prefix || i < words.length - 1) return false
    return token.word.startsWith(word) || token.stem.startsWith(stem) || ends.includes(token.stem)
  })
