/** Copies of an embedded database, whole and checked. */
import { existsSync, renameSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { isBusy } from '../busy'
import { DatabaseUnavailable } from '../url'

/** All pages in one step: it reads one moment. In several, every write of another process would begin it anew. */
const ALL_PAGES = 0x7fffffff

/**
 * Copies a database as it stands at one moment, while others write.
 * @param to the copy, a file that is not there yet
 */
export const copySqlite = async (file: string, to: string): Promise<void> => {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    await db.backup(to, { progress: () => ALL_PAGES })
  } finally {
    db.close()
  }
  closeWal(to)
}

/** Makes the copy one file: it is marked as one that has a log beside it, as the database is. */
const closeWal = (file: string): void => {
  const db = new Sqlite(file)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/**
 * Reads every page, index and foreign key.
 * @returns what is wrong, in SQLite's words; null where nothing is
 */
export const damageOf = (file: string): string | null => {
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const said = db.pragma('integrity_check(1)', { simple: true })
      if (said !== 'ok') return String(said)
      const [broken] = db.pragma('foreign_key_check') as { table: string }[]
      return broken ? `a row of ${broken.table} refers to nothing` : null
    } finally {
      db.close()
    }
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * Puts a file in the place of a database that nobody has open.
 * @param aside where the old one is kept, if there is one
 * @throws DatabaseUnavailable where a process has it open; nothing is changed then
 */
export const exchangeSqlite = (file: string, next: string, aside: string): void => {
  if (existsSync(file)) {
    const db = new Sqlite(file, { timeout: 2_000 })
    try {
      // It leaves its log only while nobody else has it open, and takes what stands there into the file.
      if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw inUse(file)
    } catch (error) {
      throw isBusy(error) ? inUse(file) : error
    } finally {
      db.close()
    }
    renameSync(file, aside)
  }
  renameSync(next, file)
}

const inUse = (file: string) =>
  new DatabaseUnavailable(`A server or a command has ${file} open; stop it, then restore again.`)
