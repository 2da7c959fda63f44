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

type Cell = string | number | boolean | Uint8Array | null

/** Rows of one table as one flat list of cells, which can be handed from thread to thread at little cost. */
export interface PackedRows {
  table: Prisma.ModelName
  columns: readonly string[]
  /** Row after row, each with all columns. */
  cells: readonly Cell[]
}

/** Dates as both adapters store and read them: text with an offset on SQLite; PostgreSQL reads it as a timestamp. */
const dateText = (value: Date): string => value.toISOString().replace('Z', '+00:00')

/**
 * Rows that all have the same columns, ready to be inserted.
 * @param table a model of the schema
 * @param except fields of the rows that are no columns
 */
export const packed = (
  table: Prisma.ModelName,
  rows: readonly object[],
  except: readonly string[] = [],
): PackedRows => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !except.includes(column))
  const cells: Cell[] = []
  // The rows of a load share the moment at which they were recorded.
  let last: Date | null = null
  let lastText = ''
  for (const row of rows)
    for (const column of columns) {
      const value = (row as Record<string, Cell | Date | undefined>)[column]
      if (!(value instanceof Date)) cells.push(value ?? null)
      else {
        if (value !== last) {
          last = value
          lastText = dateText(value)
        }
        cells.push(lastText)
      }
    }
  return { table, columns, cells }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Statements by their text, for as long as their connection lives. */
const prepared = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>()

const statementOn = (connection: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement => {
  let statements = prepared.get(connection)
  if (!statements) prepared.set(connection, (statements = new Map()))
  let statement = statements.get(sql)
  if (!statement) statements.set(sql, (statement = connection.prepare(sql)))
  return statement
}

/** Runs a statement for each row, with its cells in the order of the columns. */
const eachSqlite = (
  connection: BetterSqlite3.Database,
  sql: string,
  { columns, cells }: PackedRows,
): void => {
  const width = columns.length
  const statement = statementOn(connection, sql)
  const row: Cell[] = new Array(width)
  for (let start = 0; start < cells.length; start += width) {
    for (let i = 0; i < width; i++) {
      const cell = cells[start + i] as Cell
      // The driver binds no booleans.
      row[i] = typeof cell === 'boolean' ? Number(cell) : cell
    }
    statement.run(row)
  }
}

/** A cell as JSON has it; bytes as PostgreSQL reads them from text. */
const jsonCell = (cell: Cell | undefined) =>
  cell instanceof Uint8Array ? `\\x${Buffer.from(cell).toString('hex')}` : cell

/** Runs a statement for some rows at a time; its $1 is the rows, as JSON. */
const somePostgres = async (tx: Tx, sql: string, { columns, cells }: PackedRows): Promise<void> => {
  const width = columns.length
  const rows = Array.from({ length: cells.length / width }, (_, row) =>
    Object.fromEntries(columns.map((column, i) => [column, jsonCell(cells[row * width + i])])),
  )
  for (let start = 0; start < rows.length; start += CHUNK)
    await tx.$executeRawUnsafe(sql, JSON.stringify(rows.slice(start, start + CHUNK)))
}

/**
 * Inserts packed rows; names are quoted, values are bound.
 * @param conflict what becomes of a row that is there already, as SQL: ON CONFLICT …
 */
export const bulkInsert = async (tx: Tx, rows: PackedRows, conflict = ''): Promise<void> => {
  if (rows.cells.length === 0) return
  const columns = rows.columns.map(quoted).join(', ')
  const into = `INSERT INTO ${quoted(rows.table)} (${columns})`
  const connection = connectionOf(tx)
  if (connection) {
    const marks = rows.columns.map(() => '?').join(', ')
    eachSqlite(connection, `${into} VALUES (${marks}) ${conflict}`, rows)
  } else await somePostgres(tx, `${into} SELECT ${columns} FROM ${given(rows)} ${conflict}`, rows)
}

/** The rows that a statement on PostgreSQL was given, as a table. */
const given = ({ table }: PackedRows) => `json_populate_recordset(NULL::${quoted(table)}, $1::json)`

/**
 * Sets columns of rows that are there.
 * @param rows their last column is the key
 */
export const bulkUpdate = async (tx: Tx, rows: PackedRows): Promise<void> => {
  if (rows.cells.length === 0) return
  const key = quoted(rows.columns.at(-1) as string)
  const set = rows.columns.slice(0, -1).map(quoted)
  const update = `UPDATE ${quoted(rows.table)} SET`
  const connection = connectionOf(tx)
  if (connection)
    eachSqlite(connection, `${update} ${set.map((c) => `${c} = ?`).join(', ')} WHERE ${key} = ?`, rows)
  else {
    const values = set.map((c) => `${c} = given.${c}`).join(', ')
    const sql = `${update} ${values} FROM ${given(rows)} AS given WHERE ${quoted(rows.table)}.${key} = given.${key}`
    await somePostgres(tx, sql, rows)
  }
}

/** Deletes rows of what is derived; all columns together are their key. */
export const bulkDelete = async (tx: Tx, rows: PackedRows): Promise<void> => {
  if (rows.cells.length === 0) return
  const from = `DELETE FROM ${quoted(rows.table)}`
  const columns = rows.columns.map(quoted)
  const connection = connectionOf(tx)
  if (connection)
    eachSqlite(connection, `${from} WHERE ${columns.map((c) => `${c} = ?`).join(' AND ')}`, rows)
  else {
    const same = columns.map((c) => `${quoted(rows.table)}.${c} = given.${c}`).join(' AND ')
    await somePostgres(tx, `${from} USING ${given(rows)} AS given WHERE ${same}`, rows)
  }
}
