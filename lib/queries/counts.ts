import type { Reader } from '../db/client'
import type { StatusCounts } from './views'

/** Public claims by shown status, for several values of one facet, from the maintained counters. */
export const countsBy = async (
  reader: Reader,
  facet: string,
  values: readonly string[],
): Promise<Map<string, StatusCounts>> => {
  const rows = await reader.claimCount.findMany({
    where: { within: '', facet, value: { in: [...values] }, n: { gt: 0 } },
  })
  const counts = new Map<string, StatusCounts>(values.map((value) => [value, {}]))
  for (const { value, status, n } of rows) {
    const of = counts.get(value)
    if (of) of[status] = n
  }
  return counts
}

/** As countsBy, for one value. */
export const countsOf = async (reader: Reader, facet: string, value: string): Promise<StatusCounts> =>
  (await countsBy(reader, facet, [value])).get(value) ?? {}

/** How many claims the counts hold in all. */
export const sumOf = (counts: StatusCounts): number =>
  Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0)
