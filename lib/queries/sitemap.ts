/** Every public page, for search engines: in parts of bounded size, however many there are. */
import type { Database, Reader } from '../db/client'
import { Prisma } from '../db/generated/sqlite/client'
import type { Viewer } from '../domain/actor'
import { countsOf, sumOf } from './counts'
import { boundValue, plainValue } from './sort-value'

/** The most addresses that a part may hold (sitemaps.org). */
export const MOST_IN_PART = 50_000
/** Addresses read at a time. */
const PORTION = 2_000

/** What is walked, and along which index; what is recorded later comes last, so that parts keep what they hold. */
const LISTS = {
  claims: { table: 'Claim', column: 'recordedAt', updated: Prisma.sql`"updatedAt"` },
  speakers: { table: 'Speaker', column: 'recordedAt', updated: Prisma.sql`"updatedAt"` },
  sources: { table: 'Source', column: 'recordedAt', updated: Prisma.sql`"updatedAt"` },
  // A topic has no date.
  topics: { table: 'Topic', column: 'sortName', updated: Prisma.sql`NULL` },
} as const

export const SITEMAP_LISTS = ['claims', 'speakers', 'sources', 'topics'] as const
export type SitemapList = (typeof SITEMAP_LISTS)[number]

interface Row {
  id: string
  slug: string
  value: unknown
  updated: unknown
}

/** The public rows of a list from a place on; the place itself is the first where `inclusive`. */
const rowsFrom = (
  reader: Reader,
  list: SitemapList,
  place: { key: [string | number, string]; inclusive: boolean } | null,
  { take, skip = 0 }: { take: number; skip?: number },
): Promise<Row[]> => {
  const { table, column: name, updated } = LISTS[list]
  const column = Prisma.raw(`"${name}"`)
  const beyond = place
    ? Prisma.sql`AND (${column}, "id") ${Prisma.raw(place.inclusive ? '>=' : '>')}
        (${boundValue(name === 'recordedAt', place.key[0])}, ${place.key[1]})`
    : Prisma.empty
  return reader.$queryRaw<Row[]>`SELECT "id", "slug", ${column} AS value, ${updated} AS updated
    FROM ${Prisma.raw(`"${table}"`)} WHERE "shelf" = 'public' ${beyond}
    ORDER BY ${column} ASC, "id" ASC LIMIT ${take} OFFSET ${skip}`
}

const keyOf = (row: Row): [string | number, string] => [plainValue(row.value), row.id]

/** How many parts each list has: at least one. */
export const sitemapParts = async (
  db: Database,
  _viewer: Viewer,
  size = MOST_IN_PART,
): Promise<{ list: SitemapList; parts: number }[]> => {
  const where = { shelf: 'public' }
  const [counts, speakers, sources, topics] = await Promise.all([
    countsOf(db.reader, 'all', ''),
    db.reader.speaker.count({ where }),
    db.reader.source.count({ where }),
    db.reader.topic.count({ where }),
  ])
  const numbers = { claims: sumOf(counts), speakers, sources, topics }
  return SITEMAP_LISTS.map((list) => ({ list, parts: Math.max(1, Math.ceil(numbers[list] / size)) }))
}

export interface SitemapEntry {
  slug: string
  /** RFC 3339; null where nothing tells. */
  updatedAt: string | null
}

/**
 * The addresses of a part, portion by portion.
 * @param part from 1 on; one beyond the last holds nothing
 */
export async function* sitemapEntries(
  db: Database,
  _viewer: Viewer,
  list: SitemapList,
  part: number,
  size = MOST_IN_PART,
): AsyncGenerator<SitemapEntry[]> {
  const [first] = await rowsFrom(db.reader, list, null, { take: 1, skip: (part - 1) * size })
  let place = first ? { key: keyOf(first), inclusive: true } : null
  for (let left = size; place && left > 0; ) {
    const rows: Row[] = await rowsFrom(db.reader, list, place, { take: Math.min(PORTION, left) })
    yield rows.map(({ slug, updated }) => ({
      slug,
      updatedAt: updated === null ? null : new Date(plainValue(updated)).toISOString(),
    }))
    left -= rows.length
    const last = rows.at(-1)
    place = last && rows.length === PORTION ? { key: keyOf(last), inclusive: false } : null
  }
}
