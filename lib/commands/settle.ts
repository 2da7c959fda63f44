/** What follows from a change of a speaker, a source or a link: the claims that depend on it are derived anew. */
import type { Tx } from '../db/client'
import { type Context, stop } from './command'
import { enqueueRederive } from './jobs/rederive'
import { rederive, type StatusMove } from './rederive'

/** Up to so many claims are derived in the transaction of the change: half a second. More are left to a worker. */
export const AT_ONCE = 500

export interface Settled {
  /** Claims whose status moved at once. */
  moved: StatusMove[]
  /** The job that derives the claims, where they are many. */
  job: string | null
}

/**
 * Derives `ids` now, or has a worker do it.
 * @param change what changed, and the event that says so
 */
export const settle = async (
  context: Context,
  change: { eventId: string; subjectId: string; nodes: readonly string[]; also?: readonly string[] },
  ids: readonly string[],
): Promise<Settled> => {
  const { tx, at } = context
  const { eventId, subjectId, nodes, also = [] } = change
  if (ids.length <= AT_ONCE) return { moved: await rederive(tx, ids, { id: eventId, at }), job: null }
  const job = await enqueueRederive(context, subjectId, { eventId, nodes, also, total: ids.length })
  return { moved: [], job }
}

/** Bound values in one statement. */
const CHUNK = 900

const inChunks = async <T>(ids: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const all: T[] = []
  for (let start = 0; start < ids.length; start += CHUNK)
    all.push(...(await read(ids.slice(start, start + CHUNK))))
  return all
}

/** Those of these claims in which something is told on background: by an item of evidence, or by an unnamed maker. */
export const toldOnBackground = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const rows = await inChunks(ids, (some) =>
    tx.claim.findMany({
      where: {
        id: { in: some },
        OR: [
          { evidence: { some: { access: 'on_background' } } },
          { speaker: { kind: 'anonymous' } },
          { flags: { contains: 'named_speaker_on_background' } },
        ],
      },
      select: { id: true },
    }),
  )
  return rows.map(({ id }) => id)
}

const tellsName = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> => {
  const flags = { contains: 'named_speaker_on_background' }
  const rows = await inChunks(ids, (some) =>
    tx.claim.findMany({ where: { id: { in: some }, flags }, select: { id: true } }),
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Derives the claims in which something is told on background at once, however many others wait for a worker, and
 * stops where the change has led one of them to a name (rules.md §1, Evidence).
 * @param field of the input, that would lead there
 */
export const settleBackground = async (
  { tx, at }: Context,
  eventId: string,
  ids: readonly string[],
  field: string,
): Promise<StatusMove[]> => {
  const told = await toldOnBackground(tx, ids)
  const before = await tellsName(tx, told)
  const moved = await rederive(tx, told, { id: eventId, at })
  for (const id of await tellsName(tx, told))
    if (!before.has(id))
      stop({
        code: 'refused_access',
        field,
        sentence:
          'With this, something that was told on background would lead to somebody who is named here. Point it at an unnamed speaker that the outlet vouches for, or leave it out.',
      })
  return moved
}
