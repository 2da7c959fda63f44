/** How many claims each condition matches by itself, from the counters: which of them a reading should begin with. */
import type { Reader } from '../../../db/client'
import { yearOf } from '../../../domain/counted'
import type { Condition } from '../where'
import { type Ask, readCounters, type Sums, totalOfSums } from './counters'
import { selectionOf } from './selection'
import { firstDay, type KnownYears, knownYears, overlapping } from './years'

const WHOLE = ['']

export interface Sizes {
  known: KnownYears
  /** All public claims. */
  claims: number
  /** The same conditions, a range of days with the first day on which a claim may begin that reaches into it. */
  bounded(conditions: readonly Condition[]): Condition[]
  /** At most so many claims match a condition. */
  of(condition: Condition): number
  /** The condition that fewest claims match; null where there is none. */
  least(conditions: readonly Condition[]): { condition: Condition; n: number } | null
}

const everything = (facet: string, by: Ask['by'] = 'value'): Ask => ({
  within: WHOLE,
  facet,
  statuses: null,
  by,
})

/** Reads the sizes of a query's conditions, in one statement. */
export const sizesOf = async (reader: Reader, conditions: readonly Condition[]): Promise<Sizes> => {
  const filters = conditions.flatMap((c) =>
    'values' in c && c.key !== 'status' && c.key !== 'family' ? [c] : [],
  )
  const [all, year, span, ...some] = (await readCounters(reader, [
    everything('all', 'status'),
    everything('year'),
    everything('span'),
    ...filters.map(({ key, values }) => ({ ...everything(key), values })),
  ])) as [Sums, Sums, Sums, ...Sums[]]
  const known = knownYears(year, span)
  const sumOf = (sums: Sums, names: readonly string[]) =>
    names.reduce((n, name) => n + (sums.get(name) ?? 0), 0)
  const of = (condition: Condition): number => {
    if ('sql' in condition) return Number.POSITIVE_INFINITY
    if ('from' in condition) {
      const from = condition.from === null ? Number.NEGATIVE_INFINITY : yearOf(condition.from)
      const to = condition.to === null ? Number.POSITIVE_INFINITY : yearOf(condition.to)
      const [begun, reaching] = overlapping(known, { from, to })
      return sumOf(year, begun?.values ?? []) + sumOf(span, reaching?.values ?? [])
    }
    const place = filters.indexOf(condition as (typeof filters)[number])
    return place < 0
      ? sumOf(all, selectionOf([condition]).statuses ?? [])
      : totalOfSums([some[place] ?? new Map()])
  }
  return {
    known,
    claims: totalOfSums([all]),
    bounded: (conditions) =>
      conditions.map((c) => ('from' in c && c.from !== null ? { ...c, first: firstDay(c.from, known) } : c)),
    of,
    least: (among) => {
      let least: { condition: Condition; n: number } | null = null
      for (const condition of among) {
        const n = of(condition)
        if (!least || n < least.n) least = { condition, n }
      }
      return least
    },
  }
}
