/** Counting what may be tried only so often. The rows are better-auth's; its own counting serves its own addresses. */
import type { Database } from '../db/client'
import { newId } from '../domain/ids'
import type { Counted, Limit } from '../domain/limit'

/**
 * Counts one attempt, before it is made: of many at once, no more than `max` pass.
 * @param key what is counted: keep people's addresses out of it, or hashed
 */
export const countAttempt = async (
  db: Database,
  key: string,
  { max, seconds }: Limit,
  now = Date.now(),
): Promise<Counted> => {
  const length = seconds * 1000
  const since = BigInt(now - length)
  return db.write(async (tx): Promise<Counted> => {
    // One that begins later than now was begun before the clock was set back, and would not end for that long.
    const within = { key, lastRequest: { gt: since, lte: BigInt(now + length) } }
    const counts = async (): Promise<Counted> => {
      const where = { ...within, count: { lt: max } }
      const { count } = await tx.rateLimit.updateMany({ where, data: { count: { increment: 1 } } })
      const row = await tx.rateLimit.findUnique({ where: { key } })
      const ends = Number(row?.lastRequest ?? now) + length
      return { ok: count > 0, left: Math.max(0, max - (row?.count ?? 0)), ends }
    }
    const first = { ok: true, left: max - 1, ends: now + length }
    const counted = await counts()
    if (counted.ok) return counted
    const begun = await tx.rateLimit.updateMany({
      where: { key, OR: [{ lastRequest: { lte: since } }, { lastRequest: { gt: BigInt(now + length) } }] },
      data: { count: 1, lastRequest: BigInt(now) },
    })
    if (begun.count > 0) return first
    // It is full, or somebody else began it a moment ago.
    if ((await tx.rateLimit.count({ where: within })) > 0) return counts()
    await tx.rateLimit.create({ data: { id: newId(), key, count: 1, lastRequest: BigInt(now) } })
    return first
  })
}

/** Counts one attempt. @returns whether it may be made */
export const attempt = async (db: Database, key: string, limit: Limit, now?: number): Promise<boolean> =>
  (await countAttempt(db, key, limit, now)).ok

/** Forgets what was counted, after it went well; with it goes what is past: windows, and sessions, that have ended. */
export const forgetAttempts = async (db: Database, key: string, now = Date.now()): Promise<void> => {
  await db.write(async (tx) => {
    await tx.rateLimit.deleteMany({
      where: { OR: [{ key }, { lastRequest: { lt: BigInt(now - 86_400_000) } }] },
    })
    await tx.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  })
}
