/** What came of telling an address. Only for those who administer. */
import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import type { DeliveryState } from '../../domain/input/api'
import { mayAdminister } from './hooks'

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

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Deliveries shown at once. */
const PER = 50

/** The log of an address, newest first; null for an address that is not there, or not for this viewer. */
export const deliveriesOf = async (
  db: Database,
  viewer: Viewer,
  webhookId: string,
  before?: string,
): Promise<{ rows: DeliveryRow[]; before: string | null } | null> => {
  if (!mayAdminister(viewer) || !(await db.reader.webhook.findUnique({ where: { id: webhookId } })))
    return null
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
