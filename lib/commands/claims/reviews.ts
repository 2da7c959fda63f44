/** Verdicts: in words, by a named reviewer, and never mixed with the sourcing status. */
import { z } from 'zod'
import { reviewRecord } from '../../db/records'
import { can } from '../../domain/actor'
import { dayBounds } from '../../domain/derived'
import { newId } from '../../domain/ids'
import { id, maybe, prose } from '../../domain/input/parts'
import { isOnScale, type ReviewRecord, reviewInput, scaleInput } from '../../domain/input/review'
import { type Context, command, commandOn, stop } from '../command'
import { writeEvent } from '../events'
import { requireSpeakers } from '../references'
import { loadClaim } from './subject'

type ReviewState = 'draft' | 'published' | 'withdrawn'

/** Checks who gives the verdict, and that its number lies on a scale. */
const requireReviewer = async ({ tx }: Context, review: ReviewRecord): Promise<void> => {
  await requireSpeakers(tx, [{ field: 'reviewer', id: review.reviewer }])
  const reviewer = await tx.speaker.findUniqueOrThrow({ where: { id: review.reviewer } })
  if (reviewer.kind === 'anonymous')
    stop({
      code: 'invalid',
      field: 'reviewer',
      sentence: 'A verdict stands under a name: choose a person or an organization.',
    })
  const scale = review.scale ? await tx.ratingScale.findUnique({ where: { id: review.scale } }) : null
  if (review.scale && !scale)
    stop({ code: 'invalid', field: 'scale', sentence: `No scale is recorded under “${review.scale}”.` })
  if (review.ratingValue === null) return
  if (!scale) {
    stop({
      code: 'invalid',
      field: 'scale',
      sentence: 'A number says nothing without its scale: choose the scale, or leave the number out.',
    })
    return
  }
  if (!isOnScale(review.ratingValue, scale))
    stop({
      code: 'invalid',
      field: 'ratingValue',
      sentence: `On this scale a rating lies between ${Math.min(scale.best, scale.worst)} and ${Math.max(scale.best, scale.worst)}.`,
    })
}

const columns = ({ reviewer, scale, ...review }: ReviewRecord) => ({
  ...review,
  reviewerId: reviewer,
  scaleId: scale,
  reviewedFrom: dayBounds(review.reviewedOn).from,
})

/** Where readers may see what happens to a review: where its claim stands, once it was published. */
const shelfOf = (claim: { shelf: string }, state: ReviewState, was: ReviewState = 'draft'): string =>
  claim.shelf === 'public' && state !== 'published' && was === 'draft' ? 'desk' : claim.shelf

const asReviewer = { kind: 'review' } as const

