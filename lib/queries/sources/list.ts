import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import { keyOf, placeIn, type SourceQuery, type SourceSort } from '../../domain/query'
import { boundValue, plainValue } from '../sort-value'
import type { SourceRow } from '../views'
import { sourceRows } from './rows'

/** Rows on a page. */
const PER = 50

const COLUMN: Record<SourceSort, { name: string; descending: boolean }> = {
  title: { name: 'sortTitle', descending: false },
  published: { name: 'publishedFrom', descending: true },
  claims: { name: 'claimCount', descending: true },
  recorded: { name: 'recordedAt', descending: true },
}

const conditions = (query: SourceQuery): Prisma.Sql => {
  const parts = [Prisma.sql`"shelf" = 'public'`]
  if (query.kind) parts.push(Prisma.sql`"kind" = ${query.kind}`)
  if (query.status) parts.push(Prisma.sql`"status" = ${query.status}`)
  return Prisma.join(parts, ' AND ')
}

/** The statement that reads one page of ids and the sort value of each, one more than are shown. */
export const sourcePageSql = (query: SourceQuery): Prisma.Sql => {
  const { name, descending } = COLUMN[query.sort]
  const column = Prisma.raw(`"${name}"`)
  const direction = Prisma.raw(descending ? 'DESC' : 'ASC')
  const key = placeIn(query)
  const beyond = key
    ? Prisma.sql`AND (${column}, "id") ${Prisma.raw(descending ? '<' : '>')} (${boundValue(query.sort === 'recorded', key[0])}, ${key[1]})`
    : Prisma.empty
  return Prisma.sql`SELECT "id", ${column} AS value FROM "Source" WHERE ${conditions(query)} ${beyond}
    ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${PER + 1}`
}

/** One page of the public sources. */
export const listSources = async (
  db: Database,
  _viewer: Viewer,
  query: SourceQuery,
): Promise<{ rows: SourceRow[]; total: number; after: string | null }> => {
  const where = {
    shelf: 'public',
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.status ? { status: query.status } : {}),
  }
  const [found, total] = await Promise.all([
    db.reader.$queryRaw<{ id: string; value: unknown }[]>(sourcePageSql(query)),
    db.reader.source.count({ where }),
  ])
  const page = found.slice(0, PER)
  const last = page.at(-1)
  return {
    rows: await sourceRows(
      db.reader,
      page.map((row) => row.id),
    ),
    total,
    after: found.length > PER && last ? keyOf(plainValue(last.value), last.id) : null,
  }
}
