/** Reading the maintained counters: as many sums as a page needs, in one statement. */
import type { Reader } from '../../../db/client'
import { Prisma } from '../../../db/generated/sqlite/client'
import { rowsOf } from '../../../db/rows'
import type { Status } from '../../../domain/sourcing/types'

/** A sum of counters, by one of their columns. */
export interface Ask {
  within: readonly string[]
  facet: string
  /** Left out: all values. */
  values?: readonly string[]
  statuses: readonly Status[] | null
  by: 'within' | 'value' | 'status'
}

const oneOf = (column: string, values: readonly string[]): Prisma.Sql =>
  values.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`${Prisma.raw(`"${column}"`)} IN (${Prisma.join([...values])})`

const askSql = ({ within, facet, values, statuses, by }: Ask, place: number): Prisma.Sql => {
  const parts = [oneOf('within', within), Prisma.sql`"facet" = ${facet}`]
  if (values) parts.push(oneOf('value', values))
  if (statuses) parts.push(oneOf('status', statuses))
  const key = Prisma.raw(`"${by}"`)
  return Prisma.sql`SELECT ${Prisma.raw(String(place))} AS ask, ${key} AS name, SUM("n") AS n
    FROM "ClaimCount" WHERE ${Prisma.join(parts, ' AND ')} GROUP BY ${key}`
}

/** The statement that reads sums of counters. */
export const countersSql = (asks: readonly Ask[]): Prisma.Sql => Prisma.join(asks.map(askSql), ' UNION ALL ')

export type Sums = Map<string, number>

/** What was asked for, in the same order; sums of nothing are left out. */
export const readCounters = async (reader: Reader, asks: readonly Ask[]): Promise<Sums[]> => {
  const sums = asks.map((): Sums => new Map())
  if (asks.length === 0) return sums
  const rows = await rowsOf<{ ask: number | bigint; name: string; n: number | bigint }>(
    reader,
    countersSql(asks),
  )
  for (const { ask, name, n } of rows) if (Number(n) > 0) sums[Number(ask)]?.set(name, Number(n))
  return sums
}

/** How much sums are in all. */
export const totalOfSums = (sums: readonly Sums[]): number =>
  sums.reduce((all, some) => [...some.values()].reduce((sum, n) => sum + n, all), 0)
