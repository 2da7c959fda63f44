import type { Sought } from '../../domain/search/sought'
import type { Reader } from '../client'
import type { Range } from './index'

export const NAMED = ['speaker', 'source', 'topic'] as const
export type Named = (typeof NAMED)[number]

/** A name by which a record was found: the one it has, one it goes by besides, or one it had. */
export interface FoundName {
  /** Of the record that stands for it now, where it was merged into another. */
  id: string
  role: 'name' | 'alias' | 'former'
  name: string
}

export interface NameIndex {
  /** Names with what is sought, those of the records with most claims first. */
  named(reader: Reader, kind: Named, sought: Sought, range: Range): Promise<FoundName[]>
  /** Names of public records that share letters with a word, those that share most first. */
  alike(reader: Reader, word: string, limit: number): Promise<string[]>
  /** Which of these words, folded, some public claim has. */
  present(reader: Reader, words: readonly string[]): Promise<string[]>
}

/** The parts of three letters of a word, with the spaces around it. */
export const trigramsOf = (word: string): string[] => {
  const letters = [...` ${word} `]
  return [...new Set(letters.slice(2).map((letter, i) => `${letters[i]}${letters[i + 1]}${letter}`))]
}

/** Where names are looked for, and the columns of what is named: a source has a title. */
export const TABLE = { speaker: 'Speaker', source: 'Source', topic: 'Topic' } as const
