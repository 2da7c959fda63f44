/** The SQLite connection under a transaction, for writing many rows without the client's work on each value. */
import type BetterSqlite3 from 'better-sqlite3'
import type { Tx } from './client'

const connections = new WeakMap<Tx, BetterSqlite3.Database>()

/** Remembers which connection a transaction runs on; forgotten with the transaction. */
export const bindConnection = (tx: Tx, connection: BetterSqlite3.Database): void => {
  connections.set(tx, connection)
}

/** @returns the connection of a transaction on SQLite; undefined on PostgreSQL */
export const connectionOf = (tx: Tx): BetterSqlite3.Database | undefined => connections.get(tx)
