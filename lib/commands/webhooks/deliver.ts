/**
 * Sending what the outbox holds. Whoever sends a delivery has it leased for a while, so that after a kill another one
 * sends it: it arrives at least once, and always under the same id.
 */
import type { Database } from '../../db/client'
import { type Due, dueNow, lease } from './due'
import { delivered, failed, note, type Sent } from './outcome'
import { HOUR } from './rhythm'
import { signed } from './signed'

export interface Sender {
  /** What is sent of an event now; null where readers no longer see it. */
  payload: (eventId: string) => Promise<object | null>
  post: (url: string, headers: Record<string, string>, body: string) => Promise<Sent>
}

const deliverOne = async (db: Database, sender: Sender, due: Due, now: Date): Promise<void> => {
  if (!(await lease(db, due, now))) return
  const payload = await sender.payload(due.eventId)
  if (!payload) {
    await db.writer.delivery.updateMany(note(due, { state: 'dropped', lastAt: now }))
    return
  }
  const body = JSON.stringify(payload)
  const { url, secret } = due.webhook
  const sent = await sender.post(url, signed(secret, due.id, now, body), body)
  await (sent.ok ? delivered(db, due, sent, now) : failed(db, due, sent, now))
}

/** Sends what is due. @returns how much was; nothing where there is nothing to send */
export const deliverDue = async (db: Database, sender: Sender, now = new Date()): Promise<number> => {
  const due = await dueNow(db, now)
  const done = await Promise.allSettled(due.map((one) => deliverOne(db, sender, one, now)))
  for (const one of done) if (one.status === 'rejected') throw one.reason
  return due.length
}

/** How long deliveries can be looked up. */
const LOG_MS = 30 * 24 * HOUR

/** Forgets deliveries that ended long ago. */
export const forgetDeliveries = async (db: Database, at = new Date()): Promise<number> => {
  const old = { createdAt: { lte: new Date(at.getTime() - LOG_MS) }, state: { not: 'waiting' } }
  return (await db.writer.delivery.deleteMany({ where: old })).count
}
