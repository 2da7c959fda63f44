/**
 * Indexes out of the way of a large load: made once at the end, from sorted rows, they cost a third of what they cost
 * row by row. What is dropped is written down in the same transaction, so that a load that was killed leaves lists that
 * are slow, and the next start makes their indexes again.
 */
import Sqlite from 'better-sqlite3'
import { whenFree } from './busy'
import type { Prisma } from './generated/sqlite/client'
import { withPgClient } from './history'
import { type Target, targetOf } from './url'

/** Runs one statement on a connection of its own; null where there is nothing to be read. */
type Run = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>

/** Memory for sorting an index; the usual 2 MB would write most of it out again and again. */
const SORT_KB = 200_000

const onSqlite = async <T>(file: string, body: (run: Run) => Promise<T>): Promise<T> => {
  const db = new Sqlite(file, { timeout: 0 })
  db.pragma(`cache_size = -${SORT_KB}`)
  try {
    return await body(async <Row>(sql: string, values: readonly unknown[] = []) => {
      const statement = db.prepare(sql)
      return whenFree(() =>
        statement.reader ? (statement.all(...values) as Row[]) : (statement.run(...values), []),
      )
    })
  } finally {
    db.close()
  }
}

const onPostgres = <T>(url: string, body: (run: Run) => Promise<T>): Promise<T> =>
  withPgClient(url, (client) =>
    body(async <Row>(sql: string, values: readonly unknown[] = []) => {
      let n = 0
      const { rows } = await client.query(
        sql.replaceAll('?', () => `$${++n}`),
        [...values],
      )
      return rows as Row[]
    }),
  )

const on = <T>({ file, url }: Target, body: (run: Run) => Promise<T>): Promise<T> =>
  file ? onSqlite(file, body) : onPostgres(url, body)

const inTransaction = async (run: Run, begin: string, body: () => Promise<void>): Promise<void> => {
  await run(begin)
  try {
    await body()
    await run('COMMIT')
  } catch (error) {
    await run('ROLLBACK')
    throw error
  }
}

/** What of the two databases differs here. */
const DIALECT = {
  sqlite: {
    begin: 'BEGIN IMMEDIATE',
    exists: `SELECT 1 FROM sqlite_master WHERE name = 'DeferredIndex'`,
    // An index that a constraint made has no statement; a unique one is kept, for it is a rule.
    indexesOf: `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE INDEX%'`,
  },
  postgresql: {
    begin: 'BEGIN',
    exists: `SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'DeferredIndex'`,
    indexesOf: `SELECT indexname AS name, indexdef AS sql FROM pg_indexes
      WHERE schemaname = current_schema() AND tablename = ? AND indexdef LIKE 'CREATE INDEX%'`,
  },
} as const

interface Index {
  name: string
  sql: string
}

/** Takes the indexes of these tables away that are only there to be quick; unique ones stay. */
export const deferIndexes = (url: string, tables: readonly Prisma.ModelName[]): Promise<void> => {
  const target = targetOf(url)
  const { begin, indexesOf } = DIALECT[target.kind]
  return on(target, (run) =>
    inTransaction(run, begin, async () => {
      for (const table of tables)
        for (const { name, sql } of await run<Index>(indexesOf, [table])) {
          await run('INSERT INTO "DeferredIndex" ("name", "sql") VALUES (?, ?)', [name, sql])
          await run(`DROP INDEX "${name}"`)
        }
    }),
  )
}

/** Makes all indexes again that a load took away, one after another; nothing where none is missing. */
export const restoreIndexes = (target: Target): Promise<void> => {
  const { begin, exists } = DIALECT[target.kind]
  return on(target, async (run) => {
    if ((await run(exists)).length === 0) return
    for (const { name } of await run<Index>('SELECT "name" FROM "DeferredIndex"'))
      await inTransaction(run, begin, async () => {
        // Whoever starts at the same time waits here, and then finds it gone.
        const [index] = await run<Index>('DELETE FROM "DeferredIndex" WHERE "name" = ? RETURNING "sql"', [
          name,
        ])
        if (index) await run(index.sql)
      })
  })
}
