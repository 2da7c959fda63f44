/**
 * Forms kept as they were typed: unfinished claims, and whatever was refused, so that nobody types anything twice.
 * A draft is not part of the ledger: it belongs to its writer alone, has no events and no status.
 */
import type { Database } from '../db/client'
import type { Actor } from '../domain/actor'
import type { FormValues } from '../domain/form'
import { newId } from '../domain/ids'
import { ok, type Refusal, type Result, refuse } from '../domain/result'

export interface DraftInput {
  /** The draft that the form was shown from; none for a new one. */
  id?: string
  /** The draft's version when the form was shown. */
  version?: number
  kind: string
  subjectId?: string | null
  /** The subject's version when the form was opened. */
  base?: number | null
  title: string
  form: FormValues
  refusal?: Refusal | null
}

/** Forms of people whose session had ended wait this long for them to sign in again. */
const OWNERLESS_HOURS = 24
/** And no more than this many, so that nobody fills the disk with them. */
const OWNERLESS_MOST = 200

const ownerOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null)

/** Makes room among the ownerless: the old ones go, and the oldest where there are too many. */
const purge = async (db: Database, at: Date): Promise<void> => {
  const before = new Date(at.getTime() - OWNERLESS_HOURS * 3_600_000)
  await db.write(async (tx) => {
    await tx.draft.deleteMany({ where: { ownerId: null, updatedAt: { lt: before } } })
    const spare = await tx.draft.findMany({
      where: { ownerId: null },
      orderBy: { updatedAt: 'desc' },
      skip: OWNERLESS_MOST - 1,
      select: { id: true },
    })
    await tx.draft.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } })
  })
}

/**
 * Keeps a form. Where somebody saved the same draft from another tab meanwhile, a second draft is made: neither text
 * replaces the other.
 * @returns the id of the draft that holds it, and its version
 */
export const saveDraft = async (
  db: Database,
  actor: Actor,
  input: DraftInput,
  at = new Date(),
): Promise<{ id: string; version: number }> => {
  const ownerId = ownerOf(actor)
  if (ownerId === null) await purge(db, at)
  const data = {
    title: input.title.slice(0, 300),
    form: JSON.stringify(input.form),
    refusal: input.refusal ? JSON.stringify(input.refusal) : null,
    updatedAt: at,
  }
  return db.write(async (tx) => {
    if (input.id !== undefined && ownerId !== null) {
      const version = input.version ?? 0
      const { count } = await tx.draft.updateMany({
        where: { id: input.id, ownerId, kind: input.kind, version },
        data: { ...data, version: version + 1 },
      })
      if (count === 1) return { id: input.id, version: version + 1 }
    }
    const { id, version } = await tx.draft.create({
      data: {
        ...data,
        id: newId(),
        ownerId,
        kind: input.kind,
        subjectId: input.subjectId ?? null,
        base: input.base ?? null,
        createdAt: at,
      },
    })
    return { id, version }
  })
}

/** Gives a form that waited for a signature to whoever signed in; its id is the secret that only its writer has. */
export const adoptDraft = async (db: Database, actor: Actor, id: string): Promise<Result<null>> => {
  const ownerId = ownerOf(actor)
  if (ownerId === null) return refuse('forbidden', 'Sign in to keep what you typed.')
  await db.write((tx) => tx.draft.updateMany({ where: { id, ownerId: null }, data: { ownerId } }))
  return ok(null)
}

/** Throws a draft of one's own away. */
export const discardDraft = async (db: Database, actor: Actor, id: string): Promise<Result<null>> => {
  const ownerId = ownerOf(actor)
  if (ownerId === null) return refuse('forbidden', 'Sign in first.')
  const { count } = await db.write((tx) => tx.draft.deleteMany({ where: { id, ownerId } }))
  return count === 1 ? ok(null) : refuse('not_found', 'This draft is not there any more.')
}
