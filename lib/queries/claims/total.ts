import type { Reader } from '../../db/client'
import { rowsOf } from '../../db/rows'
import type { Total } from '../views'
import { countSql } from './counting/among'
import { readCounters, totalOfSums } from './counting/counters'
import { entryOf, meeting, readSample, rounded } from './counting/estimate'
import { totalPlan } from './counting/plan'
import { selectionOf } from './counting/selection'
import { type Sizes, sizesOf } from './counting/sizes'
import type { Condition } from './where'

/** Counted one by one up to here; beyond it a reader learns no more from the digits (design.md §6). */
export const EXACT_UP_TO = 10_000

/** Claims that are looked at to count those that match; beyond, a rare match is estimated too: a tenth of a second. */
const MOST_LOOKED_AT = 20_000

/** An estimate from fewer claims of the sample may be wrong by more than half. */
const ENOUGH = 30

const counted = async (reader: Reader, all: readonly Condition[], sizes: Sizes): Promise<number> => {
  const conditions = sizes.bounded(all)
  const first = sizes.least(conditions)?.condition ?? null
  const [row] = await rowsOf<{ n: number | bigint }>(reader, countSql(first, conditions, EXACT_UP_TO + 1))
  return Number(row?.n ?? 0)
}

/**
 * How many claims match: from the counters where they serve, else counted up to EXACT_UP_TO, else estimated from the
 * sample.
 * @param conditions all but a search
 */
export const totalOf = async (
  reader: Reader,
  conditions: readonly Condition[],
  known: Sizes | null = null,
): Promise<Total> => {
  const selection = selectionOf(conditions)
  // Without dates the plan needs to know of no years.
  const early = selection.years ? null : totalPlan(selection, { years: [], spans: [] })
  if (early) return { n: totalOfSums(await readCounters(reader, early)), exact: true }
  const sizes = known ?? (await sizesOf(reader, conditions))
  const plan = totalPlan(selection, sizes.known)
  if (plan) return { n: totalOfSums(await readCounters(reader, plan)), exact: true }
  const least = sizes.least(conditions)?.n ?? sizes.claims
  if (least <= EXACT_UP_TO) return { n: await counted(reader, conditions, sizes), exact: true }
  const sample = await readSample(reader, entryOf(conditions, sizes))
  const seen = meeting(sample, conditions).length
  const estimate = { n: Math.max(1, rounded(seen * sample.weight, seen)), exact: false }
  if (least > MOST_LOOKED_AT || (seen >= ENOUGH && estimate.n > 2 * EXACT_UP_TO)) return estimate
  const n = await counted(reader, conditions, sizes)
  return n > EXACT_UP_TO ? { n: Math.max(EXACT_UP_TO, estimate.n), exact: false } : { n, exact: true }
}
