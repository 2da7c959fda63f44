/** Which migrations a database has had, as Prisma keeps them in `_prisma_migrations`. */
import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { asUnavailable } from './unavailable'
import type { Target } from './url'

export interface Applied {
  name: string
  /** Whether it reached its end; one that did not has left the database half changed. */
  finished: boolean
}

const ROWS = `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`

type Row = { name: string; finished: number | boolean }
const read = (rows: Row[]): Applied[] => rows.map(({ name, finished }) => ({ name, finished: !!finished }))

const onSqlite = (file: string): Applied[] => {
  if (!existsSync(file)) return []
  const db = new Sqlite(file, { readonly: true })
  try {
    const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()
    return has ? read(db.prepare(ROWS).all() as Row[]) : []
  } finally {
    db.close()
  }
}

/** How long a server may take to answer; across the world it takes less than a second. */
const CONNECT_MS = 10_000

/**
 * Lends a connection of its own to `body`.
 * @throws what the driver throws
 */
export const withPgClient = async <T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  // A server that goes away meanwhile fails the query too, which says it better.
  client.on('error', () => {})
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}

const onPostgres = (url: string): Promise<Applied[]> =>
  withPgClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS has")
    return rows[0]?.has ? read((await client.query<Row>(ROWS)).rows) : []
  })

/**
 * The migrations that a database has had, oldest first; none where there is no file yet.
 * @throws DatabaseUnavailable when it cannot be opened
 */
export const appliedMigrations = async (target: Target): Promise<Applied[]> => {
  try {
    return target.file ? onSqlite(target.file) : await onPostgres(target.url)
  } catch (error) {
    throw asUnavailable(target, error)
  }
}
