import { USER_ROLES, type UserRole } from './vocabulary'

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

export const SUBJECT_KINDS = [
  'claim',
  'speaker',
  'source',
  'link',
  'topic',
  'review',
  'user',
  'report',
  'view',
  'webhook',
  'import',
] as const

export interface Subject {
  kind: (typeof SUBJECT_KINDS)[number]
  /** The state of a claim or a review; none for what has no states and stands in public. */
  state?: string
  /** Who recorded it (of a user: whose account it is). Null where nobody is known; left out only of what is new. */
  ownerId?: string | null
}

/** Roles stand in the vocabulary from the least to the most; a role that is not among them is below all. */
const rank = (role: UserRole): number => USER_ROLES.indexOf(role)

/** The least role that may do a thing to another's work (design.md §7). */
const LEAST: Record<Verb, UserRole> = {
  read: 'editor',
  record: 'editor',
  edit: 'editor',
  submit: 'editor',
  withdraw: 'editor',
  publish: 'reviewer',
  review: 'reviewer',
  override: 'reviewer',
  administer: 'admin',
}

/** What anybody with an account may do to a view that they keep, and nobody else to it, an admin neither. */
const WITH_OWN_VIEW: ReadonlySet<Verb> = new Set(['read', 'record', 'edit', 'withdraw'])

/** What a contributor may do to a draft of their own. */
const WITH_OWN_DRAFT: ReadonlySet<Verb> = new Set(['read', 'record', 'edit', 'submit', 'withdraw'])

/** Kinds that are never before readers. */
const PRIVATE: ReadonlySet<Subject['kind']> = new Set(['user', 'webhook', 'import'])

const isPublic = ({ state }: Subject) => state === undefined || state === 'published'
const isDraft = ({ state }: Subject) => state === 'draft' || state === 'submitted'

/** Nobody below admin puts before readers, alone, what they wrote: a second pair of eyes does (design.md §7). */
const publishesAlone = (id: string, verb: Verb, subject: Subject): boolean =>
  verb === 'publish'
    ? subject.ownerId === undefined || subject.ownerId === id
    : verb === 'record' && subject.kind === 'claim' && isPublic(subject)

const ownsView = (actor: Actor, verb: Verb, { ownerId }: Subject): boolean =>
  actor.kind === 'user' &&
  rank(actor.role) >= 0 &&
  (ownerId === actor.id ? WITH_OWN_VIEW.has(verb) : ownerId === undefined && verb === 'record')

/**
 * Whether somebody may do something. Pages, actions and the API all ask here; it is total, and what it does not know
 * it refuses.
 * @param subject what it is done to; a subject whose owner is left out is new, and nobody's yet
 */
export const can = (actor: Actor, verb: Verb, subject: Subject): boolean => {
  if (actor.kind === 'system') return true
  if (subject.kind === 'view') return ownsView(actor, verb, subject)
  const reads = verb === 'read'
  if (reads && isPublic(subject) && !PRIVATE.has(subject.kind)) return true
  if (actor.kind === 'public' || rank(actor.role) < 0) return false
  if (actor.role === 'admin') return true
  if (subject.kind === 'user') return (reads || verb === 'edit') && subject.ownerId === actor.id
  if (publishesAlone(actor.id, verb, subject)) return false
  const own = subject.ownerId === actor.id || (verb === 'record' && subject.ownerId === undefined)
  return (own && isDraft(subject) && WITH_OWN_DRAFT.has(verb)) || rank(actor.role) >= rank(LEAST[verb])
}

/** A speaker or a source as what a question is about: on the desk it is a proposal of whoever recorded it. */
export const recordSubject = (
  kind: 'speaker' | 'source',
  { shelf, ownerId }: { shelf: string; ownerId: string | null },
): Subject => ({
  kind,
  ownerId,
  ...(shelf === 'desk' ? { state: 'draft' } : shelf === 'closed' ? { state: 'withdrawn' } : {}),
})

/** Whether somebody may see what happened to a speaker or a source before readers saw it: editors, and who proposes it. */
export const seesDesk = (
  viewer: Viewer,
  kind: 'speaker' | 'source',
  row: { shelf: string; ownerId: string | null },
): boolean =>
  can(
    viewer,
    'read',
    recordSubject(kind, { ...row, shelf: 'desk', ...(row.shelf === 'desk' ? {} : { ownerId: null }) }),
  )

/** Where a speaker or a source goes that somebody records by itself: before readers, or to the desk as a proposal. */
export const newShelf = (actor: Actor, kind: 'speaker' | 'source'): 'public' | 'desk' =>
  can(actor, 'record', { kind }) ? 'public' : 'desk'

/** Whether somebody may put a claim before readers: neither who recorded it nor who submitted it does so alone. */
export const mayPublish = (
  actor: Actor,
  claim: { state: string; ownerId: string | null; submittedById: string | null },
): boolean =>
  [claim.ownerId, claim.submittedById].every((ownerId) =>
    can(actor, 'publish', { kind: 'claim', state: claim.state, ownerId }),
  )
