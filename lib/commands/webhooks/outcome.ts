/** What came of a delivery, written down. */
import type { Database } from '../../db/client'
import { inTransaction } from '../command'
import type { Due } from './due'
import { writeWebhookEvent } from './manage'
import { GIVE_UP_MS, RETRY_MS } from './rhythm'

/** What is kept of an answer, in characters. */
export const ANSWER_CHARS = 1000

/** What came of one request. */
export type Sent =
  | { ok: true; status: number; answer: string }
  | { ok: false; status: number | null; error: string; answer: string }

/** A delivery that is leased, with what becomes of it. */
export const note = (due: Due, data: object) => ({ where: { id: due.id, attempts: due.attempts + 1 }, data })

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

export const failed = async (
  db: Database,
  due: Due,
  sent: Sent & { ok: false },
  now: Date,
): Promise<void> => {
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

export const delivered = (db: Database, due: Due, sent: Sent & { ok: true }, now: Date): Promise<void> =>
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
