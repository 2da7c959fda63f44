/** What is to be sent now, and whose it is to send. */
import type { Database } from '../../db/client'
import { AT_ONCE, LEASE_MS, RETRY_MS } from './rhythm'

export interface Due {
  id: string
  webhookId: string
  eventId: string
  attempts: number
  nextAt: Date
  webhook: { url: string; secret: string; failingSince: Date | null; version: number }
}

export const dueNow = async (db: Database, now: Date): Promise<Due[]> => {
  const hooks = await db.reader.webhook.findMany({ where: { state: 'active' } })
  // Later than the longest wait: the clock was set back since.
  const ahead = { gt: new Date(now.getTime() + Math.max(...RETRY_MS)) }
  const due = await Promise.all(
    hooks.map(async (webhook) => {
      const rows = await db.reader.delivery.findMany({
        where: { webhookId: webhook.id, state: 'waiting', OR: [{ nextAt: { lte: now } }, { nextAt: ahead }] },
        orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
        take: webhook.failingSince ? 1 : AT_ONCE,
      })
      return rows.map((row) => ({ ...row, webhook }))
    }),
  )
  return due.flat()
}

/** Whether it is ours to send: of several who ask in one moment, one. */
export const lease = async (db: Database, { id, attempts, nextAt }: Due, now: Date): Promise<boolean> => {
  const { count } = await db.writer.delivery.updateMany({
    where: { id, state: 'waiting', attempts, nextAt },
    data: { attempts: attempts + 1, nextAt: new Date(now.getTime() + LEASE_MS) },
  })
  return count === 1
}
