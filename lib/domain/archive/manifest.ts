/** What stands in an archive's manifest.json: what it is, and how each of its files can be checked (docs/archive.md). */
import { z } from 'zod'

/** The whole ledger, from which another one can be made; and what readers may see, for reading only. */
export const ARCHIVE_KINDS = ['full', 'public'] as const
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number]

export const ARCHIVE_FORMAT = 'on-record-archive'
/** Counted up when an archive can no longer be read by code that knew the one before. */
export const ARCHIVE_VERSION = 1
export const MANIFEST = 'manifest.json'

/** Only ever below rows/, so that no name leads anywhere else. */
const path = z.string().regex(/^rows\/[a-z][a-z-]*\.jsonl$/)

export const archiveEntry = z.object({
  path,
  /** Names of the columns, in the order in which each line has them; left out of a public archive. */
  columns: z.array(z.string()).optional(),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Read before anything else, so that a later format is told from a damaged one. */
export const archiveHead = z.object({ format: z.literal(ARCHIVE_FORMAT), formatVersion: z.int().positive() })

export const archiveManifest = archiveHead.extend({
  kind: z.enum(ARCHIVE_KINDS),
  /** The version of the code that made it, and of the rules that it derives by. */
  code: z.string(),
  rules: z.string(),
  madeAt: z.iso.datetime(),
  files: z.array(archiveEntry),
  leftOut: z.array(z.string()),
})

export type ArchiveEntry = z.output<typeof archiveEntry>
export type ArchiveManifest = z.output<typeof archiveManifest>
