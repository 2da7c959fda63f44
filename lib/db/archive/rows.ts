/** Rows of an archive's table, from the database to lines and back; the same lines from both databases. */
import { bulkInsert, bulkUpdate } from '../bulk'
import type { Reader, Tx } from '../client'
import { Prisma } from '../generated/sqlite/client'
import type { ArchiveTable, Column } from './tables'

type Cell = string | number | boolean | null
export type ArchiveRow = Record<string, unknown>

/** Rows in one read: a few megabytes at most, and one statement for many. */
const PAGE = 1_000

const names = (columns: readonly string[]) => columns.map((name) => `"${name}"`).join(', ')

/** A value as it stands in a line, whatever form the driver gave it. */
const written = ({ type }: Column, value: unknown): unknown => {
  if (value === null) return null
  if (type === 'date') return new Date(value as string | Date).toISOString()
  if (type === 'bool') return value === true || value === 1 || value === 1n
  // Empty where it is still to be derived.
  if (type === 'json') return value === '' ? '' : JSON.parse(value as string)
  return type === 'text' ? value : Number(value)
}

/** The rows of a table in the order of its key, some at a time. */
export async function* archivedRows(
  reader: Reader,
  { table, key, columns, where }: ArchiveTable,
): AsyncGenerator<ArchiveRow[]> {
  const select = Prisma.raw(`SELECT ${names(columns.map(({ name }) => name))} FROM "${table}"`)
  const order = Prisma.raw(`ORDER BY ${names(key)} LIMIT ${PAGE}`)
  const only = where ? [Prisma.raw(`(${where})`)] : []
  let last: unknown[] | null = null
  for (;;) {
    const beyond: Prisma.Sql[] = last
      ? [Prisma.sql`(${Prisma.raw(names(key))}) > (${Prisma.join(last)})`]
      : []
    const conditions = [...only, ...beyond]
    const which = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty
    const rows: ArchiveRow[] = await reader.$queryRaw<ArchiveRow[]>`${select} ${which} ${order}`
    yield rows.map((row) => Object.fromEntries(columns.map((c) => [c.name, written(c, row[c.name])])))
    if (rows.length < PAGE) return
    last = key.map((name) => rows.at(-1)?.[name])
  }
}

/** A value as a cell for the bulk writer: dates as both adapters store them, JSON as text. */
const cell = ({ type }: Column, value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (type === 'date') return (value as string).replace('Z', '+00:00')
  return type === 'json' && value !== '' ? JSON.stringify(value) : (value as Cell)
}

const cells = (columns: readonly Column[], rows: readonly ArchiveRow[], empty: readonly string[] = []) =>
  rows.flatMap((row) => columns.map((c) => (empty.includes(c.name) ? null : cell(c, row[c.name]))))

/** Inserts rows; columns that refer to rows of the same table stay empty until `linkRows`. */
export const insertRows = (
  tx: Tx,
  { table, key, later }: ArchiveTable,
  columns: readonly Column[],
  rows: readonly ArchiveRow[],
): Promise<void> =>
  bulkInsert(
    tx,
    { table, columns: columns.map(({ name }) => name), cells: cells(columns, rows, later) },
    // What a database says of itself from its first start on gives way to what the ledger says.
    table === 'Setting' ? `ON CONFLICT (${names(key)}) DO UPDATE SET "value" = excluded."value"` : '',
  )

/** Sets what refers to rows of the same table, once all of them are there. */
export const linkRows = async (
  tx: Tx,
  { table, later = [] }: ArchiveTable,
  columns: readonly Column[],
  rows: readonly ArchiveRow[],
): Promise<void> => {
  const set = columns.filter(({ name }) => later.includes(name))
  const id: Column = { name: 'id', type: 'text', nullable: false }
  const linked = rows.filter((row) => set.some(({ name }) => row[name] !== null && row[name] !== undefined))
  const all = [...set, id]
  await bulkUpdate(tx, { table, columns: all.map(({ name }) => name), cells: cells(all, linked) })
}
