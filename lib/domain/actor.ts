import type { ClaimState, UserRole } from './vocabulary'

/** Who reads: anybody, somebody who signed in, or the ledger's own loaders and checks. */
export type Viewer =
  | { kind: 'public' }
  | { kind: 'user'; id: string; name: string; role: UserRole }
  | { kind: 'system'; name: string }

/** Who writes. The public never may; the type is one so that every question is asked the same way. */
export type Actor = Viewer

export const VERBS = [
  'read',
  'record',
  'edit',
  'submit',
  'publish',
  'review',
  'override',
  'withdraw',
  'administer',
] as const
export type Verb = (typeof VERBS)[number]

export interface Subject {
  kind: 'claim' | 'speaker' | 'source' | 'link' | 'topic' | 'review' | 'user'
  /** A claim's state; a draft is what only the desk sees. */
  state?: ClaimState | string
  /** Who recorded it. */
  ownerId?: string | null
}

const RANK: Record<UserRole, number> = { contributor: 1, editor: 2, reviewer: 3, admin: 4 }

/** The least role that may do a thing to what stands in public, or to another's draft. */
const LEAST: Record<Verb, UserRole> = {
  read: 'contributor',
  record: 'editor',
  edit: 'editor',
  submit: 'editor',
  withdraw: 'editor',
  publish: 'reviewer',
  review: 'reviewer',
  override: 'reviewer',
  administer: 'admin',
}

const isDraft = (subject: Subject) => subject.state === 'draft' || subject.state === 'submitted'

/**
 * Whether somebody may do something. Pages, actions and the API all ask here.
 * Contributors work on drafts of their own; nobody below admin publishes a draft of their own (design.md §7).
 */
export const can = (actor: Actor, verb: Verb, subject: Subject): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'public') return verb === 'read' && !isDraft(subject) && subject.kind !== 'user'
  const own = subject.ownerId === undefined || subject.ownerId === actor.id
  if (
    verb === 'record' &&
    subject.kind === 'claim' &&
    subject.state === 'published' &&
    RANK[actor.role] < RANK.reviewer
  )
    return false
  if (verb === 'publish' && subject.ownerId === actor.id && actor.role !== 'admin') return false
  if (actor.role === 'contributor' && isDraft(subject))
    return (
      own &&
      (verb === 'read' || verb === 'record' || verb === 'edit' || verb === 'submit' || verb === 'withdraw')
    )
  return RANK[actor.role] >= RANK[LEAST[verb]]
}
