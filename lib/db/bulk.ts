/**
 * Many rows in one statement with one bound value: the rows as JSON, taken apart by the database. Prisma's createMany
 * binds every cell on its own, which costs more than the insert.
 */
import { Prisma } from './generated/sqlite/client'
import type { Tx } from './client'

type Cell = string | number | boolean | Date | null

/** The PostgreSQL type of a column, from the first value in it that is not null. */
const typeOf = (value: Cell | undefined): string => {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'double precision'
  return value instanceof Date ? 'timestamp' : 'text'
}

/** Dates as both adapters store and read them: ISO text with an offset on SQLite, a timestamp on PostgreSQL. */
const cell = (value: Cell | undefined): string | number | boolean | null =>
  value instanceof Date ? value.toISOString().replace('Z', '+00:00') : (value ?? null)

/** Rows in one statement: bounds the size of the JSON. */
const CHUNK = 5_000

/**
 * Inserts rows that all have the same columns.
 * @param table a model of the schema; names are quoted, values are bound
 */
export const bulkInsert = async (tx: Tx, table: Prisma.ModelName, rows: readonly object[]): Promise<void> => {
  const [first] = rows as Record<string, Cell>[]
  if (!first) return
  const columns = Object.keys(first)
  const sample = (column: string) =>
    (rows as Record<string, Cell>[]).find((row) => row[column] !== null && row[column] !== undefined)?.[column]
  const types = columns.map((column) => typeOf(sample(column)))
  const sql = statement(tx, table, columns, types)
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = (rows as Record<string, Cell>[]).slice(start, start + CHUNK)
    await tx.$executeRawUnsafe(sql, JSON.stringify(chunk.map((row) => columns.map((column) => cell(row[column])))))
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Which database a transaction is on, as its client knows it. */
const isPostgres = (tx: Tx): boolean => (tx as unknown as { _activeProvider: string })._activeProvider === 'postgresql'

const statement = (tx: Tx, table: string, columns: string[], types: string[]): string => {
  const names = columns.map(quoted).join(', ')
  if (isPostgres(tx)) {
    const cells = columns.map((_, i) => `(value->>${i})::${types[i]}`).join(', ')
    return `INSERT INTO ${quoted(table)} (${names}) SELECT ${cells} FROM json_array_elements($1::json)`
  }
  // A JSON boolean reads as 0 or 1, as SQLite stores it.
  const cells = columns.map((_, i) => `value->>${i}`).join(', ')
  return `INSERT INTO ${quoted(table)} (${names}) SELECT ${cells} FROM json_each(?)`
}
