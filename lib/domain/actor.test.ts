import { describe, expect, it } from 'vitest'
import { type Actor, can, SUBJECT_KINDS, type Subject, VERBS, type Verb } from './actor'
import { USER_ROLES, type UserRole } from './vocabulary'

const ME = 'me'
const user = (role: UserRole): Actor => ({ kind: 'user', id: ME, name: 'Me', role })
const PUBLIC: Actor = { kind: 'public' }

const SUBJECTS: Record<string, Subject> = {
  'my draft': { kind: 'claim', state: 'draft', ownerId: ME },
  'another’s draft': { kind: 'claim', state: 'submitted', ownerId: 'other' },
  published: { kind: 'claim', state: 'published', ownerId: 'other' },
  hidden: { kind: 'claim', state: 'hidden', ownerId: 'other' },
  speaker: { kind: 'speaker', ownerId: null },
}

/** Written out by hand: everything that each may do, and nothing else. */
const MAY: Record<string, Record<string, string>> = {
  public: { published: 'read', speaker: 'read' },
  contributor: { 'my draft': 'read record edit submit withdraw', published: 'read', speaker: 'read' },
  editor: {
    'my draft': 'read record edit submit withdraw',
    'another’s draft': 'read record edit submit withdraw',
    published: 'read edit submit withdraw',
    hidden: 'read record edit submit withdraw',
    speaker: 'read record edit submit withdraw',
  },
  reviewer: {
    'my draft': 'read record edit submit review override withdraw',
    'another’s draft': 'read record edit submit publish review override withdraw',
    published: 'read edit submit publish review override withdraw',
    hidden: 'read record edit submit publish review override withdraw',
    speaker: 'read record edit submit publish review override withdraw',
  },
}

const allowed = (actor: Actor, subject: Subject) => VERBS.filter((verb) => can(actor, verb, subject))
const words = (text = '') => text.split(' ').filter(Boolean) as Verb[]

describe('who may do what', () => {
  for (const [who, may] of Object.entries(MAY))
    for (const [name, subject] of Object.entries(SUBJECTS))
      it(`${who}, to ${name}`, () => {
        const actor = who === 'public' ? PUBLIC : user(who as UserRole)
        expect(allowed(actor, subject)).toEqual(words(may[name]))
      })

  it('admins and the ledger itself may do everything', () => {
    for (const subject of Object.values(SUBJECTS)) {
      expect(allowed(user('admin'), subject)).toEqual([...VERBS])
      expect(allowed({ kind: 'system', name: 'seed' }, subject)).toEqual([...VERBS])
    }
  })
})

it('lets a contributor begin a draft, and nothing that stands in public', () => {
  const contributor = user('contributor')
  expect(can(contributor, 'record', { kind: 'claim', state: 'draft' })).toBe(true)
  expect(can(contributor, 'record', { kind: 'claim', state: 'published' })).toBe(false)
  expect(can(contributor, 'record', { kind: 'source' })).toBe(false)
  expect(can(contributor, 'edit', { kind: 'claim', state: 'draft' })).toBe(false)
})

it('lets no reviewer go round the second pair of eyes', () => {
  const reviewer = user('reviewer')
  expect(can(reviewer, 'publish', { kind: 'claim', state: 'submitted', ownerId: ME })).toBe(false)
  expect(can(reviewer, 'publish', { kind: 'claim', state: 'submitted' })).toBe(false)
  expect(can(reviewer, 'record', { kind: 'claim', state: 'published' })).toBe(false)
})

it('keeps accounts to their holders and to admins', () => {
  const account: Subject = { kind: 'user', ownerId: ME }
  for (const role of USER_ROLES.filter((role) => role !== 'admin')) {
    expect(allowed(user(role), account)).toEqual(['read', 'edit'])
    expect(allowed(user(role), { ...account, ownerId: 'other' })).toEqual([])
  }
  expect(allowed(PUBLIC, account)).toEqual([])
})

it('keeps a saved view to whoever keeps it, and from admins too', () => {
  for (const role of USER_ROLES) {
    expect(allowed(user(role), { kind: 'view', ownerId: ME })).toEqual(['read', 'record', 'edit', 'withdraw'])
    expect(allowed(user(role), { kind: 'view', ownerId: 'other' })).toEqual([])
    expect(allowed(user(role), { kind: 'view', ownerId: null })).toEqual([])
    expect(allowed(user(role), { kind: 'view' })).toEqual(['record'])
  }
  expect(allowed(PUBLIC, { kind: 'view' })).toEqual([])
})

it('refuses a role that it does not know', () => {
  const stranger = user('owner' as UserRole)
  for (const kind of SUBJECT_KINDS)
    expect(allowed(stranger, { kind, state: 'draft', ownerId: ME })).toEqual([])
})
