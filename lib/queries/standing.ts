import type { Database } from '../db/client'
import { can, type Viewer } from '../domain/actor'
import { movedTo } from './find'

export const ENTITIES = ['claim', 'speaker', 'source', 'topic'] as const
export type Entity = (typeof ENTITIES)[number]

/** Whether something stands at an address: asked before a page begins, so that the answer has its own status code. */
export type Standing =
  | { kind: 'found'; version: number }
  | { kind: 'moved'; slug: string }
  /** Withdrawn or hidden, with what readers are told of it. */
  | { kind: 'gone'; reason: string | null }
  | { kind: 'missing' }

interface Row {
  shelf: string
  version: number
  state?: string
  ownerId?: string | null
  stateNote?: string | null
  publishedAt?: Date | null
  mergedInto?: { slug: string } | null
}

const read = (db: Database, entity: Entity, slug: string): Promise<Row | null> => {
  const { reader } = db
  const where = { slug }
  const select = { shelf: true, version: true }
  if (entity === 'claim')
    return reader.claim.findUnique({
      where,
      select: { ...select, state: true, stateNote: true, ownerId: true, publishedAt: true },
    })
  if (entity === 'speaker')
    return reader.speaker.findUnique({
      where,
      select: { ...select, ownerId: true, mergedInto: { select: { slug: true } } },
    })
  return entity === 'source'
    ? reader.source.findUnique({ where, select: { ...select, ownerId: true } })
    : reader.topic.findUnique({ where, select })
}

/** What a viewer finds at the address of an entity. */
export const standingOf = async (
  db: Database,
  viewer: Viewer,
  entity: Entity,
  slug: string,
): Promise<Standing> => {
  const row = await read(db, entity, slug)
  if (!row) {
    const now = await movedTo(db.reader, entity, slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  if (row.mergedInto) return { kind: 'moved', slug: row.mergedInto.slug }
  const { state = row.shelf === 'closed' ? 'withdrawn' : 'draft', ownerId = null } = row
  // Nobody is told of a draft that was withdrawn before readers saw it; editors can open again what was closed.
  if (row.shelf === 'closed' && !can(viewer, 'read', { kind: entity, state, ownerId }))
    return row.publishedAt === null ? { kind: 'missing' } : { kind: 'gone', reason: row.stateNote ?? null }
  if (row.shelf === 'desk' && !can(viewer, 'read', { kind: entity, state, ownerId }))
    return { kind: 'missing' }
  return { kind: 'found', version: row.version }
}
