import { type Batches, writePrepared } from '../../lib/commands/bulk/write'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { type LedgerSize, preparedLedger } from './prepare'

/** Claims in one transaction, of about three seconds. */
const FULL = 20_000

/** Where the batches are made: in this thread, or in another one while this one writes. */
export type Preparation = (actor: Actor, size: LedgerSize) => Batches

/**
 * Generates a ledger of invented claims into the database.
 * @param progress is told how many claims are written so far
 */
export const generateLedger = (
  db: Database,
  actor: Actor,
  claims: number,
  options: { seed?: number; progress?: (done: number) => void; prepare?: Preparation } = {},
): Promise<void> => {
  const { seed = 1, prepare = preparedLedger, progress } = options
  return writePrepared(db, prepare(actor, { claims, seed }), FULL, progress)
}
