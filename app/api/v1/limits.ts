/**
 * How much may be asked. Writes and keys that do not work are counted in the database, for all servers together; reads
 * in this process, because a read must not wait for whoever is writing (docs/decisions/0108).
 */
import { type Counted, countAttempt, type Limit } from '@/lib/commands/throttle'
import { getDatabase } from '@/lib/web/database'
import { addressDigest } from '@/lib/web/sign-in'

interface Policy extends Limit {
  name: string
}

/** A program that reads a whole ledger page by page, or writes one row after another, is not held up by these. */
const READS: Policy = { name: 'reads', max: 600, seconds: 60 }
const READS_OF_READERS: Policy = { name: 'reads', max: 300, seconds: 60 }
const WRITES: Policy = { name: 'writes', max: 300, seconds: 60 }
const WRONG_KEYS: Policy = { name: 'keys', max: 30, seconds: 900 }

export interface Held {
  ok: boolean
  headers: Record<string, string>
}

/** As draft-ietf-httpapi-ratelimit-headers has it. */
const heldBy = ({ name, max, seconds }: Policy, { ok, left, ends }: Counted, now: number): Held => {
  const wait = Math.max(1, Math.ceil((ends - now) / 1000))
  return {
    ok,
    headers: {
      'RateLimit-Policy': `"${name}";q=${max};w=${seconds}`,
      RateLimit: `"${name}";r=${left};t=${wait}`,
      ...(ok ? {} : { 'Retry-After': `${wait}` }),
    },
  }
}

interface Window {
  count: number
  ends: number
}
const kept = globalThis as unknown as { onRecordReads?: Map<string, Window> }
/** Callers of one window; beyond them the oldest is forgotten. */
const MOST = 10_000

const countRead = (who: string, { max, seconds }: Policy, now: number): Counted => {
  kept.onRecordReads ??= new Map()
  const windows = kept.onRecordReads
  const before = windows.get(who)
  // One that ends later than a whole window from now was begun before the clock was set back.
  const fresh = !before || before.ends <= now || before.ends > now + seconds * 1000
  const window = fresh ? { count: 0, ends: now + seconds * 1000 } : before
  window.count += 1
  if (fresh) {
    // At the end again, so that the first is the oldest.
    windows.delete(who)
    windows.set(who, window)
    const [oldest] = windows.keys()
    if (windows.size > MOST && oldest !== undefined) windows.delete(oldest)
  }
  return { ok: window.count <= max, left: Math.max(0, max - window.count), ends: window.ends }
}

/** Counts a request. @param who the caller, or null for a reader, who is counted by address */
export const countRequest = async (who: string | null, headers: Headers, write: boolean): Promise<Held> => {
  const now = Date.now()
  if (write) {
    const counted = await countAttempt(getDatabase(), `api:${who ?? addressDigest(headers)}`, WRITES, now)
    return heldBy(WRITES, counted, now)
  }
  const policy = who ? READS : READS_OF_READERS
  return heldBy(policy, countRead(who ?? addressDigest(headers), policy, now), now)
}

/** Counts a key that does not work, so that nobody tries many. */
export const countWrongKey = async (headers: Headers): Promise<Held> => {
  const now = Date.now()
  const counted = await countAttempt(getDatabase(), `api-key:${addressDigest(headers)}`, WRONG_KEYS, now)
  return heldBy(WRONG_KEYS, counted, now)
}
