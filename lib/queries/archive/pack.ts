/** Puts files of lines into a zip as they are made; nothing is held but what is on its way. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type ArchiveEntry, MANIFEST } from '../../domain/archive/manifest'

/** A file of the archive: each value becomes one line of JSON. */
export interface PackedFile {
  path: string
  columns?: readonly string[]
  /** Values, some at a time. */
  rows: () => AsyncIterable<readonly unknown[]>
}

/** Of every file in every archive, so that equal ledgers give equal bytes. The least that the format can say. */
const MTIME = new Date(Date.UTC(1980, 0, 1))
const OPTIONS = { mtime: MTIME, forceDosTimestamp: true, mode: 0o100644 }

/** The lines of a file, some at a time, and at their end what the manifest says of them. */
async function* lines(file: PackedFile, done: (entry: ArchiveEntry) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const some of file.rows()) {
    if (some.length === 0) continue
    const text = Buffer.from(some.map((row) => `${JSON.stringify(row)}\n`).join(''))
    hash.update(text)
    rows += some.length
    bytes += text.length
    yield text
  }
  const columns = file.columns ? { columns: [...file.columns] } : {}
  done({ path: file.path, ...columns, rows, bytes, sha256: hash.digest('hex') })
}

/**
 * The bytes of an archive.
 * @param manifest made last, from what the files turned out to be
 * @returns a stream that fails with whatever making a file failed with
 */
export const packedZip = (
  files: readonly PackedFile[],
  manifest: (entries: ArchiveEntry[]) => object,
): Readable => {
  const zip = new ZipFile()
  // yazl reads one stream after the other, each when its turn has come, and gives out a stream of the new kind.
  const output = zip.outputStream as Readable
  const entries: ArchiveEntry[] = []
  const failed = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', failed)
  for (const file of files)
    zip.addReadStreamLazy(file.path, OPTIONS, (give) => {
      const stream = Readable.from(lines(file, (entry) => entries.push(entry)))
      stream.once('error', failed)
      give(null, stream)
    })
  zip.addReadStreamLazy(MANIFEST, OPTIONS, (give) =>
    give(null, Readable.from([Buffer.from(`${JSON.stringify(manifest(entries), null, 2)}\n`)])),
  )
  zip.end()
  return output
}
