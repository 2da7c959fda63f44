/** Makes a backup while editors go on. */
import { chmodSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { copySqlite, damageOf } from '../../db/backup/sqlite'
import { dumpPostgres } from '../../db/backup/tools'
import type { Database } from '../../db/client'
import { DatabaseUnavailable, targetOf } from '../../db/url'
import { BACKUP_FILES, type BackupKind, backupName, LAST_BACKUP, type LastBackup } from '../../domain/backup'
import { keepLast, writeManifest } from './folder'

export interface BackupOptions {
  /** The folder in which each backup has a folder of its own. */
  into: string
  /** How many are kept, this one included; left out, all. */
  keep?: number
  /** Writes the whole ledger as an archive, where an archive is asked for in place of a copy of the database. */
  archive?: (consume: (bytes: Readable) => Promise<void>) => Promise<void>
}

export interface MadeBackup extends LastBackup {
  folder: string
  removed: string[]
}

const write = async (
  db: Database,
  kind: BackupKind,
  to: string,
  { archive }: BackupOptions,
): Promise<void> => {
  if (archive) return archive((bytes) => pipeline(bytes, createWriteStream(to, { mode: 0o600 })))
  const { file, url } = targetOf(db.url)
  if (!file) return dumpPostgres(url, to)
  await copySqlite(file, to)
  const damage = damageOf(to)
  if (damage)
    throw new DatabaseUnavailable(
      `The database ${file} is damaged (${damage}); restore the last backup, and keep this file.`,
    )
}

/** A name that is free: two may be made within a second. */
const freeName = (into: string, at: Date): string => {
  const name = backupName(at)
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`
    if (!existsSync(join(into, tried))) return tried
  }
}

/** Notes it for the page of the system. It is no change of the ledger, and has no event. */
const remember = (db: Database, last: LastBackup): Promise<unknown> => {
  const value = JSON.stringify(last)
  return db.write((tx) =>
    tx.setting.upsert({
      where: { key: LAST_BACKUP },
      create: { key: LAST_BACKUP, value },
      update: { value },
    }),
  )
}

/**
 * Makes a backup: a copy of the database as it stands at one moment after the call, with everything that was
 * acknowledged before. It is there under its name only when it is whole.
 * @throws DatabaseUnavailable with a sentence where it cannot be made; nothing is left of it then
 */
export const makeBackup = async (db: Database, options: BackupOptions): Promise<MadeBackup> => {
  const startedAt = new Date()
  const kind: BackupKind = options.archive ? 'archive' : db.kind
  mkdirSync(options.into, { recursive: true, mode: 0o700 })
  const name = freeName(options.into, startedAt)
  const part = join(options.into, `.${name}.${process.pid}.part`)
  mkdirSync(part, { mode: 0o700 })
  try {
    const file = join(part, BACKUP_FILES[kind])
    await write(db, kind, file, options)
    // It holds drafts, e-mail addresses and the hashes of passwords.
    chmodSync(file, 0o600)
    const { bytes } = await writeManifest(part, kind, startedAt)
    renameSync(part, join(options.into, name))
    const seconds = (Date.now() - startedAt.getTime()) / 1000
    const last: LastBackup = { startedAt: startedAt.toISOString(), seconds, kind, bytes, name }
    await remember(db, last)
    const removed = options.keep === undefined ? [] : keepLast(options.into, options.keep)
    return { ...last, folder: join(options.into, name), removed }
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}
