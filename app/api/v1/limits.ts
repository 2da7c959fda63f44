/**
 * How much may be asked. Writes and keys that do not work are counted in the database, for all servers together; reads
 * in this process, because a read must not wait for whoever is writing (docs/decisions/0108).
 */
import { countAttempt } from '@/lib/commands/throttle'
import { addressDigest } from '@/lib/web/client-address'
import { getDatabase } from '@/lib/web/database'
import { countRead, type Held, heldBy, type Policy } from '@/lib/web/reads'

/** A program that reads a whole ledger page by page, or writes one row after another, is not held up by these. */
const READS: Policy = { name: 'reads', max: 600, seconds: 60 }
const READS_OF_READERS: Policy = { name: 'reads', max: 300, seconds: 60 }
const WRITES: Policy = { name: 'writes', max: 300, seconds: 60 }
const WRONG_KEYS: Policy = { name: 'keys', max: 30, seconds: 900 }

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
