/** Addresses that are told of changes, what they are told, and what came of it. Only for those who administer. */
import type { Database, Reader } from '../db/client'
import { can, type Viewer } from '../domain/actor'
import {
  type DeliveryState,
  WEBHOOK_SUBJECTS,
  type WebhookState,
  type WebhookSubject,
} from '../domain/input/api'
import { changeRows, type EventRow } from './changes'

export interface WebhookRow {
  id: string
  url: string
  description: string | null
  subjects: WebhookSubject[]
  state: WebhookState
  failingSince: string | null
  version: number
  byName: string
  createdAt: string
  /** Deliveries that wait for their turn, or for another attempt. */
  waiting: number
  lastAt: string | null
}

export interface DeliveryRow {
  id: string
  event: string
  kind: string
  state: DeliveryState
  attempts: number
  /** When it is tried next; null where it is not. */
  nextAt: string | null
  lastAt: string | null
  lastStatus: number | null
  lastError: string | null
  answer: string | null
  createdAt: string
}

const may = (viewer: Viewer) => can(viewer, 'administer', { kind: 'webhook' })
const iso = (at: Date | null) => at?.toISOString() ?? null

/** Every address that has not been taken away; none for whom may not administer them. */
export const listWebhooks = async (
  db: Database,
  viewer: Viewer,
  only: { id?: string } = {},
): Promise<WebhookRow[]> => {
  if (!may(viewer)) return []
  const rows = await db.reader.webhook.findMany({
    where: { state: { not: 'removed' }, ...only },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const of = { webhookId: { in: rows.map(({ id }) => id) } }
  const [waiting, last] = await Promise.all([
    db.reader.delivery.groupBy({ by: ['webhookId'], where: { ...of, state: 'waiting' }, _count: true }),
    db.reader.delivery.groupBy({ by: ['webhookId'], where: of, _max: { lastAt: true } }),
  ])
  const waits = new Map(waiting.map((row) => [row.webhookId, row._count]))
  const lasts = new Map(last.map((row) => [row.webhookId, row._max.lastAt]))
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    description: row.description,
    subjects: WEBHOOK_SUBJECTS.filter((one) => (JSON.parse(row.subjects) as string[]).includes(one)),
    state: row.state as WebhookState,
    failingSince: iso(row.failingSince),
    version: row.version,
    byName: row.byName,
    createdAt: row.createdAt.toISOString(),
    waiting: waits.get(row.id) ?? 0,
    lastAt: iso(lasts.get(row.id) ?? null),
  }))
}

/** Deliveries shown at once. */
const PER = 50

/** The log of an address, newest first; null for an address that is not there, or not for this viewer. */
export const deliveriesOf = async (
  db: Database,
  viewer: Viewer,
  webhookId: string,
  before?: string,
): Promise<{ rows: DeliveryRow[]; before: string | null } | null> => {
  if (!may(viewer) || !(await db.reader.webhook.findUnique({ where: { id: webhookId } }))) return null
  const rows = await db.reader.delivery.findMany({
    // Ids sort by the time of their making.
    where: { webhookId, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: PER + 1,
  })
  const shown = rows.slice(0, PER)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      event: row.eventId,
      kind: row.kind,
      state: row.state as DeliveryState,
      attempts: row.attempts,
      nextAt: row.state === 'waiting' ? row.nextAt.toISOString() : null,
      lastAt: iso(row.lastAt),
      lastStatus: row.lastStatus,
      lastError: row.lastError,
      answer: row.answer,
      createdAt: row.createdAt.toISOString(),
    })),
    before: rows.length > PER ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** Addresses that were switched off because nothing went through, for the desk of those who can mend it. */
export const failedWebhooks = async (db: Database, viewer: Viewer): Promise<{ id: string; url: string }[]> =>
  may(viewer)
    ? db.reader.webhook.findMany({
        where: { state: 'failed' },
        orderBy: { id: 'asc' },
        select: { id: true, url: true },
      })
    : []

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
  const [row] = await changeRows(db.reader, [event], false)
  if (!row) return null
  const went = row.path ? null : await goneFrom(db.reader, event)
  const path = row.path ?? (went ? `/${went.folder}/${went.slug}` : null)
  if (!path) return null
  const subject = { kind: subjectKind, id: subjectId, path, title: went ? null : row.summary }
  return { ...told, data: { ...about, subject, fields: row.fields, moved: row.moved } }
}
