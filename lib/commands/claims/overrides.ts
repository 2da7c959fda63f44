/** An editor's public disagreement with the rules (rules.md §3): shown beside what they say, never instead of it. */
import { z } from 'zod'
import type { ClaimKept } from '../../db/claim-record'
import { newId } from '../../domain/ids'
import { maybe, prose } from '../../domain/input/parts'
import { STATUSES } from '../../domain/sourcing/types'
import { type Context, commandOn, stop } from '../command'
import { writeEvent } from '../events'
import { rederive } from '../rederive'
import { claimAt, loadClaim, mayDo, refuseStale, takeVersion } from './subject'

export interface Overridden {
  id: string
  slug: string
  version: number
  /** What the rules say, and what lists show. */
  status: string
  shownStatus: string
}

interface Standing {
  id: string
  status: string
  reason: string
  inputsHash: string
}

const standingOf = ({ tx }: Context, claimId: string): Promise<Standing | null> =>
  tx.override.findFirst({ where: { claimId, liftedAt: null }, orderBy: { at: 'desc' } })

const nameOf = ({ actor }: Context): string => (actor.kind === 'public' ? 'a reader' : actor.name)

/** The fields that an event tells of an override. */
const told = (override: { status: string; reason: string } | null) => ({
  override: override?.status ?? null,
  overrideReason: override?.reason ?? null,
})

/**
 * Puts an override in the place of the one that stands, or takes that away.
 * @param next what stands from now on; null for the rules alone
 */
const put = async (
  context: Context,
  claim: ClaimKept,
  {
    kind,
    standing,
    next,
    reason,
  }: {
    kind: string
    standing: Standing | null
    next: { status: string; reason: string } | null
    reason: string
  },
): Promise<Overridden> => {
  const { tx, at } = context
  const { id, slug, shelf } = claim
  if (shelf === 'closed')
    stop({ code: 'gone', sentence: 'This claim is withdrawn or hidden. Open it again, then decide.' })
  const { version, before } = await takeVersion(context, claim)
  const by = nameOf(context)
  await tx.override.updateMany({
    where: { claimId: id, liftedAt: null },
    data: { liftedAt: at, liftedBy: by, liftedWhy: reason },
  })
  if (next)
    await tx.override.create({
      data: { id: newId(), claimId: id, ...next, by, at, inputsHash: claim.inputsHash },
    })
  const eventId = await writeEvent(context, {
    kind,
    subjectKind: 'claim',
    subjectId: id,
    version,
    shelf,
    summary: claim.record.statement,
    reason,
    before: told(standing),
    after: told(next),
  })
  await rederive(tx, [id], { id: eventId, at }, before)
  const { status, shownStatus } = await tx.claim.findUniqueOrThrow({ where: { id } })
  return { id, slug, version, status, shownStatus }
}

const reason = prose(1000, 'The reason')

/** Shows readers another status than the rules derive, with the reason why. */
export const overrideClaim = commandOn(
  claimAt.extend({ status: z.enum(STATUSES), reason }),
  loadClaim,
  mayDo('override'),
  async (context, { version, status, reason }, claim) => {
    await refuseStale(context, claim, version)
    const standing = await standingOf(context, claim.id)
    if (!standing && status === claim.status)
      stop({
        code: 'invalid',
        field: 'status',
        sentence: 'This is what the rules say of the claim already; nothing is to be overridden.',
      })
    return put(context, claim, { kind: 'claim.overridden', standing, next: { status, reason }, reason })
  },
)

/** Stands by an override although what the claim rests on has changed since. */
export const confirmOverride = commandOn(
  claimAt.extend({ reason: maybe(reason) }),
  loadClaim,
  mayDo('override'),
  async (context, { version, reason }, claim) => {
    await refuseStale(context, claim, version)
    const standing = await standingOf(context, claim.id)
    if (!standing) return stop({ code: 'blocked', sentence: 'No override stands on this claim.' })
    if (standing.inputsHash === claim.inputsHash)
      return stop({
        code: 'blocked',
        sentence:
          'Nothing that this claim rests on has changed since the override, so it needs no confirming.',
      })
    const why = reason ?? standing.reason
    return put(context, claim, {
      kind: 'claim.override_confirmed',
      standing,
      next: { status: standing.status, reason: why },
      reason: why,
    })
  },
)

/** Leaves the claim to the rules again. */
export const liftOverride = commandOn(
  claimAt.extend({ reason }),
  loadClaim,
  mayDo('override'),
  async (context, { version, reason }, claim) => {
    await refuseStale(context, claim, version)
    const standing = await standingOf(context, claim.id)
    if (!standing) return stop({ code: 'blocked', sentence: 'No override stands on this claim.' })
    return put(context, claim, { kind: 'claim.override_lifted', standing, next: null, reason })
  },
)
