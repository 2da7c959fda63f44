/** Real databases for tests: each suite runs on SQLite and on PostgreSQL, on clones of a migrated template. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../../lib/db/client'
import type { DatabaseKind } from '../../lib/db/url'

declare module 'vitest' {
  export interface ProvidedContext {
    sqliteTemplate: string
    /** The address of the server's own database; clones are made from `on_record_template`. */
    postgresUrl: string
  }
}

let made = 0

/** A folder of the test file's own, removed when it has ended. */
export const testFolder = (): string => {
  // Within the folder of the whole run, which goes with it: a worker that is killed cleans nothing up.
  const folder = mkdtempSync(join(dirname(inject('sqliteTemplate')), 'file-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const cloneSqlite = (folder: string): string => {
  const file = join(folder, `${++made}.db`)
  copyFileSync(inject('sqliteTemplate'), file)
  return `file:${file}`
}

/**
 * Makes a database on the PostgreSQL server of the tests.
 * @param template `on_record_template` for a migrated one, `template0` for one without any table
 * @returns its address
 */
export const createPostgres = async (template = 'on_record_template'): Promise<string> => {
  const url = new URL(inject('postgresUrl'))
  const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${++made}_${Date.now().toString(36)}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE ${template}`)
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
  suite: (open: () => Promise<Database>, kind: DatabaseKind) => void,
): void => {
  for (const kind of ['sqlite', 'postgresql'] as const)
    describeAcross(`${name} (${kind})`, (open) => suite(() => open(kind), kind))
}

/** Runs a suite that moves from one database to the other; `open` is given which it opens. */
export const describeAcross = (
  name: string,
  suite: (open: (kind: DatabaseKind) => Promise<Database>) => void,
): void => {
  describe(name, () => {
    const opened: Database[] = []
    // Registered after the folder's, so it runs before: hooks at the end run in reverse.
    const folder = testFolder()
    afterAll(async () => {
      await Promise.all(opened.map((db) => db.close()))
    })
    suite(async (kind) => {
      const db = openDatabase(kind === 'sqlite' ? cloneSqlite(folder) : await createPostgres())
      opened.push(db)
      return db
    })
  })
}

/** Runs a suite about what SQLite alone has, with `clone` for the address of an empty, migrated file of its own. */
export const describeSqlite = (name: string, suite: (clone: () => string) => void): void => {
  describe(`${name} (sqlite)`, () => {
    const folder = testFolder()
    suite(() => cloneSqlite(folder))
  })
}

/** Runs a suite on both databases, with `blank` for the address of one that was never migrated. */
export const describeBlank = (
  name: string,
  suite: (blank: () => Promise<string>, kind: DatabaseKind) => void,
): void => {
  for (const kind of ['sqlite', 'postgresql'] as const)
    describe(`${name} (${kind})`, () => {
      const folder = testFolder()
      suite(
        async () =>
          kind === 'sqlite' ? `file:${join(folder, `${++made}.db`)}` : createPostgres('template0'),
        kind,
      )
    })
}
