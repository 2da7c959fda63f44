import type { FileShape } from '../domain/import/shape'
import { readRows } from './read'
import { Unreadable } from './unreadable'

/** Records that a first mapping is guessed from. */
const SAMPLE = 200

/** The first records of a file; those before a mistake, where it has one: it is said when the file is checked. */
export const sampleOf = async (
  bytes: AsyncIterable<Uint8Array>,
  shape: FileShape,
  most = SAMPLE,
): Promise<Record<string, unknown>[]> => {
  const records: Record<string, unknown>[] = []
  try {
    for await (const row of readRows(bytes, shape)) {
      if ('value' in row) records.push(row.value)
      if (records.length >= most) break
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return records
}
