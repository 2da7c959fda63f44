/** A form with a file, read as it arrives: no more of the file is in memory than the piece that is being stored. */
import 'server-only'
import { Readable } from 'node:stream'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

export interface Upload {
  /** The fields that came before the file; those after it do not exist. */
  fields: Record<string, string>
  file: { name: string; bytes: AsyncIterable<Uint8Array> } | null
  /** The first field that was longer than a field may be, and so is not whole. */
  cut: string | null
}

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
      if (fileName) resolve({ fields, file: { name: fileName, bytes: stream }, cut })
      else stream.resume()
    })
    parser.on('finish', () => resolve({ fields, file: null, cut }))
    parser.on('error', () => resolve(null))
    Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
      .on('error', (error) => parser.destroy(error))
      .pipe(parser)
  })
}
