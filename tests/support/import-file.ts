/** Files as imports read them, from bytes in memory or from disk. */
import { createReadStream, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import type { FileShape, Row } from '../../lib/domain/import/shape'
import { shapeOf } from '../../lib/io/format'
import { readRows } from '../../lib/io/read'
import { type Scan, Scanner } from '../../lib/io/scan'

export const bytesOf = (text: string, encoding = 'utf-8', mark = false): Buffer =>
  iconv.encode(text, encoding, { addBOM: mark })

/** Bytes in pieces of one size, as they come over a network. */
export const pieces = async function* (bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const scanOf = async (bytes: AsyncIterable<Uint8Array>): Promise<Scan> => {
  const scanner = new Scanner()
  for await (const piece of bytes) scanner.add(Buffer.from(piece))
  return scanner.end()
}

export interface ReadFile {
  shape: FileShape
  rows: Row[]
  values: Record<string, unknown>[]
  problems: string[]
}

const readAll = async (
  open: () => AsyncIterable<Uint8Array>,
  name: string,
  over: Partial<FileShape>,
): Promise<ReadFile> => {
  const shape = { ...(await shapeOf(await scanOf(open()), name)), ...over }
  const rows: Row[] = []
  for await (const row of readRows(open(), shape)) rows.push(row)
  return {
    shape,
    rows,
    values: rows.flatMap((row) => ('value' in row ? [row.value] : [])),
    problems: rows.flatMap((row) => ('problem' in row ? [`${row.line}: ${row.problem}`] : [])),
  }
}

/** Detects and reads bytes; a text is UTF-8. */
export const read = (
  content: string | Buffer,
  name = 'file.txt',
  over: Partial<FileShape> = {},
): Promise<ReadFile> => {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  // Small pieces cut letters and rows; large files would take a while with them.
  return readAll(() => pieces(bytes, Math.max(7, bytes.length >> 10)), name, over)
}

export const readPath = (path: string, over: Partial<FileShape> = {}): Promise<ReadFile> =>
  readAll(() => createReadStream(path), path, over)

/** A file of the data that lies beside the project on some machines; null where it is absent. */
export const sharedData = (path: string): string | null => {
  const file = fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url))
  return existsSync(file) ? file : null
}
