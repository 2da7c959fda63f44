/**
 * Full-text search over claims and names: one interface, and a file of SQL for each database (docs/decisions/0040). Both find the
 * same: English words by their stem, all words whatever their case and accents, any part of Chinese, Japanese, Korean
 * and Thai. No word is left out for being common.
 */
import type { Phrase, Sought } from '../../domain/search/sought'
import type { Database, Reader } from '../client'
import type { Prisma } from '../generated/sqlite/client'
import type { NameIndex } from './names'
import { postgresText } from './postgres'
import { postgresNames } from './postgres-names'
import { sqliteText } from './sqlite'
import { sqliteNames } from './sqlite-names'

export type { FoundName, Named, NameIndex } from './names'

export type { Phrase }

/** Claims that have all of some phrases, and what that weighs. */
export interface Wanted {
  terms: readonly Phrase[]
  weight: number
}

export interface Range {
  shelves: readonly string[]
  limit: number
}

export interface FoundText {
  id: string
  statement: string
  quote: string | null
}

export interface TextIndex {
  /** How many claims are indexed, and in about how many of them each phrase is. */
  commonness(reader: Reader, phrases: readonly Phrase[]): Promise<{ claims: number; counts: number[] }>
  /** The claims for which what is wanted adds up to most. */
  heaviest(reader: Reader, wanted: readonly Wanted[], range: Range): Promise<FoundText[]>
  /** The ids of claims that have all phrases, the best first. */
  matching(reader: Reader, phrases: readonly Phrase[], range: Range & { offset?: number }): Promise<string[]>
  /** A condition on "Claim" c: it has what is sought, and is among the claims that a search looks at. */
  among(sought: Sought): Prisma.Sql
  /** "Claim" c as a table of the claims that `among` means, the last recorded first, read no further than asked for. */
  found(sought: Sought): Prisma.Sql
  /** How many claims of those that a search looks at fulfil a condition on "Claim" c; no further than a limit. */
  countUpTo(reader: Reader, sought: Sought, where: Prisma.Sql, limit: number): Promise<number>
  /** Whether more claims have what is sought than a search looks at. */
  exceeds(reader: Reader, sought: Sought): Promise<boolean>
  /** Claims that have what is sought and fulfil a condition on "Claim" c, the last recorded first. */
  newest(reader: Reader, sought: Sought, where: Prisma.Sql, limit: number): Promise<FoundText[]>
}

export const textIndex = ({ kind }: Pick<Database, 'kind'>): TextIndex & NameIndex =>
  kind === 'sqlite' ? { ...sqliteText, ...sqliteNames } : { ...postgresText, ...postgresNames }
