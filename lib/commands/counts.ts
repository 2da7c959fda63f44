/** The counters of public claims by facet value and shown status; the write that changes a claim changes them. */

import type { Tx } from '../db/client'
import { Prisma } from '../db/generated/sqlite/client'
import { FAMILIES, type Status } from '../domain/sourcing/types'

interface Sum {
  facet: string
  value: string
  status: string
  n: number
}

/** Differences to apply, summed before they are written. */
export class CountDeltas {
  private readonly sums = new Map<string, Sum>()

  add(keys: readonly (readonly [facet: string, value: string])[], status: string, by: number): void {
    for (const [facet, value] of keys) {
      const key = `${facet}\u0000${value}\u0000${status}`
      const sum = this.sums.get(key)
      if (sum) sum.n += by
      else this.sums.set(key, { facet, value, status, n: by })
    }
  }

  /** Those that are not zero, in one order everywhere, so that two writers cannot lock each other out. */
  entries(): Sum[] {
    return [...this.sums.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, sum]) => sum)
      .filter((sum) => sum.n !== 0)
  }
}

/** Rows in one statement: four bound values each, far below the limits of both databases. */
const CHUNK = 2_000

/** The facets whose total stands on the row that it counts, so that lists sort by it through an index. */
const STORED: Record<string, (tx: Tx, id: string, n: number, unsupported: number) => Promise<unknown>> = {
  speaker: (tx, id, n, unsupported) =>
    tx.speaker.updateMany({
      where: { id },
      data: { claimCount: { increment: n }, unsupportedCount: { increment: unsupported } },
    }),
  source: (tx, id, n) => tx.source.updateMany({ where: { id }, data: { claimCount: { increment: n } } }),
  topic: (tx, id, n) => tx.topic.updateMany({ where: { id }, data: { claimCount: { increment: n } } }),
}

/** Adds the differences to the stored counters, and to the totals on speakers, sources and topics. */
export const applyCounts = async (tx: Tx, deltas: CountDeltas): Promise<void> => {
  const entries = deltas.entries()
  for (let start = 0; start < entries.length; start += CHUNK) {
    const values = entries
      .slice(start, start + CHUNK)
      .map((e) => Prisma.sql`(${e.facet}, ${e.value}, ${e.status}, ${e.n})`)
    await tx.$executeRaw`INSERT INTO "ClaimCount" ("facet", "value", "status", "n") VALUES ${Prisma.join(values)}
      ON CONFLICT ("facet", "value", "status") DO UPDATE SET "n" = "ClaimCount"."n" + excluded."n"`
  }
  const totals = new Map<string, { facet: string; value: string; n: number; unsupported: number }>()
  for (const { facet, value, status, n } of entries) {
    if (!Object.hasOwn(STORED, facet)) continue
    const key = `${facet} ${value}`
    const total = totals.get(key) ?? { facet, value, n: 0, unsupported: 0 }
    total.n += n
    if (FAMILIES[status as Status] === 'unsupported') total.unsupported += n
    totals.set(key, total)
  }
  for (const { facet, value, n, unsupported } of totals.values())
    if (value && (n !== 0 || unsupported !== 0)) await STORED[facet]?.(tx, value, n, unsupported)
}
