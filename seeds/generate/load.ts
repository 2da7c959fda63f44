import { type Batches, writePrepared } from '../../lib/commands/bulk/write'
import type { Database } from '../../lib/db/client'
import { deferIndexes, restoreIndexes } from '../../lib/db/deferred-indexes'
import { targetOf } from '../../lib/db/url'
import type { Actor } from '../../lib/domain/actor'
import { type LedgerSize, preparedLedger } from './prepare'

/** One transaction: about three seconds, and far less than a transaction may take where the machine is busy. */
const FULL = { claims: 20_000, ms: 20_000 }

/** Where the batches are made: in this thread, or in another one while this one writes. */
export type Preparation = (actor: Actor, size: LedgerSize) => Batches

/** A ledger that grows by this many claims, and to twice its size, is loaded without its indexes. */
const LARGE = 5_000

/** The tables of most rows. */
const TABLES = [
  'Claim',
  'ClaimFacet',
  'ClaimTopic',
  'ClaimRelation',
  'Appearance',
  'Evidence',
  'Stake',
  'Link',
  'LinkClaim',
  'Event',
  'StatusChange',
  'SampleKey',
  // Fewer, but each transaction counts their claims again.
  'Speaker',
  'Source',
] as const

interface Options {
  seed?: number
  /** Is told how many claims are written so far. */
  progress?: (claims: number) => void
  prepare?: Preparation
}

/** Generates a ledger of invented claims into the database; `claims` is how many. */
export const generateLedger = async (
  db: Database,
  actor: Actor,
  claims: number,
  { seed = 1, prepare = preparedLedger, progress }: Options = {},
): Promise<void> => {
  const large = claims >= LARGE && claims > (await db.reader.claim.count())
  if (large) await deferIndexes(db.url, TABLES)
  try {
    await writePrepared(db, prepare(actor, { claims, seed }), FULL, progress)
  } finally {
    if (large) await restoreIndexes(targetOf(db.url))
  }
}
