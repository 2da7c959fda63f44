/** The worker of this server: it goes through the jobs of the ledger, one at a time, as long as the server runs. */
import 'server-only'
import { startJobs } from '../commands/jobs/run'
import { getDatabase } from './database'

const kept = globalThis as unknown as { onRecordWorker?: () => Promise<void> }

/** Starts the worker once in a process, whatever is loaded anew meanwhile; it stops after a batch at shutdown. */
export const startWorker = (): void => {
  if (kept.onRecordWorker) return
  const stop = startJobs(getDatabase(), (error) => {
    console.error('A job of the ledger failed:', error instanceof Error ? error.message : error)
  })
  kept.onRecordWorker = stop
  // Next ends the process itself. What the worker does not end in time, the next one goes on with.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(() => {}))
}
