/**
 * npm run backup [-- --into FOLDER] [--keep N] [--archive]: copies the database while editors go on. --archive writes an
 * archive of the ledger instead, which needs no program of PostgreSQL's. It changes no schema, so that it can be run
 * before an upgrade, by the code of either version.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BackupOptions, makeBackup } from '../lib/commands/backup/make'
import { type Database, openDatabase } from '../lib/db/client'
import { statusOf } from '../lib/db/migrate'
import { targetOf } from '../lib/db/url'
import { makeArchive } from '../lib/queries/archive/archive'
import { runScript } from './run'

const archiveOf =
  (db: Database): BackupOptions['archive'] =>
  async (consume) => {
    const made = await makeArchive(db, { kind: 'system', name: 'npm run backup' }, 'full', consume)
    if (!made.ok) throw new Error(made.refusal.sentence)
  }

const requireLedger = async (archive: boolean): Promise<void> => {
  const target = targetOf()
  if (target.file && !existsSync(target.file))
    throw new Error(`There is no database at ${target.file}; DATABASE_URL names another.`)
  if (archive && (await statusOf(target)) !== 'current')
    throw new Error(
      'An archive is made by the version of the code that the database is of; leave --archive out, or start that version.',
    )
}

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      into: { type: 'string', default: process.env.BACKUP_DIR || './backups' },
      keep: { type: 'string' },
      archive: { type: 'boolean', default: false },
    },
  })
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
    throw new Error('--keep takes a whole number from 1: how many backups are kept.')
  await requireLedger(values.archive)
  const db = openDatabase()
  try {
    const archive = values.archive ? archiveOf(db) : undefined
    const made = await makeBackup(db, { into: values.into, keep, archive })
    console.log(`Wrote ${made.folder}: ${made.bytes} bytes in ${made.seconds.toFixed(1)} s.`)
    for (const name of made.removed) console.log(`Removed ${name}.`)
  } finally {
    await db.close()
  }
})
