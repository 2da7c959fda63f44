/** Counting what may be tried only so often. The rows are better-auth's; its own counting serves its own addresses. */
import type { Database } from '../db/client'
import { newId } from '../domain/ids'

export interface Limit {
  /** How often in one window; the window begins with the first. */
  max: number
  seconds: number
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'P2002'

/**
 * Counts one attempt, before it is made: of many at once, no more than `max` pass.
 * @param key what is counted: keep people's addresses out of it, or hashed
 * @returns whether it may be made
 */
export const attempt = async (
  db: Database,
  key: string,
  { max, seconds }: Limit,
  now = Date.now(),
): Promise<boolean> => {
  const since = BigInt(now - seconds * 1000)
  const count = () =>
    db.write(async (tx) => {
      const within = { key, lastRequest: { gt: since } }
      const counts = async () => {
        const where = { ...within, count: { lt: max } }
        const { count } = await tx.rateLimit.updateMany({ where, data: { count: { increment: 1 } } })
        return count > 0
      }
      if (await counts()) return true
      const begun = await tx.rateLimit.updateMany({
        where: { key, lastRequest: { lte: since } },
        data: { count: 1, lastRequest: BigInt(now) },
      })
      if (begun.count > 0) return true
      // It is full, or somebody else began it a moment ago.
      if ((await tx.rateLimit.count({ where: within })) > 0) return counts()
      await tx.rateLimit.create({ data: { id: newId(), key, count: 1, lastRequest: BigInt(now) } })
      return true
    })
  try {
    return await count()
  } catch (error) {
    if (!isTaken(error)) throw error
    // Somebody else counted the first one in the same moment.
    return count()
  }
}

/** Forgets what was counted, after it went well; with it goes what is past: windows, and sessions, that have ended. */
export const forgetAttempts = async (db: Database, key: string, now = Date.now()): Promise<void> => {
  await db.write(async (tx) => {
    await tx.rateLimit.deleteMany({
      where: { OR: [{ key }, { lastRequest: { lt: BigInt(now - 86_400_000) } }] },
    })
    await tx.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  })
}
