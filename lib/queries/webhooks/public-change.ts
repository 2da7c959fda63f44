/** What others are told of a change. */
import type { Database, Reader } from '../../db/client'
import { changeRows, type EventRow } from '../changes'

const goneFrom = async (
  reader: Reader,
  event: EventRow,
): Promise<{ slug: string; folder: string } | null> => {
  const where = { id: event.subjectId }
  const select = { slug: true, shelf: true } as const
  if (event.subjectKind === 'claim') {
    const claim = await reader.claim.findUnique({ where, select: { ...select, publishedAt: true } })
    return claim?.publishedAt && claim.shelf === 'closed' ? { slug: claim.slug, folder: 'claims' } : null
  }
  const row =
    event.subjectKind === 'speaker'
      ? await reader.speaker.findUnique({ where, select })
      : event.subjectKind === 'source'
        ? await reader.source.findUnique({ where, select })
        : null
  return row?.shelf === 'closed' ? { slug: row.slug, folder: `${event.subjectKind}s` } : null
}

/** What of a change is told to others; a field is only ever added. */
export interface PublicChange {
  type: string
  timestamp: string
  data: {
    event: string
    subject: { kind: string; id: string; path: string; title: string | null }
    version: number
    by: string
    reason: string | null
    fields: string[]
    moved: number
  }
}

/**
 * A link is told of by where it starts, on whose page it stands. Where it leads is not named: somebody may be reached
 * by it who is named nowhere else.
 * @returns null where readers do not see both of its ends
 */
const linkSubject = async (reader: Reader, id: string): Promise<PublicChange['data']['subject'] | null> => {
  const link = await reader.link.findUnique({ where: { id }, select: { fromId: true, toId: true } })
  if (!link) return null
  const where = { id: { in: [link.fromId, link.toId] }, shelf: 'public' }
  const [sources, speakers] = await Promise.all([
    reader.source.findMany({ where, select: { id: true, slug: true, title: true } }),
    reader.speaker.findMany({ where, select: { id: true, slug: true, name: true } }),
  ])
  const ends = new Map<string, { path: string; title: string }>([
    ...sources.map(({ id: end, slug, title }) => [end, { path: `/sources/${slug}`, title }] as const),
    ...speakers.map(({ id: end, slug, name }) => [end, { path: `/speakers/${slug}`, title: name }] as const),
  ])
  const from = ends.get(link.fromId)
  return from && ends.has(link.toId) ? { kind: 'link', id, ...from } : null
}

const fieldsOf = ({ changes }: EventRow): string[] =>
  (JSON.parse(changes) as { field: string }[]).map(({ field }) => field)

/**
 * A change as readers see it at this moment, whenever it was made: what has been hidden or withdrawn since is not told
 * any more, and of what is gone only that it is, and why.
 * @returns null where readers see nothing of it
 */
export const publicChange = async (db: Database, eventId: string): Promise<PublicChange | null> => {
  const event = await db.reader.event.findUnique({ where: { id: eventId } })
  if (!event) return null
  const { kind, subjectKind, subjectId, version } = event
  const told = { type: kind, timestamp: event.at.toISOString() }
  const about = { event: event.id, version, by: event.actorName, reason: event.reason }
  if (event.shelf === 'closed') {
    const gone = /\.(withdrawn|hidden)$/.test(kind) ? await goneFrom(db.reader, event) : null
    if (!gone) return null
    const path = `/${gone.folder}/${gone.slug}`
    const subject = { kind: subjectKind, id: subjectId, path, title: null }
    return { ...told, data: { ...about, subject, fields: [], moved: 0 } }
  }
  if (event.shelf !== 'public') return null
  if (subjectKind === 'link') {
    const subject = await linkSubject(db.reader, subjectId)
    const moved = subject ? ((await changeRows(db.reader, [event], false))[0]?.moved ?? 0) : 0
    return subject && { ...told, data: { ...about, subject, fields: fieldsOf(event), moved } }
  }
  const [row] = await changeRows(db.reader, [event], false)
  if (!row) return null
  const went = row.path ? null : await goneFrom(db.reader, event)
  const path = row.path ?? (went ? `/${went.folder}/${went.slug}` : null)
  if (!path) return null
  const subject = { kind: subjectKind, id: subjectId, path, title: went ? null : row.summary }
  return { ...told, data: { ...about, subject, fields: row.fields, moved: row.moved } }
}
