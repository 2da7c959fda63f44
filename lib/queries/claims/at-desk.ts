/** What somebody who works on a claim sees of it besides what readers see. */
import type { Database } from '../../db/client'
import { can, mayPublish, type Viewer } from '../../domain/actor'
import type { Status } from '../../domain/sourcing/types'

export interface CommentView {
  id: string
  author: string
  text: string
  at: string
  resolved: boolean
}

export interface ClaimAtDesk {
  id: string
  version: number
  state: string
  stateNote: string | null
  owner: string | null
  comments: CommentView[]
  /** The override that stands, where one does. */
  override: { status: Status; reason: string; stale: boolean } | null
  may: {
    edit: boolean
    submit: boolean
    takeBack: boolean
    publish: boolean
    hide: boolean
    withdraw: boolean
    reopen: boolean
    override: boolean
    review: boolean
  }
}

/** @returns null for readers, and for claims that the viewer has no part in */
export const getClaimAtDesk = async (
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<ClaimAtDesk | null> => {
  if (viewer.kind !== 'user') return null
  const claim = await db.reader.claim.findUnique({
    where: { slug },
    include: {
      owner: { select: { name: true } },
      comments: { orderBy: { at: 'asc' }, include: { author: { select: { name: true } } }, take: 200 },
      overrides: { where: { liftedAt: null }, orderBy: { at: 'desc' }, take: 1 },
    },
  })
  if (!claim || claim.shelf === 'teaching') return null
  const { id, version, state, stateNote, ownerId, submittedById } = claim
  const subject = { kind: 'claim' as const, state, ownerId }
  const works = can(viewer, 'read', { ...subject, state: 'draft' })
  if (!works) return null
  const unseen = state === 'draft' || state === 'submitted'
  const closed = state === 'hidden' || state === 'withdrawn'
  const [override] = claim.overrides
  return {
    id,
    version,
    state,
    stateNote,
    owner: claim.owner?.name ?? null,
    comments: claim.comments.map(({ id: comment, author, text, at, resolvedAt }) => ({
      id: comment,
      author: author.name,
      text,
      at: at.toISOString(),
      resolved: resolvedAt !== null,
    })),
    override: override
      ? {
          status: override.status as Status,
          reason: override.reason,
          stale: override.inputsHash !== claim.inputsHash,
        }
      : null,
    may: {
      edit: !closed && can(viewer, 'edit', subject),
      submit: state === 'draft' && can(viewer, 'submit', subject),
      takeBack:
        state === 'submitted' &&
        (mayPublish(viewer, claim) ||
          ([ownerId, submittedById].includes(viewer.id) && can(viewer, 'submit', subject))),
      publish: unseen && mayPublish(viewer, claim),
      hide: state === 'published' && can(viewer, 'withdraw', subject),
      withdraw: !closed && can(viewer, 'withdraw', subject),
      reopen: closed && can(viewer, 'withdraw', subject),
      override: state === 'published' && can(viewer, 'override', subject),
      review: state === 'published' && can(viewer, 'review', subject),
    },
  }
}