/** Records a verdict on a claim. */
export const recordReview = commandOn(
  reviewInput.extend({
    id: id.optional(),
    claim: id,
    state: z.enum(['draft', 'published']).default('published'),
  }),
  (context, { claim }) => loadClaim(context, { id: claim }),
  (actor, { ownerId }, { state }) => can(actor, 'review', { ...asReviewer, state, ownerId }),
  async (context, { id: given, claim: _claim, state, ...review }, claim) => {
    const { tx, at, actor } = context
    if (claim.shelf === 'closed')
      stop({ code: 'gone', sentence: 'This claim is withdrawn or hidden; there is nothing to be judged.' })
    await requireReviewer(context, review)
    const reviewId = given ?? newId()
    if (await tx.review.findUnique({ where: { id: reviewId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${reviewId}” is in use already.` })
    await tx.review.create({
      data: {
        ...columns(review),
        id: reviewId,
        claimId: claim.id,
        state,
        ownerId: actor.kind === 'user' ? actor.id : null,
        recordedAt: at,
        updatedAt: at,
      },
    })
    await writeEvent(context, {
      kind: 'review.recorded',
      subjectKind: 'review',
      subjectId: reviewId,
      version: 1,
      shelf: shelfOf(claim, state),
      summary: claim.record.statement,
      after: { ...review, id: reviewId, claim: claim.id, state },
    })
    return { id: reviewId, version: 1 }
  },
)

const loadReview = async ({ tx }: Context, input: { id: string }) =>
  (await tx.review.findUnique({
    where: { id: input.id },
    include: { claim: { select: { shelf: true, statement: true } } },
  })) ?? stop({ code: 'not_found', sentence: 'This review is not recorded here.' })

type ReviewKept = Awaited<ReturnType<typeof loadReview>>

const mayReview = (actor: Parameters<typeof can>[0], { state, ownerId }: ReviewKept): boolean =>
  can(actor, 'review', { ...asReviewer, state, ownerId })

/** Changes a review from the version that the actor saw, with its one event. */
const change = async (
  context: Context,
  review: ReviewKept,
  {
    version,
    kind,
    reason,
    record,
    state,
  }: {
    version: number
    kind: string
    reason: string | null
    record: ReviewRecord
    state: ReviewState
  },
) => {
  const { tx, at } = context
  const was = { ...reviewRecord(review), state: review.state as ReviewState }
  const next = { ...record, state }
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter((field) => was[field] !== next[field])
  const stale = () =>
    stop({
      code: 'conflict',
      sentence: 'Somebody changed this review after you opened it, so nothing of yours was saved.',
      details: { current: review.version, theirs: was },
    })
  if (version !== review.version) stale()
  if (changed.length === 0) return { id: review.id, version }
  const { count } = await tx.review.updateMany({
    where: { id: review.id, version },
    data: { ...columns(record), state, version: version + 1, updatedAt: at },
  })
  if (count === 0) stale()
  const only = (of: typeof next) => Object.fromEntries(changed.map((field) => [field, of[field]]))
  await writeEvent(context, {
    kind,
    subjectKind: 'review',
    subjectId: review.id,
    version: version + 1,
    shelf: shelfOf(review.claim, state, was.state),
    summary: review.claim.statement,
    reason,
    before: only(was),
    after: only(next),
  })
  return { id: review.id, version: version + 1 }
}

/** Changes a verdict; once it is published, with a reason. */
export const editReview = commandOn(
  reviewInput.extend({
    id,
    version: z.int().min(1),
    state: z.enum(['draft', 'published']).default('published'),
    reason: maybe(prose(1000, 'The reason')),
  }),
  loadReview,
  mayReview,
  async (context, { id: _id, version, state, reason, ...record }, review) => {
    await requireReviewer(context, record)
    if (review.state !== 'draft' && !reason)
      stop({
        code: 'invalid',
        field: 'reason',
        sentence: 'Readers have seen this verdict. Say in a few words why it changes.',
      })
    if (review.state !== 'draft' && state === 'draft')
      stop({
        code: 'blocked',
        field: 'state',
        sentence:
          'A verdict that readers have seen is withdrawn with a reason; it does not become a draft again.',
      })
    return change(context, review, { version, kind: 'review.edited', reason, record, state })
  },
)

/** Takes a verdict back, with the reason why. */
export const withdrawReview = commandOn(
  z.object({ id, version: z.int().min(1), reason: prose(1000, 'The reason') }),
  loadReview,
  mayReview,
  async (context, { version, reason }, review) => {
    if (review.state === 'withdrawn')
      stop({ code: 'blocked', sentence: 'This review has been withdrawn already.' })
    return change(context, review, {
      version,
      kind: 'review.withdrawn',
      reason,
      record: reviewRecord(review),
      state: 'withdrawn',
    })
  },
)

/** Records a scale on which an organization gives its ratings. */
export const recordScale = command(
  scaleInput,
  'administer',
  () => asReviewer,
  async (context, { labels, publisher, ...scale }) => {
    const { tx } = context
    await requireSpeakers(tx, [{ field: 'publisher', id: publisher }])
    const scaleId = scale.id ?? newId()
    if (await tx.ratingScale.findUnique({ where: { id: scaleId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${scaleId}” is in use already.` })
    await tx.ratingScale.create({
      data: { ...scale, id: scaleId, publisherId: publisher, labels: JSON.stringify(labels) },
    })
    await writeEvent(context, {
      kind: 'scale.recorded',
      subjectKind: 'scale',
      subjectId: scaleId,
      version: 1,
      shelf: 'public',
      summary: scale.name,
      after: { ...scale, id: scaleId, publisher, labels },
    })
    return { id: scaleId }
  },
)
