/**
 * Many rows at a time. On SQLite a prepared statement runs for each row on the connection of the transaction; on
 * PostgreSQL one statement takes the rows as JSON, in one bound value. Prisma's createMany binds every cell on its
 * own and looks at each, which costs more than the insert.
 */
import type BetterSqlite3 from 'better-sqlite3'
import type { Tx } from './client'
import { connectionOf } from './connection'
import type { Prisma } from './generated/sqlite/client'

/** Rows in one statement on PostgreSQL: bounds the size of the JSON. */
const CHUNK = 5_000

type Row = Record<string, unknown>

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Dates as both adapters store and read them: text with an offset on SQLite; PostgreSQL reads it as a timestamp. */
const dateText = (value: Date): string => value.toISOString().replace('Z', '+00:00')

/** Booleans as SQLite stores them; the driver binds none. */
const sqliteCell = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : (value ?? null))

/** Statements by their text, for as long as their connection lives. */
const prepared = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>()

const statementOn = (connection: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement => {
  let statements = prepared.get(connection)
  if (!statements) prepared.set(connection, (statements = new Map()))
  let statement = statements.get(sql)
  if (!statement) statements.set(sql, (statement = connection.prepare(sql)))
  return statement
}

const insertSqlite = (
  connection: BetterSqlite3.Database,
  into: string,
  columns: readonly string[],
  rows: readonly Row[],
): void => {
  const statement = statementOn(connection, `${into} VALUES (${columns.map(() => '?').join(', ')})`)
  const cells: unknown[] = new Array(columns.length)
  // The rows of a load share the moment at which they were recorded.
  let last: Date | null = null
  let lastText = ''
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const value = row[columns[i] as string]
      if (value instanceof Date) {
        if (value !== last) {
          last = value
          lastText = dateText(value)
        }
        cells[i] = lastText
      } else cells[i] = sqliteCell(value)
    }
    statement.run(cells)
  }
}

const insertPostgres = async (
  tx: Tx,
  into: string,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> => {
  const sql = `${into} SELECT ${columns.map(quoted).join(', ')}
    FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`
  const shape = (row: Row) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = row[column]
        return [column, value instanceof Date ? dateText(value) : (value ?? null)]
      }),
    )
  for (let start = 0; start < rows.length; start += CHUNK)
    await tx.$executeRawUnsafe(sql, JSON.stringify(rows.slice(start, start + CHUNK).map(shape)))
}

/**
 * Inserts rows that all have the same columns.
 * @param table a model of the schema; names are quoted, values are bound
 * @param except fields of the rows that are no columns
 */
export const bulkInsert = async (
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly object[],
  except: readonly string[] = [],
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !except.includes(column))
  if (columns.length === 0) return
  const into = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')})`
  const connection = connectionOf(tx)
  if (connection) insertSqlite(connection, into, columns, rows as readonly Row[])
  else await insertPostgres(tx, into, table, columns, rows as readonly Row[])
}
