/** Reading rows by statements of our own, without the client's work on each value. */
import type BetterSqlite3 from 'better-sqlite3'
import type { Reader } from './client'
import type { Prisma } from './generated/sqlite/client'
import { noteSince } from './slow'

/** The connection of a client that reads an embedded database, once it is connected. */
export interface Reading {
  connection: BetterSqlite3.Database | null
}

/** Statements that are kept: a page of a list has a dozen, and their texts differ by how many values are asked about. */
const KEPT = 200

const kept = globalThis as unknown as {
  onRecordReadings?: WeakMap<object, Reading>
  onRecordStatements?: WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>
}
/** On the global object: the server bundles this file more than once. */
const readings = (kept.onRecordReadings ??= new WeakMap())
const statements = (kept.onRecordStatements ??= new WeakMap())

/** Remembers by which connection a client reads; forgotten with the client. */
export const bindReading = (reader: object, reading: Reading): void => {
  readings.set(reader, reading)
}

/** A statement that was prepared before, or is now; of many the one that was used longest ago is let go. */
const prepared = (connection: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement => {
  let some = statements.get(connection)
  if (!some) statements.set(connection, (some = new Map()))
  const statement = some.get(sql) ?? connection.prepare(sql).safeIntegers(false)
  some.delete(sql)
  some.set(sql, statement)
  const [oldest] = some.keys()
  if (some.size > KEPT && oldest !== undefined) some.delete(oldest)
  return statement
}

/**
 * The rows of a statement that reads text and whole numbers: moments would be told as they are stored.
 * @param reader the reader, or the transaction of a command, which reads by its own connection
 */
export const rowsOf = async <Row>(reader: Reader, sql: Prisma.Sql): Promise<Row[]> => {
  const connection = readings.get(reader)?.connection
  if (!connection?.open) return reader.$queryRaw<Row[]>(sql)
  const start = performance.now()
  const rows = prepared(connection, sql.sql).all(...sql.values) as Row[]
  noteSince(sql.sql, start)
  return rows
}
