/** One look at the whole ledger, as it stood at one moment, however long the reading takes. */
import { type Database, LIMITS, openReader, type Reader } from './client'
import { Prisma } from './generated/sqlite/client'

/** As long as anything may read: a ledger of a million claims over a slow line. */
const PATIENCE_MS = 6 * 3_600_000

/**
 * Runs `body` over a snapshot: it sees no write that is committed after it began, and no writer waits for it. On
 * SQLite it has a connection of its own, because everybody else's reads share one.
 * @throws what `body` throws
 */
export const withSnapshot = async <T>(db: Database, body: (reader: Reader) => Promise<T>): Promise<T> => {
  if (db.kind === 'postgresql')
    return db.reader.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET TRANSACTION READ ONLY`
        return body(tx)
      },
      {
        isolationLevel: 'RepeatableRead' as Prisma.TransactionIsolationLevel,
        maxWait: LIMITS.maxWait,
        timeout: PATIENCE_MS,
      },
    )
  const reader = openReader(db.url)
  try {
    return await reader.$transaction(
      async (tx) => {
        // The transaction begins with its first read.
        await tx.$queryRaw`SELECT 1 FROM "Setting" LIMIT 1`
        return body(tx)
      },
      { maxWait: LIMITS.maxWait, timeout: PATIENCE_MS },
    )
  } finally {
    await reader.$disconnect()
  }
}
