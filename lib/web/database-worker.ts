/** The worker of this server: it goes through the jobs of the ledger, one at a time, as long as the server runs. */
import 'server-only'
import { forgetFiles } from '../commands/imports/files'
import { startJobs } from '../commands/jobs/run'
import { forgetAnswers } from '../commands/kept-answers'
import { deliverDue, forgetDeliveries, type Sender } from '../commands/webhooks/deliver'
import type { Database } from '../db/client'
import { publicChange } from '../queries/webhooks/public-change'
import { getDatabase } from './database'
import { logError } from './log/errors'
import { outgoing } from './outgoing'

const kept = globalThis as unknown as { onRecordWorker?: () => Promise<void> }

/** Sends what readers see now to an address; anything but a 2xx answer is a failure. */
export const senderOf = (db: Database): Sender => ({
  payload: (eventId) => publicChange(db, eventId),
  post: async (url, headers, body) => {
    const sent = await outgoing(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
      maxBytes: 1024,
    })
    if (!sent.ok) return { ok: false, status: null, error: sent.sentence, answer: '' }
    const { status } = sent
    // What is not text is shown as such; a NUL cannot be stored.
    const answer = sent.body.toString('utf8').replaceAll('\u0000', '\ufffd')
    return status >= 200 && status < 300
      ? { ok: true, status, answer }
      : { ok: false, status, error: `It answered ${status}.`, answer }
  },
})

const HOUR = 3_600_000

/** Once an hour, what is kept for a time only. It never says that there is more. */
const forgetting = (db: Database) => {
  let next = 0
  return async (): Promise<boolean> => {
    const now = Date.now()
    if (now < next) return false
    next = now + HOUR
    await forgetAnswers(db)
    await forgetDeliveries(db)
    await forgetFiles(db)
    return false
  }
}

/**
 * Starts the worker once in a process, whatever is loaded anew meanwhile.
 * @returns a function that stops it and resolves when its batch has ended
 */
export const startWorker = (): (() => Promise<void>) => {
  if (kept.onRecordWorker) return kept.onRecordWorker
  const db = getDatabase()
  const sender = senderOf(db)
  const stop = startJobs(db, (error) => logError(error, {}, 'a job of the ledger failed'), [
    async () => (await deliverDue(db, sender)) > 0,
    forgetting(db),
  ])
  kept.onRecordWorker = stop
  return stop
}
