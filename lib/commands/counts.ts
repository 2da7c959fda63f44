/** The counters of public claims by facet value and shown status (docs/decisions/0075); the write that changes a claim changes them. */

import { bulkInsert, packed } from '../db/bulk'
import type { Tx } from '../db/client'
import { Prisma } from '../db/generated/sqlite/client'
import type { CountKeys } from '../domain/counted'
import { FAMILIES, type Status } from '../domain/sourcing/types'

/** By how much one counter changes. */
export interface CountChange {
  within: string
  facet: string
  value: string
  status: string
  n: number
}

interface Sum {
  n: number
}

/** By status, what the counter is within, facet and value. */
type Sums = Map<string, Map<string, Map<string, Map<string, Sum>>>>

const inner = <V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> => {
  let found = map.get(key)
  if (!found) map.set(key, (found = new Map()))
  return found
}

/** Differences to apply, summed before they are written. */
export class CountDeltas {
  /** Maps in maps cost less than keys put together for every facet of every claim. */
  private readonly sums: Sums = new Map()

  add(keys: readonly CountKeys[], status: string, by: number): void {
    const all = inner(this.sums, status)
    for (const { within, values } of keys) {
      const facets = inner(all, within)
      for (const [facet, value] of values) {
        const sums = inner(facets, facet)
        const sum = sums.get(value)
        if (sum) sum.n += by
        else sums.set(value, { n: by })
      }
    }
  }

  addAll(changes: readonly CountChange[]): void {
    for (const { within, facet, value, status, n } of changes)
      this.add([{ within, values: [[facet, value]] }], status, n)
  }

  /** Those that are not zero, in no order. */
  entries(): CountChange[] {
    const entries: CountChange[] = []
    for (const [status, all] of this.sums)
      for (const [within, facets] of all)
        for (const [facet, sums] of facets)
          for (const [value, { n }] of sums) if (n !== 0) entries.push({ within, facet, value, status, n })
    return entries
  }
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** One order everywhere, that of the key, so that two writers cannot lock each other out. */
const sorted = (entries: readonly CountChange[]): CountChange[] =>
  [...entries].sort(
    (a, b) =>
      inOrder(a.within, b.within) ||
      inOrder(a.facet, b.facet) ||
      inOrder(a.value, b.value) ||
      inOrder(a.status, b.status),
  )

/** Rows in one statement: three bound values each, far below the limits of both databases. */
const CHUNK = 2_000

interface Total {
  value: string
  n: number
  unsupported: number
}

/** The facets whose total stands on the row that it counts, so that lists sort by it through an index. */
const TOTALS: Record<string, Prisma.Sql> = {
  speaker: Prisma.sql`UPDATE "Speaker" SET "claimCount" = "claimCount" + t.column2,
    "unsupportedCount" = "unsupportedCount" + t.column3`,
  source: Prisma.sql`UPDATE "Source" SET "claimCount" = "claimCount" + t.column2`,
  topic: Prisma.sql`UPDATE "Topic" SET "claimCount" = "claimCount" + t.column2`,
}

const totalsOf = (entries: readonly CountChange[], facet: string): Total[] => {
  const totals = new Map<string, Total>()
  for (const { within, facet: of, value, status, n } of entries) {
    if (within !== '' || of !== facet || value === '') continue
    const total = totals.get(value) ?? { value, n: 0, unsupported: 0 }
    total.n += n
    if (FAMILIES[status as Status] === 'unsupported') total.unsupported += n
    totals.set(value, total)
  }
  return [...totals.values()].filter(({ n, unsupported }) => n !== 0 || unsupported !== 0)
}

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => items.slice(i * CHUNK, (i + 1) * CHUNK))

/**
 * Adds the differences to the stored counters, and to the totals on speakers, sources and topics.
 * @param changes as `CountDeltas` gives them
 */
export const applyCounts = async (tx: Tx, changes: readonly CountChange[]): Promise<void> => {
  const entries = sorted(changes)
  await bulkInsert(
    tx,
    packed('ClaimCount', entries),
    'ON CONFLICT ("within", "facet", "value", "status") DO UPDATE SET "n" = "ClaimCount"."n" + excluded."n"',
  )
  for (const [facet, update] of Object.entries(TOTALS))
    for (const some of chunks(totalsOf(entries, facet))) {
      const values = some.map(
        (t) => Prisma.sql`(${t.value}, CAST(${t.n} AS INTEGER), CAST(${t.unsupported} AS INTEGER))`,
      )
      await tx.$executeRaw`${update} FROM (VALUES ${Prisma.join(values)}) AS t WHERE "id" = t.column1`
    }
}
