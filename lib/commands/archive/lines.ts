/** Lines of JSON as the rows of a table, each looked at before it is written. */
import type { Readable } from 'node:stream'
import type { ArchiveRow } from '../../db/archive/rows'
import type { ArchiveTable, Column } from '../../db/archive/tables'
import { address } from '../../domain/input/parts'
import {
  CLAIM_STATES,
  EVIDENCE_RELATIONS,
  EVIDENCE_STATES,
  REVIEW_STATES,
  SHELVES,
  SPEAKER_KINDS,
  STORED_ACCESS,
  USER_ROLES,
} from '../../domain/vocabulary'

/** Characters in one line: an event of the longest claim takes less than a tenth of it. */
const MOST_LINE = 16 * 1024 * 1024
/** Rows that are written together. */
const SOME = 1_000

/** A line that cannot be a row of its table. */
export class BadLine extends Error {}

/** The lines of a file, without the newline; at most MOST_LINE is held of one. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const part of stream) {
    const text: string = rest + decoder.decode(part, { stream: true })
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > MOST_LINE) throw new BadLine('is longer than 16 million characters')
  }
  if (rest + decoder.decode() !== '') yield rest
}

const isText = (value: unknown) =>
  typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed()
const INT = 2 ** 31

const FITS: Record<Column['type'], (value: unknown) => boolean> = {
  text: isText,
  int: (value) => Number.isInteger(value) && (value as number) >= -INT && (value as number) < INT,
  real: (value) => Number.isFinite(value),
  bool: (value) => typeof value === 'boolean',
  date: (value) =>
    isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value as string) &&
    !Number.isNaN(Date.parse(value as string)),
  json: (value) => typeof value === 'object' || value === '',
}

/** Closed vocabularies that decide who sees a row, and what must never be stored (rules.md §1, Evidence). */
const AMONG: Record<string, readonly string[]> = {
  'User.role': USER_ROLES,
  'Speaker.kind': SPEAKER_KINDS,
  'Speaker.shelf': SHELVES,
  'Source.shelf': SHELVES,
  'Topic.shelf': SHELVES,
  'Event.shelf': SHELVES,
  'Claim.shelf': SHELVES,
  'Claim.state': CLAIM_STATES,
  'Evidence.access': STORED_ACCESS,
  'Evidence.relation': EVIDENCE_RELATIONS,
  'Evidence.state': EVIDENCE_STATES,
  'Review.state': REVIEW_STATES,
}

/** Columns that pages link to, and the addresses in each. */
const ADDRESSES: Record<string, (value: unknown) => unknown[]> = {
  'Source.url': (value) => [value],
  'Source.canonicalUrl': (value) => [value],
  'Snapshot.uri': (value) => [value],
  'Review.url': (value) => [value],
  'Speaker.sameAs': (value) => [value].flat(),
  'Speaker.policyLinks': (value) => [value].flat().map((link) => (link as { url?: unknown }).url),
}

const check = (table: string, column: Column, value: unknown): void => {
  const { name, type, nullable } = column
  if (value === null || value === undefined) {
    if (!nullable) throw new BadLine(`has no “${name}”`)
    return
  }
  const at = `${table}.${name}`
  if (!FITS[type](value)) throw new BadLine(`has a “${name}” that is not of the type ${type}`)
  if (AMONG[at] && !AMONG[at].includes(value as string))
    throw new BadLine(`has “${value}” as its “${name}”, which this ledger does not store`)
  if (ADDRESSES[at]?.(value).some((one) => !address.safeParse(one).success))
    throw new BadLine(`has a “${name}” that is no address of the web`)
}

const rowOf = (table: string, columns: readonly Column[], line: string): ArchiveRow => {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    throw new BadLine('is not JSON')
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new BadLine('is not an object')
  for (const column of columns) check(table, column, (row as ArchiveRow)[column.name])
  return row as ArchiveRow
}

/**
 * The rows of a table's file, some at a time.
 * @throws BadLine with the file and the number of the line
 */
export async function* rowsOf(
  { table, path }: ArchiveTable,
  columns: readonly Column[],
  stream: Readable,
): AsyncGenerator<ArchiveRow[]> {
  let rows: ArchiveRow[] = []
  let n = 1
  try {
    for await (const line of linesOf(stream)) {
      rows.push(rowOf(table, columns, line))
      n += 1
      if (rows.length < SOME) continue
      yield rows
      rows = []
    }
  } catch (error) {
    if (error instanceof BadLine) throw new BadLine(`line ${n} of ${path} ${error.message}`)
    throw error
  }
  yield rows
}
