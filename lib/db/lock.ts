import Sqlite from 'better-sqlite3'
import { whenFree } from './busy'
import { withPgClient } from './history'
import type { Target } from './url'

/** The number that instances starting together agree on to take turns (any constant of ours will do). */
const LOCK = 7_203_461

/** How long an instance waits for another that migrates: a large ledger may take minutes to index anew. */
const PATIENCE_MS = 600_000

/**
 * Runs `body` while other processes that want the same database wait for their turn. A process that dies gives the
 * lock back, since it belongs to its connection.
 * @throws what the driver throws where the lock cannot be had, or `body`
 */
export const withMigrationLock = async <T>(target: Target, body: () => Promise<T>): Promise<T> => {
  if (!target.file)
    return withPgClient(target.url, async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCK])
      return body()
    })
  // A lock in a file of its own: the engine opens the ledger's file itself, and would wait for us.
  const lock = new Sqlite(`${target.file}.migrating`, { timeout: 0 })
  try {
    await whenFree(() => lock.exec('BEGIN EXCLUSIVE'), PATIENCE_MS)
    return await body()
  } finally {
    lock.close()
  }
}
