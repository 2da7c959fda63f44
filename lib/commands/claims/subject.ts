/** A claim as the subject of a command: read with its owner and state, and changed only from the version one saw. */
import { z } from 'zod'
import { type ClaimKept, claimKept } from '../../db/claim-record'
import { shareTurn } from '../../db/turns'
import { type Actor, can, type Subject, type Verb } from '../../domain/actor'
import type { EditableClaim } from '../../domain/claim-record'
import { id } from '../../domain/input/parts'
import { type Context, stop } from '../command'
import type { CountedBefore } from '../rederive'

/** Which claim, and in which version the actor saw it. */
export const claimAt = z.object({ id, version: z.int().min(1) })

/** What a stale save is told, so that its page can show both texts. */
export interface ClaimConflict {
  current: number
  theirs: EditableClaim
  state: string
  changedBy: string
  changedAt: string
}

/** Reads the claim that a command is about. */
export const loadClaim = async ({ tx }: Context, { id }: { id: string }): Promise<ClaimKept> => {
  await shareTurn(tx)
  return (
    (await claimKept(tx, { id })) ?? stop({ code: 'not_found', sentence: 'This claim is not recorded here.' })
  )
}

export const claimSubject = ({ state, ownerId }: Pick<ClaimKept, 'state' | 'ownerId'>): Subject => ({
  kind: 'claim',
  state,
  ownerId,
})

/** Whether the actor may do it to this claim. */
export const mayDo =
  (verb: Verb) =>
  (actor: Actor, claim: ClaimKept): boolean =>
    can(actor, verb, claimSubject(claim))

const conflict = async ({ tx }: Context, id: string): Promise<never> => {
  const current = await claimKept(tx, { id })
  const last = await tx.event.findFirst({
    where: { subjectKind: 'claim', subjectId: id },
    orderBy: { version: 'desc' },
  })
  if (!current) return stop({ code: 'not_found', sentence: 'This claim is not recorded here.' })
  return stop({
    code: 'conflict',
    sentence:
      'Somebody changed this claim after you opened it, so nothing of yours was saved. Compare both texts, then save again.',
    details: {
      current: current.version,
      theirs: current.record,
      state: current.state,
      changedBy: last?.actorName ?? '',
      changedAt: last?.at.toISOString() ?? '',
    } satisfies ClaimConflict,
  })
}

/** Stops where the actor saw another version than the one that stands. */
export const refuseStale = async (context: Context, claim: ClaimKept, version: number): Promise<void> => {
  if (claim.version !== version) await conflict(context, claim.id)
}

export interface ClaimRowChange {
  state?: string
  shelf?: string
  stateNote?: string | null
  submittedById?: string | null
  publishedAt?: Date | null
}

/**
 * Takes the claim's next version, with columns that change; whoever took it in the same moment is answered as a
 * conflict. From here to the end of the transaction nobody else changes the claim.
 * @returns the version, and what the claim counted for before
 */
export const takeVersion = async (
  context: Context,
  claim: ClaimKept,
  columns: ClaimRowChange & object = {},
): Promise<{ version: number; before: CountedBefore }> => {
  const { id, shelf, state, version, saidFrom, saidTo } = claim
  const { count } = await context.tx.claim.updateMany({
    where: { id, shelf, state, version },
    data: { ...columns, version: version + 1, updatedAt: context.at },
  })
  if (count === 0) await conflict(context, id)
  const { speaker, speechAct, basis } = claim.record
  return {
    version: version + 1,
    before: new Map([[id, { shelf, speakerId: speaker, speechAct, basis, saidFrom, saidTo }]]),
  }
}
