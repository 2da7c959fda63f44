import type { Database, Reader } from '../db/client'
import { ok, type Result } from '../domain/result'

/**
 * A form that was sent twice, by a second click or a reloaded page, makes one record: its page gave it the id of what
 * it is to make, and the second post is answered as the first.
 * @param find reads what the first one made
 */
export const orSentBefore = async <T>(
  db: Database,
  result: Result<T>,
  find: (reader: Reader) => Promise<T | null>,
): Promise<Result<T>> => {
  if (result.ok || result.refusal.code !== 'duplicate' || result.refusal.field !== 'id') return result
  const made = await find(db.reader)
  return made ? ok(made) : result
}
