/** Backups on the disk: each is a folder of one file and its manifest. */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  BACKUP_FILES,
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupKind,
  type BackupManifest,
  backupManifest,
  isBackupName,
} from '../../domain/backup'
import { ok, type Result, refuse } from '../../domain/result'
import { VERSION } from '../../domain/version'

const MANIFEST = 'manifest.json'

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes what a backup's folder holds, last of all: without it, it is none. */
export const writeManifest = async (
  folder: string,
  kind: BackupKind,
  startedAt: Date,
): Promise<BackupManifest> => {
  const file = join(folder, BACKUP_FILES[kind])
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_VERSION,
    kind,
    code: VERSION,
    startedAt: startedAt.toISOString(),
    bytes: statSync(file).size,
    sha256: await sha256(file),
  }
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reads a backup and compares its file with its checksum. @returns the manifest, and where the file is */
export const openBackup = async (
  folder: string,
): Promise<Result<{ manifest: BackupManifest; file: string }>> => {
  if (!existsSync(join(folder, MANIFEST)))
    return refuse('not_found', `There is no backup in ${folder}: a backup is a folder with a manifest.json.`)
  const read = backupManifest.safeParse(parsed(readFileSync(join(folder, MANIFEST), 'utf8')))
  if (!read.success)
    return refuse('invalid', `The manifest.json in ${folder} is not one of a backup, or is damaged.`)
  const manifest = read.data
  if (manifest.formatVersion > BACKUP_VERSION)
    return refuse(
      'invalid',
      `The backup in ${folder} was made by a newer version of On Record (${manifest.code}); restore it with that one.`,
    )
  const file = join(folder, BACKUP_FILES[manifest.kind])
  if (!existsSync(file) || (await sha256(file)) !== manifest.sha256)
    return refuse(
      'invalid',
      `The backup in ${folder} is damaged: ${BACKUP_FILES[manifest.kind]} is not what its manifest says.`,
    )
  return ok({ manifest, file })
}

/** Removes all but the last `keep` backups in a folder. Nothing else in it is touched. @returns the names removed */
export const keepLast = (folder: string, keep: number): string[] => {
  const whole = readdirSync(folder)
    .filter((name) => isBackupName(name) && existsSync(join(folder, name, MANIFEST)))
    .sort()
  const old = whole.slice(0, Math.max(0, whole.length - keep))
  for (const name of old) rmSync(join(folder, name), { recursive: true })
  return old
}
