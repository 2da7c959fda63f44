/** Addresses that are told of changes. Only for those who administer. */
import type { Database } from '../../db/client'
import { can, type Viewer } from '../../domain/actor'
import { WEBHOOK_SUBJECTS, type WebhookState, type WebhookSubject } from '../../domain/input/api'

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

/** Whether somebody may see them. */
export const mayAdminister = (viewer: Viewer): boolean => can(viewer, 'administer', { kind: 'webhook' })
const iso = (at: Date | null) => at?.toISOString() ?? null

/** Every address that has not been taken away; none for whom may not administer them. */
export const listWebhooks = async (
  db: Database,
  viewer: Viewer,
  only: { id?: string } = {},
): Promise<WebhookRow[]> => {
  if (!mayAdminister(viewer)) return []
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

/** Addresses that were switched off because nothing went through, for the desk of those who can mend it. */
export const failedWebhooks = async (db: Database, viewer: Viewer): Promise<{ id: string; url: string }[]> =>
  mayAdminister(viewer)
    ? db.reader.webhook.findMany({
        where: { state: 'failed' },
        orderBy: { id: 'asc' },
        select: { id: true, url: true },
      })
    : []
