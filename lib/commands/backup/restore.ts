/** Restores a backup: everything is made and checked beside the ledger that is there, and then takes its place. */
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs'
import { exchangePostgres, isEmptyPostgres, makeBeside, removeBeside } from '../../db/backup/postgres'
import { damageOf, exchangeSqlite } from '../../db/backup/sqlite'
import { loadPostgres } from '../../db/backup/tools'
import { openDatabase } from '../../db/client'
import { applyMigrations } from '../../db/migrate'
import { asUnavailable } from '../../db/unavailable'
import { DatabaseUnavailable, prepareFolder, type Target } from '../../db/url'
import type { BackupManifest } from '../../domain/backup'
import { ok, type Result, refuse } from '../../domain/result'
import { restoreArchive } from '../archive/restore'
import { checkDerivation } from '../check'
import { openBackup } from './folder'

export interface RestoredBackup {
  manifest: BackupManifest
  claims: number
  /** Where the ledger is kept that was there before: a file, or the name of a database. */
  aside: string | null
}

/** A place for the restored ledger beside the one that is there. */
interface Place {
  /** The address of an empty database, or of none yet. */
  url: string
  /** Puts it in place. @returns where the old one is kept; null where there was nothing in it */
  exchange: () => Promise<string | null>
  remove: () => Promise<void>
}

const stamp = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '')

const fileBeside = ({ file }: { file: string }): Place => {
  const next = `${file}.restoring-${process.pid}`
  return {
    url: `file:${next}`,
    exchange: async () => {
      const aside = `${file}.before-${stamp()}`
      const was = existsSync(file)
      exchangeSqlite(file, next, aside)
      return was ? aside : null
    },
    remove: async () => {
      for (const rest of ['', '-wal', '-shm', '.migrating']) rmSync(`${next}${rest}`, { force: true })
    },
  }
}

const databaseBeside = async (url: string, wasEmpty: boolean): Promise<Place> => {
  const name = new URL(url).pathname.slice(1)
  const next = `${name}_restoring_${process.pid}`
  return {
    url: await makeBeside(url, next),
    exchange: async () => {
      const aside = `${name}_before_${stamp().toLowerCase()}`
      await exchangePostgres(url, next, aside)
      if (!wasEmpty) return aside
      await removeBeside(url, aside)
      return null
    },
    remove: () => removeBeside(url, next),
  }
}

const fill = async (url: string, { kind }: BackupManifest, backup: string): Promise<void> => {
  if (kind === 'sqlite') {
    const file = url.slice('file:'.length)
    copyFileSync(backup, file)
    chmodSync(file, 0o600)
    const damage = damageOf(file)
    if (damage) throw new DatabaseUnavailable(`The copy of the database in the backup is damaged: ${damage}.`)
  }
  if (kind === 'postgresql') await loadPostgres(url, backup)
  await applyMigrations(url)
  const db = openDatabase(url)
  try {
    if (kind === 'archive') {
      const read = await restoreArchive(db, { kind: 'system', name: 'npm run restore' }, backup)
      if (!read.ok) throw new DatabaseUnavailable(read.refusal.sentence)
    }
  } finally {
    await db.close()
  }
}

/** Derives every claim again. @returns how many there are @throws DatabaseUnavailable where one differs */
const check = async (url: string): Promise<number> => {
  const db = openDatabase(url)
  try {
    const { claims, wrong } = await checkDerivation(db)
    const [first] = wrong
    if (first)
      throw new DatabaseUnavailable(
        `The backup was read, but ${wrong.length} of its values are not what the rules say (first ${first.what} of ${first.at}), so nothing was replaced.`,
      )
    return claims
  } finally {
    await db.close()
  }
}

const isEmpty = async (target: Target): Promise<boolean> => {
  if (target.file) return !existsSync(target.file)
  try {
    return await isEmptyPostgres(target.url)
  } catch (error) {
    throw asUnavailable(target, error)
  }
}

/**
 * Restores a backup into the database of `target`. It is compared with its checksum, read into a place beside, brought
 * to this version's schema, and every claim is derived again; only then does it take the place of what is there.
 * @param replace whether a ledger may be there already; it is kept beside
 */
export const restoreBackup = async (
  target: Target,
  folder: string,
  { replace = false } = {},
): Promise<Result<RestoredBackup>> => {
  const opened = await openBackup(folder)
  if (!opened.ok) return opened
  const { manifest, file } = opened.value
  if (manifest.kind !== 'archive' && manifest.kind !== target.kind)
    return refuse(
      'invalid',
      `This is a backup of a ${manifest.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'} database, and DATABASE_URL is of the other kind; an archive (npm run export) moves a ledger from one to the other.`,
    )
  prepareFolder(target)
  const empty = await isEmpty(target)
  if (!replace && !empty)
    return refuse(
      'blocked',
      'There is a database already, so nothing was restored; stop the server and add --replace, which keeps the old one beside the new one.',
    )
  const place = target.file ? fileBeside({ file: target.file }) : await databaseBeside(target.url, empty)
  try {
    await fill(place.url, manifest, file)
    const claims = await check(place.url)
    return ok({ manifest, claims, aside: await place.exchange() })
  } finally {
    await place.remove()
  }
}
