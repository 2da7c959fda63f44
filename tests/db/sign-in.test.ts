/** Sessions as better-auth keeps them over our clients, on both databases. */
import { beforeEach, expect, it, vi } from 'vitest'
import { disableUser, setRole } from '../../lib/commands/users'
import type { Database } from '../../lib/db/client'
import { signedIn } from '../../lib/web/session'
import { signIn, signOut } from '../../lib/web/sign-in'
import { must } from '../../seeds/must'
import { addAccount, PASSWORD } from '../support/accounts'
import { describeDatabases } from '../support/databases'

// What keeps these files out of the browser is for the framework's bundler alone.
vi.mock('server-only', () => ({}))

const machine = { kind: 'system', name: 'tests' } as const
const kept = globalThis as unknown as { onRecordDatabase?: Database; onRecordAuth?: unknown }

/** Makes a database the one of this process, as the server's first request does. */
const serve = (db: Database) => {
  kept.onRecordDatabase = db
  kept.onRecordAuth = undefined
  return db
}
const sent = (cookie = '') => new Headers({ cookie, 'user-agent': 'tests', 'x-forwarded-for': '192.0.2.7' })
const enter = async (email: string, password = PASSWORD, cookie = '') => {
  const result = await signIn(sent(cookie), email, password)
  if (!result.ok) throw new Error(result.why)
  return result.cookies.map((set) => set.split(';')[0]).join('; ')
}

beforeEach(() => vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of the tests, 32 letters or more'))

describeDatabases('sessions', (open) => {
  it('begin with the right password, and say who it is', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'reviewer', { name: 'Ines Alder' })
    await expect(enter(user.email, 'a wrong passphrase')).rejects.toThrow('wrong')
    await expect(enter('nobody@example.org')).rejects.toThrow('wrong')
    await expect(enter('no address')).rejects.toThrow('wrong')
    await expect(enter(user.email, '')).rejects.toThrow('wrong')
    await expect(enter(user.email, 'x'.repeat(100_000))).rejects.toThrow('wrong')
    expect(await db.reader.session.count()).toBe(0)
    const found = await signedIn(sent(await enter(` ${user.email.toUpperCase()}`)))
    expect(found?.viewer).toEqual({ kind: 'user', id: user.id, name: 'Ines Alder', role: 'reviewer' })
    const [session] = await db.reader.session.findMany()
    expect(session).toMatchObject({ id: found?.sessionId, userId: user.id, userAgent: 'tests' })
    const days = ((session?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(14)
    expect(await signedIn(sent())).toBeNull()
  })

  it('follow the account from one request to the next, and end with it', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const cookie = await enter(user.email)
    await db.writer.user.update({ where: { id: user.id }, data: { role: 'contributor' } })
    expect((await signedIn(sent(cookie)))?.viewer.role).toBe('contributor')
    // Whoever is given another role signs in again.
    must(await setRole(db, machine, { userId: user.id, role: 'admin' }), 'role')
    expect(await signedIn(sent(cookie))).toBeNull()
    const other = await enter(user.email)
    expect((await signedIn(sent(other)))?.viewer.role).toBe('admin')
    must(await setRole(db, machine, { userId: user.id, role: 'admin' }), 'the same role')
    expect(await signedIn(sent(other))).not.toBeNull()
    await addAccount(db, 'admin')
    // Also where a session was begun in the moment in which the account was closed.
    await db.writer.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
    expect(await signedIn(sent(other))).toBeNull()
    await db.writer.user.update({ where: { id: user.id }, data: { disabledAt: null } })
    must(await disableUser(db, machine, { userId: user.id }), 'disable')
    expect(await db.reader.session.count()).toBe(0)
    await expect(enter(user.email)).rejects.toThrow('disabled')
    await expect(enter(user.email, 'a wrong passphrase')).rejects.toThrow('wrong')
    expect(await db.reader.session.count()).toBe(0)
  })

  it('end by signing out, by signing in again, and by their time', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const first = await enter(user.email)
    const second = await enter(user.email, PASSWORD, first)
    expect(await signedIn(sent(first))).toBeNull()
    expect(await signedIn(sent(second))).not.toBeNull()
    const elsewhere = await enter(user.email)
    expect((await signOut(sent(second))).join()).toMatch(/session_token=;.*Max-Age=0/i)
    expect(await signedIn(sent(second))).toBeNull()
    expect(await signedIn(sent(elsewhere))).not.toBeNull()
    await db.writer.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await signedIn(sent(elsewhere))).toBeNull()
    await enter(user.email)
    expect(await db.reader.session.count()).toBe(1)
  })

  it('let nobody guess at once what they may not guess one by one', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => signIn(sent(), user.email, `a wrong passphrase ${n}`)),
    )
    const whys = tries.map((result) => (result.ok ? 'ok' : result.why)).sort()
    expect(whys).toEqual([...Array(4).fill('many'), ...Array(8).fill('wrong')])
    await expect(enter(user.email)).rejects.toThrow('many')
    await db.writer.rateLimit.updateMany({ data: { lastRequest: BigInt(Date.now() - 16 * 60_000) } })
    expect(await signedIn(sent(await enter(user.email)))).not.toBeNull()
    expect((await db.reader.rateLimit.findMany()).map(({ key }) => key.split(':')[1])).toEqual(['address'])
  })
})
