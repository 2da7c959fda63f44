/**
 * The one declared map from a public filter key to what it means in the database. Nothing outside it reaches SQL, and
 * every value is bound. The text is the same on both databases.
 */
import { Prisma } from '../../db/generated/sqlite/client'
import { parseEdtf, UNKNOWN_DAY } from '../../domain/edtf'
import type { ClaimQuery } from '../../domain/query'
import { UNSUPPORTED_STATUSES } from '../../domain/sourcing/types'
import type { QueryNames } from './names'

export type FilterKey =
  | 'speaker'
  | 'status'
  | 'family'
  | 'act'
  | 'basis'
  | 'topic'
  | 'source'
  | 'flag'
  | 'date'
  | 'q'

/** A condition on one claim: values of a column, a range of dates, or values of a facet. */
export type Condition =
  | { key: FilterKey; column: string; values: string[] }
  | { key: 'topic' | 'source' | 'flag'; facet: string; values: string[] }
  /** `first`: no claim that overlaps the range begins earlier, where that is known. */
  | { key: 'date'; from: number | null; to: number | null; first?: number }
  /** A search: its SQL is the database's own (lib/db/search). `table`: "Claim" c, read in the order of the search. */
  | { key: 'q'; sql: Prisma.Sql; table: Prisma.Sql }

const ids = (map: Map<string, { id: string }>): string[] => [
  ...new Set([...map.values()].map(({ id }) => id)),
]

/** `unsupported` stands for the four statuses that the rules name. */
export const statusesOf = (query: ClaimQuery): string[] => [
  ...new Set(query.status.flatMap((s) => (s === 'unsupported' ? [...UNSUPPORTED_STATUSES] : [s]))),
]

const day = (edtf: string | undefined, end: 'from' | 'to'): number | null => {
  const date = edtf ? parseEdtf(edtf) : null
  return date?.ok ? date[end] : null
}

/**
 * The conditions of a query. An address that stands for nothing is not among them: it was dropped and is said on
 * the page (design.md §4, rule 6), so it must not turn a list empty.
 */
export const conditionsOf = (query: ClaimQuery, names: QueryNames): Condition[] => {
  const conditions: Condition[] = [
    { key: 'speaker', column: 'speakerId', values: ids(names.speakers) },
    { key: 'status', column: 'shownStatus', values: statusesOf(query) },
    { key: 'family', column: 'family', values: query.family },
    { key: 'act', column: 'speechAct', values: query.act },
    { key: 'basis', column: 'basis', values: query.basis },
    { key: 'topic', facet: 'topic', values: ids(names.topics) },
    { key: 'source', facet: 'source', values: ids(names.sources) },
    { key: 'flag', facet: 'flag', values: query.flag },
  ]
  const from = day(query.from, 'from')
  const to = day(query.to, 'to')
  return [
    ...conditions.filter((c) => 'values' in c && c.values.length > 0),
    ...(from !== null || to !== null ? [{ key: 'date' as const, from, to }] : []),
  ]
}

const isUnsupported = (values: string[]) =>
  values.length === UNSUPPORTED_STATUSES.length && UNSUPPORTED_STATUSES.every((s) => values.includes(s))

const oneOf = (column: Prisma.Sql, values: string[]): Prisma.Sql =>
  values.length === 1
    ? Prisma.sql`${column} = ${values[0]}`
    : Prisma.sql`${column} IN (${Prisma.join(values)})`

/** A condition as SQL over "Claim" c. */
export const conditionSql = (condition: Condition): Prisma.Sql => {
  if ('sql' in condition) return condition.sql
  if (condition.key === 'date' && 'from' in condition) {
    const parts = [Prisma.sql`c."saidFrom" >= ${condition.first ?? UNKNOWN_DAY + 1}`]
    if (condition.from !== null) parts.push(Prisma.sql`c."saidTo" >= ${condition.from}`)
    if (condition.to !== null) parts.push(Prisma.sql`c."saidFrom" <= ${condition.to}`)
    return Prisma.join(parts, ' AND ')
  }
  if ('facet' in condition)
    return Prisma.sql`EXISTS (SELECT 1 FROM "ClaimFacet" f WHERE f."claimId" = c."id" AND f."kind" = ${condition.facet}
      AND ${oneOf(Prisma.sql`f."value"`, condition.values)})`
  if (!('column' in condition)) throw new Error('A condition must be a date, a facet or a column.')
  // The four unsupported statuses are one family: one equality, which an index serves in order.
  if (condition.key === 'status' && isUnsupported(condition.values))
    return Prisma.sql`c."family" = 'unsupported'`
  return oneOf(Prisma.raw(`c."${condition.column}"`), condition.values)
}

/** All of a query's conditions, on the public shelf. */
export const whereSql = (conditions: readonly Condition[]): Prisma.Sql =>
  Prisma.join([Prisma.sql`c."shelf" = 'public'`, ...conditions.map(conditionSql)], ' AND ')
