/** Makes batches of a generated ledger in a thread of its own, one each time it is asked (scripts/generate-thread.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import type { Actor } from '../lib/domain/actor'
import { type LedgerSize, preparedLedger } from '../seeds/generate/prepare'

const { actor, size } = workerData as { actor: Actor; size: LedgerSize }
const batches = preparedLedger(actor, size)

parentPort?.on('message', () => {
  const { value, done } = batches.next()
  parentPort?.postMessage(done ? null : value)
})
