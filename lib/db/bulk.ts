/**
 * Many rows in one statement with one bound value: the rows as JSON, taken apart by the database. Prisma's createMany
 * binds every cell on its own, which costs more than the insert.
 */
import type { Tx } from './client'
import type { Prisma } from './generated/sqlite/client'

/** Rows in one statement: bounds the size of the JSON. */
const CHUNK = 5_000

/** Dates as both adapters store and read them: text with an offset on SQLite; PostgreSQL reads it as a timestamp. */
const cell = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().replace('Z', '+00:00') : (value ?? null)

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Which database a transaction is on, as its client knows it. */
const isPostgres = (tx: Tx): boolean =>
  (tx as unknown as { _activeProvider: string })._activeProvider === 'postgresql'

const statement = (postgres: boolean, table: string, columns: string[]): string => {
  const names = columns.map(quoted).join(', ')
  const into = `INSERT INTO ${quoted(table)} (${names})`
  if (postgres)
    return `${into} SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`
  // A JSON boolean reads as 0 or 1, as SQLite stores it.
  return `${into} SELECT ${columns.map((_, i) => `value->>${i}`).join(', ')} FROM json_each(?)`
}

/**
 * Inserts rows that all have the same columns.
 * @param table a model of the schema; names are quoted, values are bound
 */
export const bulkInsert = async (tx: Tx, table: Prisma.ModelName, rows: readonly object[]): Promise<void> => {
  const all = rows as readonly Record<string, unknown>[]
  const columns = Object.keys(all[0] ?? {})
  if (columns.length === 0) return
  const postgres = isPostgres(tx)
  const sql = statement(postgres, table, columns)
  const shape: (row: Record<string, unknown>) => unknown = postgres
    ? (row: Record<string, unknown>) =>
        Object.fromEntries(columns.map((column) => [column, cell(row[column])]))
    : (row: Record<string, unknown>) => columns.map((column) => cell(row[column]))
  for (let start = 0; start < all.length; start += CHUNK)
    await tx.$executeRawUnsafe(sql, JSON.stringify(all.slice(start, start + CHUNK).map(shape)))
}
