/** Archives in files, and what is in them. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { ArchiveKind } from '../../lib/domain/archive/manifest'
import { makeArchive } from '../../lib/queries/archive/archive'
import { must } from '../../seeds/must'

export const system: Actor = { kind: 'system', name: 'tests' }

let made = 0

/** Takes an archive of a ledger. @returns its path */
export const archiveOf = async (
  db: Database,
  folder: string,
  kind: ArchiveKind = 'full',
  viewer: Actor = system,
): Promise<string> => {
  const path = join(folder, `${++made}.zip`)
  must(await makeArchive(db, viewer, kind, (bytes) => pipeline(bytes, createWriteStream(path))), path)
  return path
}

/** The files of a zip by name. */
export const unpacked = async (path: string): Promise<Record<string, string>> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part)
    files[entry.fileName] = Buffer.concat(parts).toString('utf8')
  }
  zip.close()
  return files
}

/** Writes a zip of these files. @returns its path */
export const zipped = async (folder: string, files: Record<string, string>): Promise<string> => {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const path = join(folder, `${++made}.zip`)
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

/** What must be the same in two archives of one ledger: all but the moment at which they were made. */
export const timeless = async (path: string): Promise<Record<string, string>> => {
  const { 'manifest.json': manifest = '', ...files } = await unpacked(path)
  return { ...files, manifest: manifest.replace(/"madeAt": "[^"]+"/, '') }
}
