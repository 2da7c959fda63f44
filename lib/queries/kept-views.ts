/** Views of the claims that the viewer keeps, or used of late. Nobody else's are ever read. */
import type { Database } from '../db/client'
import { can, type Viewer } from '../domain/actor'
import { type ClaimQuery, emptyQuery, readViewAddress } from '../domain/query'
import { namesFor, type QueryNames } from './claims/names'

export interface SavedView {
  id: string
  name: string
  /** The query of its address under /claims, without the question mark. */
  address: string
  query: ClaimQuery
  version: number
}

export interface RecentView {
  address: string
  query: ClaimQuery
  at: string
}

export interface KeptViews {
  /** By name. */
  saved: SavedView[]
  /** Latest first; those that are saved are left out. */
  recent: RecentView[]
  /** What the addresses in all of them stand for. */
  names: QueryNames
}

/** The views that the viewer keeps, by name. */
export const savedViews = async (db: Database, viewer: Viewer): Promise<SavedView[]> => {
  if (viewer.kind !== 'user' || !can(viewer, 'read', { kind: 'view', ownerId: viewer.id })) return []
  const rows = await db.reader.savedView.findMany({
    where: { ownerId: viewer.id, withdrawnAt: null },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, address, version }) => ({
    id,
    name,
    address,
    version,
    query: readViewAddress(address).query,
  }))
}

/** All that the viewer keeps and used of late, with the names that describe them; nothing for readers. */
export const keptViews = async (db: Database, viewer: Viewer): Promise<KeptViews> => {
  const [saved, used] = await Promise.all([
    savedViews(db, viewer),
    viewer.kind === 'user'
      ? db.reader.recentView.findMany({
          where: { ownerId: viewer.id },
          orderBy: [{ at: 'desc' }, { address: 'asc' }],
        })
      : [],
  ])
  const known = new Set(saved.map(({ address }) => address))
  const recent = used
    .filter(({ address }) => !known.has(address))
    .map(({ address, at }) => ({ address, at: at.toISOString(), query: readViewAddress(address).query }))
  const all = (key: 'speaker' | 'source' | 'topic') => [
    ...new Set([...saved, ...recent].flatMap(({ query }) => query[key])),
  ]
  const names = await namesFor(db.reader, {
    ...emptyQuery(),
    speaker: all('speaker'),
    source: all('source'),
    topic: all('topic'),
  })
  return { saved, recent, names }
}
