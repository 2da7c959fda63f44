/** The SQLite connection under a transaction, for writing many rows without the client's work on each value. */
import type BetterSqlite3 from 'better-sqlite3'
import type { Tx } from './client'

/** One transaction's time on the connection, which others have after it. */
export interface Lease {
  readonly connection: BetterSqlite3.Database
  ended: boolean
}

/** On the global object: the server bundles this file more than once, and all copies share one database. */
const kept = globalThis as unknown as { onRecordLeases?: WeakMap<Tx, Lease> }
const leases = (kept.onRecordLeases ??= new WeakMap<Tx, Lease>())

/** Remembers which lease a transaction holds; forgotten with the transaction. */
export const bindLease = (tx: Tx, lease: Lease): void => {
  leases.set(tx, lease)
}

/**
 * @returns the connection of a transaction on SQLite; undefined on PostgreSQL
 * @throws where the transaction has ended (the client gave it up, perhaps): what came now would stand alone, or fall
 * with the transaction of another
 */
export const connectionOf = (tx: Tx): BetterSqlite3.Database | undefined => {
  const lease = leases.get(tx)
  if (lease && (lease.ended || !lease.connection.inTransaction))
    throw new Error('The transaction has ended; nothing more can be written in it.')
  return lease?.connection
}
