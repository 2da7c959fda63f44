import type { Reader } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { FAMILIES, STATUSES, type Status } from '../../domain/sourcing/types'
import type { Total } from '../views'
import { type Condition, whereSql } from './where'

/** Counted one by one up to here; beyond it a reader learns no more from the digits (design.md §6). */
export const EXACT_UP_TO = 10_000

/** The counter that holds each filter's values; a key that is missing has none. */
const COUNTER: Partial<Record<Condition['key'], string>> = {
  speaker: 'speaker',
  act: 'act',
  basis: 'basis',
  topic: 'topic',
  source: 'source',
  flag: 'flag',
}
/** A claim has one speaker, act and basis, so their counters add up; it may have several topics, sources and flags. */
const SINGLE = new Set<Condition['key']>(['speaker', 'act', 'basis'])

const wantedStatuses = (conditions: readonly Condition[]): Status[] =>
  STATUSES.filter((status) =>
    conditions.every((c) => {
      if (!('values' in c)) return true
      if (c.key === 'status') return c.values.includes(status)
      if (c.key === 'family') return c.values.includes(FAMILIES[status])
      return true
    }),
  )

/** The counters that answer a query exactly, or null where none do. */
export const counterFor = (
  conditions: readonly Condition[],
): { facet: string; values: string[]; statuses: Status[] } | null => {
  const others = conditions.filter((c) => c.key !== 'status' && c.key !== 'family')
  const statuses = wantedStatuses(conditions)
  const [only] = others
  if (!only) return { facet: 'all', values: [''], statuses }
  if (others.length > 1 || !('values' in only)) return null
  const facet = COUNTER[only.key]
  if (!facet || (only.values.length > 1 && !SINGLE.has(only.key))) return null
  return { facet, values: only.values, statuses }
}

/** How many claims match: from the counters where they serve, else counted up to EXACT_UP_TO. */
export const totalOf = async (reader: Reader, conditions: readonly Condition[]): Promise<Total> => {
  const counter = counterFor(conditions)
  if (counter) {
    const { _sum } = await reader.claimCount.aggregate({
      where: { facet: counter.facet, value: { in: counter.values }, status: { in: counter.statuses } },
      _sum: { n: true },
    })
    return { n: _sum.n ?? 0, exact: true }
  }
  const [row] = await reader.$queryRaw<{ n: number | bigint }[]>`SELECT count(*) AS n FROM
    (SELECT 1 FROM "Claim" c WHERE ${whereSql(conditions)} LIMIT ${EXACT_UP_TO + 1}) AS found`
  const n = Number(row?.n ?? 0)
  return n > EXACT_UP_TO ? { n: EXACT_UP_TO, exact: false } : { n, exact: true }
}
