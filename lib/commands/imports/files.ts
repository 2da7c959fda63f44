/** Files that were sent to be imported. They lie in the database, in pieces, so that every instance can read them. */
import { bulkInsert, packed } from '../../db/bulk'
import type { Database } from '../../db/client'
import type { Actor } from '../../domain/actor'
import { can } from '../../domain/actor'
import { newId } from '../../domain/ids'
import { type ImportProfile, importProfile } from '../../domain/import/profile'
import { type FileShape, fileShape } from '../../domain/import/shape'
import { ok, type Result, refuse } from '../../domain/result'
import { shapeOf } from '../../io/format'
import { RefusedTerms } from '../../io/refused-terms'
import { type Scan, Scanner } from '../../io/scan'
import { Unreadable } from '../../io/unreadable'
import { guessedProfile } from './guessed'

/** Bytes in one row: readers hold several of them ahead of what they parse. */
const CHUNK = 64 * 1024
/** The largest file that is taken. */
export const MAX_BYTES = 512 * 1024 * 1024
/** A file is removed this long after it was sent; what came of it stays. */
const KEPT_DAYS = 30

/** A name as it was sent, without folders and controls; it is shown and never used as a path. */
export const safeName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{C}]/gu, '')
    .trim()
    .slice(0, 200) || 'file'

export const FORBIDDEN_IMPORT = 'Importing is for editors and above.'

export const mayImport = (actor: Actor): boolean => can(actor, 'record', { kind: 'import' })

/** Whether what this person imports may go before readers at once. */
export const mayPublishImport = (actor: Actor): boolean =>
  can(actor, 'record', { kind: 'claim', state: 'published' })

class TooLarge extends Error {}

const whole = async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    held.push(Buffer.from(piece))
    size += piece.length
    if (size >= CHUNK) {
      yield Buffer.concat(held)
      held = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(held)
}

const keep = async (db: Database, importId: string, bytes: AsyncIterable<Uint8Array>): Promise<Scan> => {
  const scanner = new Scanner()
  const terms = new RefusedTerms()
  let n = 0
  let size = 0
  for await (const data of whole(bytes)) {
    size += data.length
    if (size > MAX_BYTES) throw new TooLarge()
    terms.look(data)
    scanner.add(data)
    await db.write((tx) => bulkInsert(tx, packed('ImportChunk', [{ importId, n: n++, data }])))
  }
  return scanner.end()
}

/** The mapping of an earlier import of the same bytes, so that importing them again means the same. */
const earlierProfile = async (db: Database, sha256: string): Promise<ImportProfile | null> => {
  const earlier = await db.reader.import.findFirst({
    where: { sha256, runJobId: { not: null } },
    orderBy: { createdAt: 'desc' },
  })
  const parsed = earlier ? importProfile.safeParse(JSON.parse(earlier.profile)) : null
  return parsed?.success ? parsed.data : null
}

const detect = async (db: Database, id: string, scan: Scan, name: string, saved: ImportProfile | null) => {
  const shape = fileShape.parse({ ...(await shapeOf(scan, name)), ...saved?.shape })
  const given = saved ?? (await earlierProfile(db, scan.sha256))
  if (given) return { shape, profile: given }
  return { shape, profile: await guessedProfile(db, { id, shape, name }) }
}

/**
 * Takes a file: its bytes, how it is read, and a first mapping. Where it cannot be read nothing of it stays.
 * @param saved a mapping to use instead of a guess
 */
export const receiveFile = async (
  db: Database,
  actor: Actor,
  {
    name,
    bytes,
    saved = null,
  }: { name: string; bytes: AsyncIterable<Uint8Array>; saved?: ImportProfile | null },
  at = new Date(),
): Promise<Result<{ id: string }>> => {
  if (!mayImport(actor)) return refuse('forbidden', FORBIDDEN_IMPORT)
  const id = newId()
  const fileName = safeName(name)
  await db.write((tx) =>
    tx.import.create({
      data: {
        id,
        fileName,
        bytes: 0,
        sha256: '',
        shape: '{}',
        profile: '{}',
        byId: actor.kind === 'user' ? actor.id : null,
        byName: actor.kind === 'public' ? '' : actor.name,
        createdAt: at,
      },
    }),
  )
  try {
    const scan = await keep(db, id, bytes)
    const { shape, profile } = await detect(db, id, scan, fileName, saved)
    const data = {
      bytes: scan.bytes,
      sha256: scan.sha256,
      shape: JSON.stringify(shape),
      profile: JSON.stringify(profile),
    }
    await db.write((tx) => tx.import.update({ where: { id }, data }))
    return ok({ id })
  } catch (error) {
    await db.write((tx) => tx.import.deleteMany({ where: { id } }))
    if (error instanceof Unreadable) return refuse('invalid', error.sentence, 'file')
    if (error instanceof TooLarge)
      return refuse(
        'invalid',
        `Files of more than ${MAX_BYTES / 1024 / 1024} MB are not taken; divide this one.`,
        'file',
      )
    throw error
  }
}

/** Removes files that were sent long ago. */
export const forgetFiles = async (db: Database, at = new Date()): Promise<void> => {
  const before = new Date(at.getTime() - KEPT_DAYS * 86_400_000)
  await db.write(async (tx) => {
    const old = await tx.import.findMany({
      where: { goneAt: null, createdAt: { lt: before } },
      select: { id: true },
    })
    const ids = old.map(({ id }) => id)
    await tx.importChunk.deleteMany({ where: { importId: { in: ids } } })
    await tx.import.updateMany({ where: { id: { in: ids } }, data: { goneAt: at } })
  })
}
