import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Preparation } from '../seeds/generate/load'
import { bundled } from './bundle.mjs'

/** Batches that may lie ready, of at most 3 MB each: the thread goes on while this one commits or writes names. */
const AHEAD = 64

/**
 * The batches of a generated ledger, made in a second thread: it derives the next ones while this thread writes.
 * @throws what went wrong in the thread
 */
export const preparedInThread: Preparation = async function* (actor, size) {
  const worker = new Worker(await bundled('scripts/generate-worker.ts'), {
    workerData: { actor, size },
    // A batch outlives the young generation's usual 16 MB, and would be copied again and again.
    resourceLimits: { maxYoungGenerationSizeMb: 288 },
  })
  try {
    for (let i = 0; i < AHEAD; i++) worker.postMessage('next')
    for await (const [batch] of on(worker, 'message')) {
      if (batch === null) return
      worker.postMessage('next')
      yield batch
    }
  } finally {
    await worker.terminate()
  }
}
