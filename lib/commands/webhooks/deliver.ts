/**
 * Sending what the outbox holds. Whoever sends a delivery has it leased for a while, so that after a kill another one
 * sends it: it arrives at least once, and always under the same id. Signed as Standard Webhooks has it
 * (https://www.standardwebhooks.com).
 */
import { createHmac } from 'node:crypto'
import type { Database } from '../../db/client'
import { inTransaction } from '../command'
import { writeWebhookEvent } from './manage'

const SECOND = 1000
const HOUR = 3_600 * SECOND
/** When it is tried again after each failure: over 23 hours and a half in all, then it is given up. */
export const RETRY_MS = [
  10 * SECOND,
  60 * SECOND,
  300 * SECOND,
  900 * SECOND,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
]
/** An address that took nothing for so long is switched off: three whole series of attempts. */
export const GIVE_UP_MS = 72 * HOUR
/** Longer than any attempt lasts. */
const LEASE_MS = 60 * SECOND
/** At once to one address; to one that fails, one at a time. */
const AT_ONCE = 4
/** What is kept of an answer, in characters. */
export const ANSWER_CHARS = 1000

/** What came of one request. */
export type Sent =
  | { ok: true; status: number; answer: string }
  | { ok: false; status: number | null; error: string; answer: string }

export interface Sender {
  /** What is sent of an event now; null where readers no longer see it. */
  payload: (eventId: string) => Promise<object | null>
  post: (url: string, headers: Record<string, string>, body: string) => Promise<Sent>
}

/** The headers that prove who sent a body, and when. @param secret as it was shown: `whsec_` and base64 */
export const signed = (secret: string, id: string, at: Date, body: string): Record<string, string> => {
  const timestamp = `${Math.floor(at.getTime() / SECOND)}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` }
}

interface Due {
  id: string
  webhookId: string
  eventId: string
  attempts: number
  nextAt: Date
  webhook: { url: string; secret: string; failingSince: Date | null; version: number }
}

const dueNow = async (db: Database, now: Date): Promise<Due[]> => {
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
const lease = async (db: Database, { id, attempts, nextAt }: Due, now: Date): Promise<boolean> => {
  const { count } = await db.writer.delivery.updateMany({
    where: { id, state: 'waiting', attempts, nextAt },
    data: { attempts: attempts + 1, nextAt: new Date(now.getTime() + LEASE_MS) },
  })
  return count === 1
}

const note = (due: Due, data: object) => ({ where: { id: due.id, attempts: due.attempts + 1 }, data })

/** Switches an address off, with an event of the ledger's own; admins see it on their desk. */
const switchOff = (db: Database, webhookId: string, at: Date) =>
  inTransaction(
    db,
    { kind: 'system', name: 'webhooks' },
    async (context) => {
      const before = await context.tx.webhook.findUniqueOrThrow({ where: { id: webhookId } })
      if (before.state !== 'active') return
      const data = { state: 'failed', version: before.version + 1, updatedAt: at }
      const hook = await context.tx.webhook.update({ where: { id: webhookId }, data })
      await context.tx.delivery.updateMany({
        where: { webhookId, state: 'waiting' },
        data: { state: 'dropped' },
      })
      await writeWebhookEvent(context, 'webhook.failed', hook, before)
    },
    at,
  )

const failed = async (db: Database, due: Due, sent: Sent & { ok: false }, now: Date): Promise<void> => {
  const wait = RETRY_MS[due.attempts]
  const since = due.webhook.failingSince ?? now
  await db.write(async (tx) => {
    await tx.delivery.updateMany(
      note(due, {
        ...(wait === undefined ? { state: 'failed' } : { nextAt: new Date(now.getTime() + wait) }),
        lastAt: now,
        lastStatus: sent.status,
        lastError: sent.error.slice(0, ANSWER_CHARS),
        answer: sent.answer.slice(0, ANSWER_CHARS),
      }),
    )
    await tx.webhook.updateMany({
      where: { id: due.webhookId, failingSince: null },
      data: { failingSince: now },
    })
  })
  if (now.getTime() - since.getTime() >= GIVE_UP_MS) await switchOff(db, due.webhookId, now)
}

const delivered = (db: Database, due: Due, sent: Sent & { ok: true }, now: Date): Promise<void> =>
  db.write(async (tx) => {
    await tx.delivery.updateMany(
      note(due, {
        state: 'delivered',
        lastAt: now,
        lastStatus: sent.status,
        lastError: null,
        answer: sent.answer.slice(0, ANSWER_CHARS),
      }),
    )
    await tx.webhook.updateMany({
      where: { id: due.webhookId, failingSince: { not: null } },
      data: { failingSince: null },
    })
  })

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
