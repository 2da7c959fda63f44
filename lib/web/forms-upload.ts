/** A form with a file, read as it arrives: no more of the file is in memory than the piece that is being stored. */
import 'server-only'
import { Readable } from 'node:stream'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

export interface UploadedFile {
  name: string
  bytes: AsyncIterable<Uint8Array>
  /**
   * Reads what is left and lets go of it: a browser shows no answer before it has sent all that it has. What is longer
   * than any file that somebody sends by mistake is cut off.
   */
  drain: () => Promise<void>
}

export interface Upload {
  /** The fields that came before the file; those after it do not exist. */
  fields: Record<string, string>
  file: UploadedFile | null
  /** The first field that was longer than a field may be, and so is not whole. */
  cut: string | null
}

/** Bytes of a file that are read only to be let go. */
const DRAINED = 4 * 1024 * 1024 * 1024

const drained = (stream: Readable): Promise<void> =>
  new Promise((resolve) => {
    let size = 0
    for (const end of ['end', 'close', 'error'] as const) stream.once(end, () => resolve())
    if (stream.destroyed || stream.readableEnded) return resolve()
    stream.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > DRAINED) stream.destroy()
    })
  })

/** Bytes of a pasted text, and of any other field. */
const FIELD_BYTES = 10 * 1024 * 1024

/**
 * Reads the fields up to the first file that is not empty, and hands that on as a stream. A form whose fields are all
 * read has none.
 * @returns null for what is no form
 */
export const readUpload = (request: Request): Promise<Upload | null> => {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return Promise.resolve(null)
  return new Promise((resolve) => {
    let parser: BusboyInstance
    try {
      parser = new Busboy({
        headers: { 'content-type': type },
        limits: { fields: 20, files: 1, fieldSize: FIELD_BYTES, fieldNameSize: 100, headerPairs: 20 },
      })
    } catch {
      resolve(null)
      return
    }
    const fields: Record<string, string> = Object.create(null)
    let cut: string | null = null
    parser.on('field', (name, value, _nameTruncated, truncated) => {
      fields[name] = value
      if (truncated) cut ??= name
    })
    parser.on('file', (_name, stream, fileName) => {
      // Whoever stops reading leaves the rest to be let go.
      const bytes = stream.iterator({ destroyOnReturn: false })
      if (fileName) resolve({ fields, file: { name: fileName, bytes, drain: () => drained(stream) }, cut })
      else stream.resume()
    })
    parser.on('finish', () => resolve({ fields, file: null, cut }))
    parser.on('error', () => resolve(null))
    Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
      .on('error', (error) => parser.destroy(error))
      .pipe(parser)
  })
}
