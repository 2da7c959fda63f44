/**
 * Who may write at the same time. On SQLite one transaction writes after another. On PostgreSQL two run side by side
 * and do not see what the other has not committed: a claim could come to rest on a source just while somebody else
 * retracts it, and neither would derive it anew. So those who change claims share a turn, and whoever changes what
 * claims rest on has one alone. A turn ends with its transaction.
 */
import type { Tx } from './client'

/** Any number that nothing else on the server uses as an advisory lock. */
const LEDGER = 7_061_502

const onServer = new WeakSet<Tx>()

/** Remembers that a transaction is on PostgreSQL; forgotten with the transaction. */
export const bindServer = (tx: Tx): void => {
  onServer.add(tx)
}

/** Waits until nobody has a turn alone. Asked for before the first row is written, so that nobody waits in a ring. */
export const shareTurn = async (tx: Tx): Promise<void> => {
  if (onServer.has(tx)) await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LEDGER})`
}

/** Waits until nobody else has a turn. */
export const takeTurn = async (tx: Tx): Promise<void> => {
  if (onServer.has(tx)) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LEDGER})`
}
