import { textsOf } from '../domain/import/cell'
import { type DateOrder, orderOf } from '../domain/import/dates'
import { valueAt } from '../domain/import/record-places'
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

/** Records and bytes in which dates are looked at: files are often sorted, and begin with days that could be months. */
const DATED = 50_000
const DATED_BYTES = 16 * 1024 * 1024

const beginning = async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    yield piece
    size += piece.length
    if (size > DATED_BYTES) return
  }
}

/**
 * Whether days or months come first in a file, as far as the beginning of it shows.
 * @param places where its records hold dates
 */
export const dateOrderIn = async (
  bytes: AsyncIterable<Uint8Array>,
  shape: FileShape,
  places: readonly string[],
): Promise<DateOrder> => {
  const dates: string[] = []
  let n = 0
  try {
    for await (const row of readRows(beginning(bytes), shape)) {
      if ('value' in row) for (const place of places) dates.push(...textsOf(valueAt(row.value, place)))
      if (++n >= DATED) break
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return orderOf(dates)
}
