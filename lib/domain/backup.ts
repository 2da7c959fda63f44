/** What stands in a backup's manifest.json: what it holds, and how each file can be checked (decision 0112). */
import { z } from 'zod'

export const BACKUP_FORMAT = 'on-record-backup'
/** Counted up when a backup can no longer be read by code that knew the one before. */
export const BACKUP_VERSION = 1

/** A copy of an embedded database, a dump of a server's, or an archive of the ledger, which fits both. */
export const BACKUP_KINDS = ['sqlite', 'postgresql', 'archive'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

/** The one file beside the manifest. */
export const BACKUP_FILES = {
  sqlite: 'ledger.db',
  postgresql: 'ledger.dump',
  archive: 'ledger.zip',
} as const satisfies Record<BackupKind, string>

export const backupManifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int().positive(),
  kind: z.enum(BACKUP_KINDS),
  /** The version of the code that made it. */
  code: z.string(),
  /** When it was begun: every change that was acknowledged before is in it. */
  startedAt: z.iso.datetime(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupManifest = z.output<typeof backupManifest>

/** What is remembered in the ledger of the backup that was made last. */
export const lastBackup = z.object({
  startedAt: z.iso.datetime(),
  seconds: z.number().nonnegative(),
  kind: z.enum(BACKUP_KINDS),
  bytes: z.int().nonnegative(),
  name: z.string(),
})
export type LastBackup = z.output<typeof lastBackup>

/** Where the last one is noted among the settings of the ledger. */
export const LAST_BACKUP = 'backup.last'

const NAME = /^on-record-\d{8}T\d{6}Z(-\d+)?$/

/** The name of a backup's folder: names in the order of the letters are in the order of time. */
export const backupName = (at: Date): string => `on-record-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`

/** Whether a folder is named as a backup is; no other is ever removed. */
export const isBackupName = (name: string): boolean => NAME.test(name)
