/** Accounts: links that work once, the last admin, and what ends when an account is closed. */
import { verifyPassword } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { acceptLink, makeLink, revokeLink } from '../../lib/commands/one-time-links'
import { attempt, forgetAttempts } from '../../lib/commands/throttle'
import {
  changePassword,
  disableUser,
  enableUser,
  endSessions,
  renameUser,
  setRole,
} from '../../lib/commands/users'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { newId } from '../../lib/domain/ids'
import type { UserRole } from '../../lib/domain/vocabulary'
import { linkOf, listOpenLinks, listPeople, listSessions } from '../../lib/queries/users'
import { must } from '../../seeds/must'
import { addAccount, PASSWORD } from '../support/accounts'
import { describeDatabases } from '../support/databases'

const machine: Actor = { kind: 'system', name: 'tests' }
const HOUR = 3_600_000

const account = async (db: Database, role: UserRole) => {
  const user = await addAccount(db, role)
  return { ...user, actor: { kind: 'user', id: user.id, name: user.name, role } as Actor }
}
const addSession = (db: Database, userId: string) => {
  const at = { createdAt: new Date(), updatedAt: new Date(), expiresAt: new Date(Date.now() + HOUR) }
  return db.writer.session.create({ data: { id: newId(), token: newId(), userId, ...at } })
}
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const eventKinds = async (db: Database) =>
  (await db.reader.event.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describeDatabases('accounts', (open) => {
  describe('the first admin', () => {
    it('comes through the last setup link, once, however many hurry', async () => {
      const db = await open()
      const first = must(await makeLink(db, machine, { purpose: 'setup' }), 'first')
      const second = must(await makeLink(db, machine, { purpose: 'setup' }), 'second')
      const person = { purpose: 'setup', name: 'Ada Brandt', password: PASSWORD } as const
      expect(code(await acceptLink(db, { ...person, token: first.token, email: 'ada@example.org' }))).toBe(
        'gone',
      )
      const tries = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          acceptLink(db, { ...person, token: second.token, email: `Ada${n}@Example.org ` }),
        ),
      )
      expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
      const users = await db.reader.user.findMany({ include: { accounts: true } })
      expect(users).toMatchObject([{ name: 'Ada Brandt', role: 'admin' }])
      expect(users[0]?.email).toMatch(/^ada\d@example\.org$/)
      const hash = users[0]?.accounts[0]?.password ?? ''
      expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true)
      expect(code(await makeLink(db, machine, { purpose: 'setup' }))).toBe('blocked')
      expect(await eventKinds(db)).toEqual(['user.setup_link_made', 'user.setup_link_made', 'user.joined'])
    })
  })

  describe('an invitation', () => {
    it('makes an account with the role that it was for, and nothing else', async () => {
      const db = await open()
      const { actor } = await account(db, 'admin')
      const link = must(
        await makeLink(db, actor, { purpose: 'invite', email: ' Bo@Example.org', role: 'editor' }),
        'invite',
      )
      expect(await linkOf(db, 'invite', link.token)).toEqual({
        email: 'bo@example.org',
        role: 'editor',
        name: null,
      })
      expect(await linkOf(db, 'reset', link.token)).toBeNull()
      const accepted = must(
        await acceptLink(db, {
          purpose: 'invite',
          token: link.token,
          name: ' Bo  Lind ',
          email: 'mallory@example.org',
          password: PASSWORD,
        }),
        'accept',
      )
      expect(accepted).toMatchObject({ name: 'Bo Lind', email: 'bo@example.org', role: 'editor' })
      expect(await linkOf(db, 'invite', link.token)).toBeNull()
      const again = { purpose: 'invite', email: 'bo@example.org', role: 'admin' } as const
      expect(code(await makeLink(db, actor, again))).toBe('duplicate')
    })

    it('expires after a week, can be taken back, and is replaced by the next', async () => {
      const db = await open()
      const invite = { purpose: 'invite', email: 'c@example.org', role: 'contributor' } as const
      const accept = (token: string, at?: Date) =>
        acceptLink(db, { purpose: 'invite', token, name: 'C', password: PASSWORD }, at)
      const one = must(await makeLink(db, machine, invite), 'one')
      const two = must(await makeLink(db, machine, invite), 'two')
      expect(code(await accept(one.token))).toBe('gone')
      expect(await listOpenLinks(db, machine)).toMatchObject([{ id: two.id, email: 'c@example.org' }])
      expect(code(await accept(two.token, new Date(Date.now() + 169 * HOUR)))).toBe('gone')
      must(await revokeLink(db, machine, { id: two.id }), 'revoke')
      expect(code(await revokeLink(db, machine, { id: two.id }))).toBe('gone')
      expect(code(await accept(two.token))).toBe('gone')
      expect(await db.reader.user.count()).toBe(0)
    })

    it('keeps no token: what is stored is its hash, and no event tells more', async () => {
      const db = await open()
      const link = must(
        await makeLink(db, machine, { purpose: 'invite', email: 'd@example.org', role: 'admin' }),
        'link',
      )
      const rows = [await db.reader.oneTimeLink.findMany(), await db.reader.event.findMany()]
      expect(JSON.stringify(rows)).not.toContain(link.token)
      const [event] = await db.reader.event.findMany()
      expect(event).toMatchObject({ subjectKind: 'user', shelf: 'closed' })
    })

    it.each([
      ['short words', 'eleven char', 'invalid'],
      ['twelve letters', 'twelve chars', 'gone'],
      ['200 letters', 'x'.repeat(200), 'gone'],
      ['201 letters', 'x'.repeat(201), 'invalid'],
    ])('reads a password of %s', async (_, password, answer) => {
      const db = await open()
      const input = { purpose: 'invite', token: 'x'.repeat(43), name: 'D', password } as const
      expect(code(await acceptLink(db, input))).toBe(answer)
    })
  })

  describe('a new password', () => {
    it('ends all sessions and every other link, and works for a day', async () => {
      const db = await open()
      const user = await account(db, 'editor')
      await addSession(db, user.id)
      const make = () => makeLink(db, machine, { purpose: 'reset', userId: user.id })
      const late = must(await make(), 'late')
      const accept = (token: string, at?: Date) =>
        acceptLink(db, { purpose: 'reset', token, password: 'an entirely new passphrase' }, at)
      expect(code(await accept(late.token, new Date(Date.now() + 25 * HOUR)))).toBe('gone')
      const link = must(await make(), 'link')
      const both = await Promise.all([accept(link.token), accept(link.token)])
      expect(both.map(code).sort()).toEqual(['gone', 'ok'])
      expect(await db.reader.session.count()).toBe(0)
      const [credential] = await db.reader.account.findMany({ where: { userId: user.id } })
      const hash = credential?.password ?? ''
      expect(await verifyPassword({ hash, password: 'an entirely new passphrase' })).toBe(true)
      expect(await verifyPassword({ hash, password: PASSWORD })).toBe(false)
    })

    it('is set by its holder only, who knows the present one', async () => {
      const db = await open()
      const user = await account(db, 'contributor')
      const other = await account(db, 'reviewer')
      const [here] = [await addSession(db, user.id), await addSession(db, user.id)]
      const input = { userId: user.id, current: PASSWORD, password: 'another passphrase', sessionId: here.id }
      expect(code(await changePassword(db, other.actor, input))).toBe('forbidden')
      expect(code(await changePassword(db, user.actor, { ...input, current: 'wrong' }))).toBe('invalid')
      expect(await db.reader.session.count()).toBe(2)
      expect(must(await changePassword(db, user.actor, input), 'change')).toEqual({ ended: 1 })
      expect(await listSessions(db, user.actor, user.id)).toMatchObject([{ id: here.id }])
      expect(await listSessions(db, other.actor, user.id)).toEqual([])
    })
  })

  describe('an account that is closed', () => {
    it('loses its sessions and links, and gets no new ones', async () => {
      const db = await open()
      const admin = await account(db, 'admin')
      const user = await account(db, 'reviewer')
      await addSession(db, user.id)
      const link = must(await makeLink(db, admin.actor, { purpose: 'reset', userId: user.id }), 'link')
      must(await disableUser(db, admin.actor, { userId: user.id, version: 1 }), 'disable')
      expect(await db.reader.session.count({ where: { userId: user.id } })).toBe(0)
      const reset = { purpose: 'reset', token: link.token, password: PASSWORD } as const
      expect(code(await acceptLink(db, reset))).toBe('gone')
      expect(code(await makeLink(db, admin.actor, { purpose: 'reset', userId: user.id }))).toBe('blocked')
      expect(code(await enableUser(db, admin.actor, { userId: user.id, version: 1 }))).toBe('conflict')
      must(await enableUser(db, admin.actor, { userId: user.id, version: 2 }), 'enable')
      const row = await db.reader.user.findUniqueOrThrow({ where: { id: user.id } })
      expect(row).toMatchObject({ disabledAt: null, version: 3 })
    })

    it('is never the last admin’s, nor loses that its role, also when two step down at once', async () => {
      const db = await open()
      const one = await account(db, 'admin')
      expect(code(await disableUser(db, one.actor, { userId: one.id }))).toBe('blocked')
      expect(code(await setRole(db, one.actor, { userId: one.id, role: 'editor' }))).toBe('blocked')
      const two = await account(db, 'admin')
      const both = await Promise.all([
        setRole(db, one.actor, { userId: one.id, role: 'editor' }),
        disableUser(db, two.actor, { userId: two.id }),
      ])
      expect(both.map(code).sort()).toEqual(['blocked', 'ok'])
      expect(await db.reader.user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
    })
  })

  it('is nobody’s to administer below admin, and one’s own to name and sign out', async () => {
    const db = await open()
    const user = await account(db, 'reviewer')
    const other = await account(db, 'editor')
    const invite = { purpose: 'invite', email: 'e@example.org', role: 'admin' } as const
    for (const actor of [user.actor, { kind: 'public' } as const]) {
      expect(code(await makeLink(db, actor, invite))).toBe('forbidden')
      expect(code(await makeLink(db, actor, { purpose: 'setup' }))).toBe('forbidden')
      expect(code(await setRole(db, actor, { userId: user.id, role: 'admin' }))).toBe('forbidden')
      expect(code(await disableUser(db, actor, { userId: other.id }))).toBe('forbidden')
      expect(code(await endSessions(db, actor, { userId: other.id }))).toBe('forbidden')
      expect(code(await renameUser(db, actor, { userId: other.id, name: 'X' }))).toBe('forbidden')
      expect(await listPeople(db, actor)).toEqual([])
      expect(await listOpenLinks(db, actor)).toEqual([])
    }
    const [a, b] = [await addSession(db, user.id), await addSession(db, user.id)]
    await addSession(db, other.id)
    const end = (input: object) => endSessions(db, user.actor, { userId: user.id, ...input })
    expect(must(await end({ except: a.id }), 'others')).toEqual({ ended: 1 })
    expect(must(await end({ only: b.id }), 'gone')).toEqual({ ended: 0 })
    expect(must(await end({ only: a.id }), 'one')).toEqual({ ended: 1 })
    expect(await db.reader.session.count()).toBe(1)
    must(await renameUser(db, user.actor, { userId: user.id, name: 'New Name' }), 'rename')
    expect(await listPeople(db, machine)).toMatchObject([
      { name: 'An editor', role: 'editor' },
      { name: 'New Name', role: 'reviewer', version: 2 },
    ])
    expect(await eventKinds(db)).toEqual(['user.sessions_ended', 'user.sessions_ended', 'user.renamed'])
  })

  it('counts what may be tried only so often, also at once', async () => {
    const db = await open()
    const limit = { max: 5, seconds: 60 }
    const now = Date.now()
    const many = await Promise.all(Array.from({ length: 12 }, () => attempt(db, 'k', limit, now)))
    expect(many.filter(Boolean)).toHaveLength(5)
    expect(await attempt(db, 'other', limit, now)).toBe(true)
    expect(await attempt(db, 'k', limit, now + 59_000)).toBe(false)
    expect(await attempt(db, 'k', limit, now + 61_000)).toBe(true)
    await forgetAttempts(db, 'k', now)
    expect(await db.reader.rateLimit.findMany()).toMatchObject([{ key: 'other', count: 1 }])
  })
})
