import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import type { SourceQuery, SourceSort } from '../../domain/query'
import { keysetPage, type Walk } from '../keyset'
import type { SourceRow } from '../views'
import { sourceRows } from './rows'

const COLUMN: Record<SourceSort, { name: string; descending: boolean }> = {
  title: { name: 'sortTitle', descending: false },
  published: { name: 'publishedFrom', descending: true },
  claims: { name: 'claimCount', descending: true },
  recorded: { name: 'recordedAt', descending: true },
}

const conditions = (query: SourceQuery): Prisma.Sql => {
  const parts = [Prisma.sql`"shelf" = 'public'`]
  if (query.kind) parts.push(Prisma.sql`"kind" = ${query.kind}`)
  // Nearly all sources are current: walked in their order, not sorted. The others are few.
  if (query.status === 'current') parts.push(Prisma.sql`COALESCE("status", '') = ${query.status}`)
  else if (query.status) parts.push(Prisma.sql`"status" = ${query.status}`)
  return Prisma.join(parts, ' AND ')
}

/** How a query's list is walked. */
export const sourceWalk = (query: SourceQuery): Walk => {
  const { name, descending } = COLUMN[query.sort]
  return { table: 'Source', column: name, descending, where: conditions(query) }
}

/** One page of the public sources. */
export const listSources = async (
  db: Database,
  _viewer: Viewer,
  query: SourceQuery,
): Promise<{ rows: SourceRow[]; total: number; after: string | null; before: string | null }> => {
  const where = {
    shelf: 'public',
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.status ? { status: query.status } : {}),
  }
  const [{ ids, ...beside }, total] = await Promise.all([
    keysetPage(db.reader, sourceWalk(query), query),
    db.reader.source.count({ where }),
  ])
  return { rows: await sourceRows(db.reader, ids), total, ...beside }
}
