/** Reads a full archive into an empty ledger: all of it, in one transaction, or nothing. */

import { insertRows, linkRows } from '../../db/archive/rows'
import { ARCHIVE_TABLES, type ArchiveTable, type Column } from '../../db/archive/tables'
import type { Database, Tx } from '../../db/client'
import { indexedTogether } from '../../db/search/together'
import { takeTurn } from '../../db/turns'
import { type Actor, can } from '../../domain/actor'
import type { ArchiveEntry } from '../../domain/archive/manifest'
import { ok, type Result } from '../../domain/result'
import { type Context, inTransaction, stop } from '../command'
import { writeEvent } from '../events'
import { type CountedBefore, rederive } from '../rederive'
import { BadLine, rowsOf } from './lines'
import { type OpenArchive, openArchive } from './open'

export interface Restored {
  /** When the archive was made. */
  madeAt: string
  claims: number
  accounts: number
  /** Claims whose status is another one, because the rules of this version say so. */
  moved: number
}

/** Is told what is being read, and how many of its rows are done. */
export type RestoreProgress = (what: string, done: number, of: number) => void

/** A ledger of a million claims takes about half an hour; nobody else writes in an empty one. */
const PATIENCE_MS = 6 * 3_600_000
/** Claims that are derived together. */
const SOME = 900

const requireEmpty = async ({ tx }: Context): Promise<void> => {
  const held: string[] = []
  for (const { table, path } of ARCHIVE_TABLES) {
    if (table === 'Setting') continue
    const name = `${table[0]?.toLowerCase()}${table.slice(1)}` as 'claim'
    if ((await tx[name].count()) > 0) held.push(path.replace(/^rows\/|\.jsonl$/g, ''))
  }
  if (held.length > 0)
    stop({
      code: 'blocked',
      sentence: `This ledger is not empty (it holds ${held.join(', ')}), so nothing was read. An archive is read into a new database: set DATABASE_URL to one, and read the archive before the first start.`,
    })
}

interface Part {
  table: ArchiveTable
  file: ArchiveEntry
  columns: Column[]
}

/** What of the archive goes where, in an order that foreign keys allow. A table that it does not have stays empty. */
const partsOf = ({ manifest }: OpenArchive): Part[] =>
  ARCHIVE_TABLES.flatMap((table) => {
    const file = manifest.files.find(({ path }) => path === table.path)
    const names = new Set(file?.columns ?? table.columns.map(({ name }) => name))
    return file ? [{ table, file, columns: table.columns.filter(({ name }) => names.has(name)) }] : []
  })

const eachRow = async (
  archive: OpenArchive,
  { table, file, columns }: Part,
  write: (rows: Record<string, unknown>[]) => Promise<void>,
): Promise<void> => {
  for await (const rows of rowsOf(table, columns, await archive.read(file.path))) await write(rows)
}

const readPart = async (
  tx: Tx,
  archive: OpenArchive,
  part: Part,
  progress: RestoreProgress,
): Promise<void> => {
  let done = 0
  const insert = () =>
    eachRow(archive, part, async (rows) => {
      await insertRows(tx, part.table, part.columns, rows)
      done += rows.length
      progress(part.table.path, done, part.file.rows)
    })
  await (part.table.table === 'Claim' ? indexedTogether(tx, insert) : insert())
  if (part.table.later) await eachRow(archive, part, (rows) => linkRows(tx, part.table, part.columns, rows))
}

/** Derives every claim: the index, the counters, and its status where the rules have changed since. */
const deriveAll = async (
  { tx, at }: Context,
  eventId: string,
  of: number,
  progress: RestoreProgress,
): Promise<number> => {
  let moved = 0
  let done = 0
  let after = ''
  for (;;) {
    const claims = await tx.claim.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: SOME,
      select: { id: true, speakerId: true, speechAct: true, basis: true, saidFrom: true, saidTo: true },
    })
    const last = claims.at(-1)
    if (!last) return moved
    after = last.id
    // No counter counts them yet, as if they had stood where nothing is counted.
    const before: CountedBefore = new Map(claims.map((claim) => [claim.id, { ...claim, shelf: 'closed' }]))
    const ids = claims.map(({ id }) => id)
    moved += (await rederive(tx, ids, { id: eventId, at }, before)).length
    done += claims.length
    progress('derived', done, of)
  }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && /constraint|violates/i.test(error.message)

const restore = async (
  context: Context,
  archive: OpenArchive,
  progress: RestoreProgress,
): Promise<Restored> => {
  await takeTurn(context.tx)
  await requireEmpty(context)
  const { madeAt, files } = archive.manifest
  const count = (path: string) => files.find((file) => file.path === `rows/${path}.jsonl`)?.rows ?? 0
  try {
    for (const part of partsOf(archive)) await readPart(context.tx, archive, part, progress)
  } catch (error) {
    if (error instanceof BadLine)
      stop({
        code: 'invalid',
        sentence: `The archive cannot be read: ${error.message}. Nothing was read in.`,
      })
    if (isConstraint(error))
      stop({
        code: 'invalid',
        sentence:
          'The archive contradicts itself: a row refers to one that it does not hold. Nothing was read in.',
      })
    throw error
  }
  const eventId = await writeEvent(context, {
    kind: 'ledger.restored',
    subjectKind: 'ledger',
    subjectId: 'ledger',
    version: 1,
    shelf: 'closed',
    summary: madeAt,
    after: { madeAt, code: archive.manifest.code, rules: archive.manifest.rules },
  })
  const moved = await deriveAll(context, eventId, count('claims'), progress)
  return { madeAt, claims: count('claims'), accounts: count('accounts'), moved }
}

/**
 * Reads the archive at a path into a ledger that is empty. Statuses, history, ids and addresses are then those of the
 * ledger that it was made of; accounts have no passwords.
 * @throws what the file system says of the path
 */
export const restoreArchive = async (
  db: Database,
  actor: Actor,
  path: string,
  progress: RestoreProgress = () => {},
): Promise<Result<Restored>> => {
  if (!can(actor, 'administer', { kind: 'user' }))
    return { ok: false, refusal: { code: 'forbidden', sentence: 'Only an admin reads an archive in.' } }
  const archive = await openArchive(path)
  if (!archive.ok) return archive
  try {
    const patient = {
      ...db,
      write: <T>(body: (tx: Tx) => Promise<T>) => db.write(body, { timeout: PATIENCE_MS }),
    }
    const restored = await inTransaction(patient, actor, (context) =>
      restore(context, archive.value, progress),
    )
    return restored.ok ? ok(restored.value) : restored
  } finally {
    archive.value.close()
  }
}
