/** Archives of the ledger, as a stream of bytes: of all of it, or of what readers may see (docs/archive.md). */
import type { Readable } from 'node:stream'
import type { Database } from '../../db/client'
import { withSnapshot } from '../../db/snapshot'
import { can, type Viewer } from '../../domain/actor'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveEntry,
  type ArchiveKind,
  type ArchiveManifest,
} from '../../domain/archive/manifest'
import { ok, type Result, refuse } from '../../domain/result'
import { RULESET } from '../../domain/sourcing/types'
import { VERSION } from '../../domain/version'
import { fullFiles, fullLeftOut } from './full'
import { type PackedFile, packedZip } from './pack'
import { PUBLIC_LEFT_OUT, publicFiles } from './public'

const KINDS: Record<
  ArchiveKind,
  { files: (db: Database) => PackedFile[]; leftOut: () => readonly string[] }
> = {
  full: { files: (db) => fullFiles(db.reader), leftOut: fullLeftOut },
  public: { files: publicFiles, leftOut: () => PUBLIC_LEFT_OUT },
}

const manifestOf =
  (kind: ArchiveKind) =>
  (files: ArchiveEntry[]): ArchiveManifest => ({
    format: ARCHIVE_FORMAT,
    formatVersion: ARCHIVE_VERSION,
    kind,
    code: VERSION,
    rules: RULESET,
    madeAt: new Date().toISOString(),
    files,
    leftOut: [...KINDS[kind].leftOut()],
  })

/** Whether somebody may take an archive: it holds drafts, comments and e-mail addresses. */
export const mayArchive = (viewer: Viewer): boolean => can(viewer, 'administer', { kind: 'user' })

/**
 * Makes an archive of the ledger as it stands at one moment, while editors go on.
 * @param consume takes the bytes; the archive is whole when it has ended without an error
 */
export const makeArchive = async (
  db: Database,
  viewer: Viewer,
  kind: ArchiveKind,
  consume: (bytes: Readable) => Promise<void>,
): Promise<Result<null>> => {
  if (!mayArchive(viewer)) return refuse('forbidden', 'Only an admin takes archives of this ledger.')
  await withSnapshot(db, async (reader) => {
    const files = KINDS[kind].files({ ...db, reader: reader as Database['reader'] })
    const bytes = packedZip(files, manifestOf(kind))
    try {
      await consume(bytes)
    } finally {
      bytes.destroy()
    }
  })
  return ok(null)
}
