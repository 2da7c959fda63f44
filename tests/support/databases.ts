/** Real databases for tests: each suite runs on SQLite and on PostgreSQL, on clones of a migrated template. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../../lib/db/client'

declare module 'vitest' {
  export interface ProvidedContext {
    sqliteTemplate: string
    /** The address of the server's own database; clones are made from `template`. */
    postgresUrl: string
  }
}

let made = 0

const cloneSqlite = (folder: string): string => {
  const file = join(folder, `${++made}.db`)
  copyFileSync(inject('sqliteTemplate'), file)
  return `file:${file}`
}

const clonePostgres = async (): Promise<string> => {
  const url = new URL(inject('postgresUrl'))
  const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${++made}_${Date.now().toString(36)}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE on_record_template`)
  } finally {
    await client.end()
  }
  url.pathname = `/${name}`
  return url.href
}

/**
 * Runs a suite on both databases.
 * @param suite is given `open`: each call opens an empty, migrated database of its own, closed at the end
 */
export const describeDatabases = (
  name: string,
  suite: (open: () => Promise<Database>, kind: 'sqlite' | 'postgresql') => void,
): void => {
  for (const kind of ['sqlite', 'postgresql'] as const)
    describe(`${name} (${kind})`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'on-record-db-'))
      const opened: Database[] = []
      const open = async () => {
        const db = openDatabase(kind === 'sqlite' ? cloneSqlite(folder) : await clonePostgres())
        opened.push(db)
        return db
      }
      afterAll(async () => {
        await Promise.all(opened.map((db) => db.close()))
        rmSync(folder, { recursive: true, force: true })
      })
      suite(open, kind)
    })
}
