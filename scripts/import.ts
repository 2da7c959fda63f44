/**
 * npm run import -- FILE [--profile NAME] [--collection NAME] [--publisher NAME] [--dry-run] [--publish]: a file of
 * others comes to the desk (docs/import.md); a run that was killed is gone on with by the same command. An archive of
 * a ledger is read into an empty one (docs/archive.md). Exit code 1 where it could not be read, or a record was left out.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { openDatabase } from '../lib/db/client'
import { ROOMY, SPARE } from '../lib/db/guard'
import { applyMigrations } from '../lib/db/migrate'
import { importArchive } from './imports/archive'
import { importFile } from './imports/file'
import { runScript } from './run'

/** What a zip archive begins with. */
const ZIP = 'PK\u0003\u0004'

const isZip = (file: string): boolean => {
  const begins = Buffer.alloc(ZIP.length)
  const opened = openSync(file, 'r')
  readSync(opened, begins)
  closeSync(opened)
  return begins.toString('latin1') === ZIP
}

// What lives is little, and each batch leaves much behind: without this the heap grows to several times of what lives
// before anything is collected, and a large file takes half a gigabyte (decision 0133).
setFlagsFromString('--heap-growing-percent=20')

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      collection: { type: 'string' },
      publisher: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
    },
  })
  const [file, more] = positionals
  if (!file || more)
    throw new Error(
      'Name the file: npm run import -- FILE [--profile NAME] [--collection NAME] [--publisher NAME] [--dry-run] [--publish]',
    )
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  await applyMigrations()
  const archive = isZip(file)
  const db = openDatabase(undefined, archive ? ROOMY : SPARE)
  try {
    if (archive) await importArchive(db, file)
    else if (!(await importFile(db, file, values))) process.exitCode = 1
  } finally {
    await db.close()
  }
})
