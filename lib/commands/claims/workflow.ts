/** The way of a claim from a draft to readers, and back from them. */
import { z } from 'zod'
import type { ClaimKept } from '../../db/claim-record'
import { type Actor, can, mayPublish } from '../../domain/actor'
import { prose } from '../../domain/input/parts'
import type { ClaimState, Shelf } from '../../domain/vocabulary'
import { type Context, commandOn, stop } from '../command'
import { writeEvent } from '../events'
import { rederive } from '../rederive'
import { writeComment } from './comments'
import { moveEvents, publishNamed } from './shelves'
import {
  type ClaimRowChange,
  claimAt,
  claimSubject,
  loadClaim,
  mayDo,
  refuseStale,
  takeVersion,
} from './subject'

export interface Moved {
  id: string
  slug: string
  version: number
  state: ClaimState
}

const SHELF: Record<ClaimState, Shelf> = {
  draft: 'desk',
  submitted: 'desk',
  published: 'public',
  withdrawn: 'closed',
  hidden: 'closed',
}

const reason = prose(1000, 'The reason')
const withReason = claimAt.extend({ reason })

/** Stops where a claim does not stand as it must for this. */
const requireState = (claim: ClaimKept, states: readonly ClaimState[], sentence: string): void => {
  if (claim.shelf === 'teaching')
    stop({
      code: 'blocked',
      sentence: 'This claim belongs to the teaching ledger, which comes with the program and stays as it is.',
    })
  if (!states.includes(claim.state)) stop({ code: 'blocked', sentence, details: { state: claim.state } })
}

interface Move {
  kind: string
  state: ClaimState
  reason?: string | null
  columns?: ClaimRowChange
  /** What else the event says of it. */
  also?: Record<string, unknown>
}

/** Moves a claim into another state, and everything that follows from where it then stands. */
const move = async (
  context: Context,
  claim: ClaimKept,
  { kind, state, reason, columns, also }: Move,
): Promise<Moved> => {
  const { tx, at } = context
  const { id, slug } = claim
  const shelf = SHELF[state]
  const seen = claim.state === 'published' || claim.publishedAt !== null
  const { version, before } = await takeVersion(context, claim, {
    ...(seen ? { publishedAt: claim.publishedAt ?? at } : {}),
    ...columns,
    state,
    shelf,
  })
  const named = shelf === 'public' ? await publishNamed(context, id, claim.record) : []
  if (shelf === 'public') await moveEvents(context, id, 'closed', 'public')
  else await moveEvents(context, id, 'public', 'closed')
  const eventId = await writeEvent(context, {
    kind,
    subjectKind: 'claim',
    subjectId: id,
    version,
    // What readers never saw is not told them when it goes.
    shelf: shelf === 'closed' && !seen ? 'desk' : shelf,
    summary: claim.record.statement,
    reason: reason ?? null,
    before: { state: claim.state },
    after: { state, ...also, ...(named.length > 0 ? { named } : {}) },
  })
  if (shelf !== claim.shelf) await rederive(tx, [id], { id: eventId, at }, before)
  return { id, slug, version, state }
}

const idOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null)

/** Asks for somebody else's eyes. */
export const submitClaim = commandOn(
  claimAt,
  loadClaim,
  mayDo('submit'),
  async (context, { version }, claim) => {
    await refuseStale(context, claim, version)
    requireState(claim, ['draft'], 'Only a draft can be submitted, and this claim is none any more.')
    return move(context, claim, {
      kind: 'claim.submitted',
      state: 'submitted',
      columns: { submittedById: idOf(context.actor) },
    })
  },
)

/** Whoever might publish it may return it, and whoever submitted it may take it back. */
const mayReturn = (actor: Actor, claim: ClaimKept): boolean =>
  mayPublish(actor, claim) ||
  (actor.kind === 'user' &&
    [claim.ownerId, claim.submittedById].includes(actor.id) &&
    can(actor, 'submit', claimSubject(claim)))

/** Gives a submitted claim back to its writer, with what is still to be done. */
export const returnClaim = commandOn(
  claimAt.extend({ comment: prose(4000, 'The comment') }),
  loadClaim,
  mayReturn,
  async (context, { version, comment }, claim) => {
    await refuseStale(context, claim, version)
    requireState(claim, ['submitted'], 'This claim does not wait for review any more.')
    const moved = await move(context, claim, {
      kind: 'claim.returned',
      state: 'draft',
      reason: comment,
      columns: { submittedById: null },
    })
    const waiting = [claim.ownerId, claim.submittedById].filter((id) => id !== null)
    if (context.actor.kind === 'user') await writeComment(context, claim, comment, waiting)
    return moved
  },
)

/** Puts a claim before readers, with the speakers, sources and topics that were recorded for it. */
export const publishClaim = commandOn(claimAt, loadClaim, mayPublish, async (context, { version }, claim) => {
  await refuseStale(context, claim, version)
  requireState(
    claim,
    ['draft', 'submitted'],
    'Only a draft or a submitted claim can be published, and this is neither any more.',
  )
  return move(context, claim, {
    kind: 'claim.published',
    state: 'published',
    columns: { publishedAt: claim.publishedAt ?? context.at },
  })
})

/** Takes a published claim from readers at once, while it is looked into; its address says why. */
export const hideClaim = commandOn(
  withReason,
  loadClaim,
  mayDo('withdraw'),
  async (context, { version, reason }, claim) => {
    await refuseStale(context, claim, version)
    requireState(claim, ['published'], 'Only a published claim can be hidden.')
    return move(context, claim, {
      kind: 'claim.hidden',
      state: 'hidden',
      reason,
      columns: { stateNote: reason },
    })
  },
)

/** Takes a claim out of the ledger; its address says why. */
export const withdrawClaim = commandOn(
  withReason,
  loadClaim,
  mayDo('withdraw'),
  async (context, { version, reason }, claim) => {
    await refuseStale(context, claim, version)
    requireState(
      claim,
      ['draft', 'submitted', 'published', 'hidden'],
      'This claim has been withdrawn already.',
    )
    return move(context, claim, {
      kind: 'claim.withdrawn',
      state: 'withdrawn',
      reason,
      columns: { stateNote: reason },
    })
  },
)

/** Brings a hidden or withdrawn claim back: before readers, as publishing does, or to the desk. */
export const reopenClaim = commandOn(
  withReason.extend({ to: z.enum(['published', 'draft']) }),
  loadClaim,
  (actor, claim, { to }) =>
    to === 'published' ? mayPublish(actor, claim) : can(actor, 'withdraw', claimSubject(claim)),
  async (context, { version, reason, to }, claim) => {
    await refuseStale(context, claim, version)
    requireState(claim, ['hidden', 'withdrawn'], 'This claim is neither hidden nor withdrawn.')
    return move(context, claim, {
      kind: 'claim.reopened',
      state: to,
      reason,
      columns: {
        stateNote: null,
        submittedById: to === 'draft' ? null : claim.submittedById,
        ...(to === 'published' ? { publishedAt: claim.publishedAt ?? context.at } : {}),
      },
    })
  },
)
