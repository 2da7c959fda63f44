/** Opens an archive and makes sure of it before anything is read into a ledger. */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ARCHIVE_TABLES } from '../../db/archive/tables'
import {
  ARCHIVE_VERSION,
  type ArchiveEntry,
  type ArchiveManifest,
  archiveHead,
  archiveManifest,
  MANIFEST,
} from '../../domain/archive/manifest'
import { ok, type Refusal, type Result, refuse } from '../../domain/result'

export interface OpenArchive {
  manifest: ArchiveManifest
  read: (path: string) => Promise<Readable>
  close: () => void
}

/** No manifest of ours comes near it; a larger one is none. */
const MOST_MANIFEST = 1024 * 1024

const DAMAGED = 'The archive is damaged: '
const NEWER =
  'The archive was made by a newer version of On Record; read it with that version or a later one.'
const NO_ARCHIVE = 'This file is not an archive of a ledger: it is no zip with a manifest.json of On Record.'

const contents = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const readManifest = async (read: OpenArchive['read'], entry: Entry): Promise<Result<ArchiveManifest>> => {
  if (entry.uncompressedSize > MOST_MANIFEST) return refuse('invalid', NO_ARCHIVE)
  const parts: Buffer[] = []
  for await (const part of await read(MANIFEST)) parts.push(part)
  const raw = json(Buffer.concat(parts).toString('utf8'))
  const head = archiveHead.safeParse(raw)
  if (!head.success) return refuse('invalid', NO_ARCHIVE)
  if (head.data.formatVersion > ARCHIVE_VERSION) return refuse('invalid', NEWER)
  const manifest = archiveManifest.safeParse(raw)
  return manifest.success
    ? ok(manifest.data)
    : refuse('invalid', `${DAMAGED}its manifest.json cannot be read.`)
}

/** What is wrong with a file: that it is not what the manifest says. */
const wrongFile = async (archive: OpenArchive, file: ArchiveEntry): Promise<string | null> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of await archive.read(file.path)) {
    hash.update(part)
    bytes += part.length
    if (bytes > file.bytes) break
  }
  if (bytes !== file.bytes)
    return `${file.path} does not have the ${file.bytes} bytes that its manifest says.`
  return hash.digest('hex') === file.sha256
    ? null
    : `${file.path} is not what it was when the archive was made.`
}

const known = new Map(ARCHIVE_TABLES.map((table) => [table.path, table]))

/** Whether all of it has a place in this version of the ledger. */
const isNewer = ({ files }: ArchiveManifest): boolean =>
  files.some(({ path, columns = [] }) => {
    const table = known.get(path)
    return !table || columns.some((name) => !table.columns.some((column) => column.name === name))
  })

const refusalOf = async (archive: OpenArchive): Promise<Refusal | null> => {
  const { manifest } = archive
  const invalid = (sentence: string): Refusal => ({ code: 'invalid', sentence })
  if (manifest.kind === 'public')
    return invalid(
      'This is a public archive, which is for reading: it holds what readers may see. A ledger is made from a full one.',
    )
  if (isNewer(manifest)) return invalid(NEWER)
  for (const file of manifest.files) {
    const wrong = await wrongFile(archive, file)
    if (wrong) return invalid(DAMAGED + wrong)
  }
  return null
}

/** What comes out of a zip that is cut off or garbled is an error of the file, not of ours. */
const damage = (error: unknown): Result<never> =>
  refuse('invalid', `${DAMAGED}${error instanceof Error ? error.message : error}.`)

const opened = async (zip: ZipFile): Promise<Result<OpenArchive>> => {
  const entries = await contents(zip)
  const read = async (path: string) => {
    const entry = entries.get(path)
    if (!entry) throw new Error(`${path} is missing`)
    return zip.openReadStreamPromise(entry)
  }
  const entry = entries.get(MANIFEST)
  if (!entry) return refuse('invalid', NO_ARCHIVE)
  const manifest = await readManifest(read, entry)
  return manifest.ok ? ok({ manifest: manifest.value, read, close: () => zip.close() }) : manifest
}

/**
 * Opens the archive at a path, and reads all of it once to compare it with its manifest.
 * @returns the archive, to be closed by whoever asked; or why it cannot be read into a ledger
 * @throws what the file system says of the path
 */
export const openArchive = async (path: string): Promise<Result<OpenArchive>> => {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw error
    return refuse('invalid', NO_ARCHIVE)
  }
  try {
    const archive = await opened(zip)
    const refusal = archive.ok ? await refusalOf(archive.value) : null
    if (archive.ok && !refusal) return archive
    zip.close()
    return refusal ? { ok: false, refusal } : archive
  } catch (error) {
    zip.close()
    return damage(error)
  }
}
