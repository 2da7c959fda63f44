/** Signing in by two steps, what is noted of it, and that it tells nobody which accounts there are. */
import { hashPassword, symmetricDecrypt } from 'better-auth/crypto'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, it, vi } from 'vitest'
import { checkPassword } from '../../lib/commands/passwords'
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  removeSecondStep,
  renewCodes,
  useSecondStep,
} from '../../lib/commands/second-step'
import { noteSignIn } from '../../lib/commands/sign-ins'
import type { Database } from '../../lib/db/client'
import { getPerson, getSecondStep } from '../../lib/queries/second-step'
import { signedIn } from '../../lib/web/session'
import { signIn, signInByCode } from '../../lib/web/sign-in'
import { must } from '../../seeds/must'
import { addAccount, PASSWORD } from '../support/accounts'
import { describeDatabases } from '../support/databases'

vi.mock('server-only', () => ({}))

/** The hashes that passwords were checked against: the work that is done, whatever the clock says. */
const { checked } = vi.hoisted(() => ({ checked: [] as string[] }))
vi.mock('better-auth/crypto', async (original) => {
  const real = await original<typeof import('better-auth/crypto')>()
  return {
    ...real,
    verifyPassword: (asked: { hash: string; password: string }) => {
      checked.push(asked.hash)
      return real.verifyPassword(asked)
    },
  }
})

const KEY = 'a secret of the tests, 32 letters or more'
const kept = globalThis as unknown as { onRecordDatabase?: Database; onRecordAuth?: unknown }
const serve = (db: Database) => {
  kept.onRecordDatabase = db
  kept.onRecordAuth = undefined
  return db
}
const sent = (cookie = '') => new Headers({ cookie, 'user-agent': 'tests', 'x-forwarded-for': '192.0.2.7' })
const cookieIn = (cookies: string[]) => cookies.map((set) => set.split(';')[0]).join('; ')
const actorOf = (user: { id: string; name: string }) => ({ kind: 'user', ...user, role: 'editor' }) as const

/** What the app shows at a moment. */
const codeOf = async (db: Database, userId: string, at = new Date()) => {
  const { secret } = await db.reader.secondStep.findUniqueOrThrow({ where: { userId } })
  const opened = Secret.fromBase32(await symmetricDecrypt({ key: KEY, data: secret }))
  return new TOTP({ secret: opened }).generate({ timestamp: at.getTime() })
}

const MINUTE = 60_000
const turnOn = async (
  db: Database,
  user: { id: string; name: string },
  at = new Date(Date.now() - 5 * MINUTE),
) => {
  const actor = actorOf(user)
  must(await beginSecondStep(db, actor, { userId: user.id, current: PASSWORD, key: KEY }), 'begin')
  const code = await codeOf(db, user.id, at)
  return must(await confirmSecondStep(db, actor, { userId: user.id, code, key: KEY }, at), 'confirm').codes
}

beforeEach(() => {
  vi.stubEnv('BETTER_AUTH_SECRET', KEY)
  checked.length = 0
})

describeDatabases('signing in', (open) => {
  it('does the same work for accounts that are there, are not, and have no password', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const bare = await addAccount(db, 'editor')
    await db.writer.account.deleteMany({ where: { userId: bare.id } })
    const cost = (await hashPassword('x')).length
    for (const [email, password, kind] of [
      [user.email, PASSWORD, 'right'],
      [user.email, 'a wrong passphrase', 'wrong'],
      ['nobody@example.org', PASSWORD, 'wrong'],
      [bare.email, PASSWORD, 'wrong'],
    ] as const) {
      checked.length = 0
      expect((await checkPassword(db, email, password)).kind).toBe(kind)
      // One hash each time, of the same form and so of the same cost.
      expect(checked.map((hash) => hash.length)).toEqual([cost])
      expect(checked[0]).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    }
  })

  it('takes a code where the second step is on, each code once', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const actor = actorOf(user)
    const codes = await turnOn(db, user)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    expect(await getSecondStep(db, actor, user.id)).toMatchObject({ state: 'on', codesLeft: 10 })

    const first = await signIn(sent(), user.email, PASSWORD)
    if (first.ok || first.why !== 'code') throw new Error('No code was asked for.')
    expect(first.cookies[0]).toMatch(
      /^on-record\.second-step=[\w-]{43}; Path=\/sign-in; Max-Age=300; HttpOnly; SameSite=Strict/,
    )
    // The password alone is no session.
    expect(await db.reader.session.count()).toBe(0)
    const waiting = cookieIn(first.cookies)
    expect(await signedIn(sent(waiting))).toBeNull()
    const code = await codeOf(db, user.id)
    expect(await signInByCode(sent(), code)).toEqual({ ok: false, why: 'late' })
    expect(await signInByCode(sent(waiting), '000000x')).toEqual({ ok: false, why: 'wrong' })
    const both = await Promise.all([signInByCode(sent(waiting), code), signInByCode(sent(waiting), code)])
    const [through] = both.flatMap((result) => (result.ok ? [result] : []))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await signedIn(sent(cookieIn(through?.cookies ?? []))))?.viewer.id).toBe(user.id)
    // Neither the wait nor the code works again.
    expect(await signInByCode(sent(waiting), codes[0] ?? '')).toEqual({ ok: false, why: 'late' })
    expect(await useSecondStep(db, user.id, code, KEY)).toBe(false)
    const later = new Date(Date.now() + 10 * MINUTE)
    expect(await useSecondStep(db, user.id, await codeOf(db, user.id, later), KEY, later)).toBe(true)
  })

  it('takes a code on paper once, however it is typed, and stores none', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const codes = await turnOn(db, user)
    const [one = '', two = ''] = codes
    const stored = JSON.stringify([await db.reader.recoveryCode.findMany(), await db.reader.event.findMany()])
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
    const tries = await Promise.all([1, 2, 3].map(() => useSecondStep(db, user.id, one, KEY)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await useSecondStep(db, user.id, ` ${two.toUpperCase().replaceAll('-', ' ')} `, KEY)).toBe(true)
    const renewed = must(await renewCodes(db, actorOf(user), { userId: user.id, current: PASSWORD }), 'renew')
    expect(await useSecondStep(db, user.id, codes[2] ?? '', KEY)).toBe(false)
    expect(await useSecondStep(db, user.id, renewed.codes[2] ?? '', KEY)).toBe(true)
  })

  it('is set up and turned off by its owner with the password, and by an admin; sessions end', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const other = await addAccount(db, 'editor')
    const actor = actorOf(user)
    const asked = { userId: user.id, current: PASSWORD, key: KEY }
    for (const [who, current, code] of [
      [actorOf(other), PASSWORD, 'forbidden'],
      [actor, 'wrong', 'invalid'],
    ] as const)
      expect(await beginSecondStep(db, who, { ...asked, current })).toMatchObject({ refusal: { code } })
    must(await beginSecondStep(db, actor, asked), 'begin')
    // A secret that no code was typed of asks for nothing.
    expect((await signIn(sent(), user.email, PASSWORD)).ok).toBe(true)
    expect(await confirmSecondStep(db, actor, { ...asked, code: '12' })).toMatchObject({
      refusal: { code: 'invalid', field: 'code' },
    })
    await turnOn(db, user)
    expect(await db.reader.session.count()).toBe(0)
    const row = await db.reader.secondStep.findUniqueOrThrow({ where: { userId: user.id } })
    expect(row.secret).not.toMatch(/^[A-Z2-7]{32}$/)
    expect(await endSecondStep(db, actor, { userId: user.id, current: 'wrong' })).toMatchObject({ ok: false })
    expect(await removeSecondStep(db, actorOf(other), { userId: user.id })).toMatchObject({ ok: false })
    must(await endSecondStep(db, actor, { userId: user.id, current: PASSWORD }), 'end')
    expect((await signIn(sent(), user.email, PASSWORD)).ok).toBe(true)
    await turnOn(db, user)
    must(await removeSecondStep(db, { kind: 'system', name: 'tests' }, { userId: user.id }), 'remove')
    const kinds = (await db.reader.event.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('user.second_step')).sort()).toEqual(
      ['off', 'off', 'on', 'on'].map((end) => `user.second_step_${end}`),
    )
  })

  it('lets nobody guess codes at once', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    await turnOn(db, user)
    const first = await signIn(sent(), user.email, PASSWORD)
    const waiting = cookieIn(first.ok || first.why !== 'code' ? [] : first.cookies)
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => signInByCode(sent(waiting), `x${n}`)),
    )
    const whys = tries.map((one) => (one.ok ? 'ok' : one.why)).sort()
    expect(whys).toEqual([...Array(4).fill('many'), ...Array(8).fill('wrong')])
  })

  it('is noted with how it ended, from which network, for ninety days, and for admins alone', async () => {
    const db = serve(await open())
    const user = await addAccount(db, 'editor')
    const old = new Date(Date.now() - 91 * 86_400_000)
    await noteSignIn(db, { userId: user.id, outcome: 'in', place: null, userAgent: null }, old)
    await signIn(sent(), user.email, 'a wrong passphrase')
    await signIn(sent(), 'typed-into-the-wrong-field', PASSWORD)
    await signIn(sent(), 'nobody@example.org', 'hunter-two-hunter-two')
    await signIn(sent(), user.email, PASSWORD)
    const rows = await db.reader.signIn.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    expect(rows.map(({ userId, outcome }) => [userId === user.id, outcome])).toEqual([
      [true, 'wrong'],
      [false, 'wrong'],
      [true, 'in'],
    ])
    expect(new Set(rows.map(({ place }) => place))).toEqual(new Set(['192.0.2.0/24']))
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.7|nobody@|hunter|typed/)
    const admin = { kind: 'user', id: 'x', name: 'X', role: 'admin' } as const
    const page = await getPerson(db, admin, user.id)
    expect(page?.signIns.map(({ outcome }) => outcome)).toEqual(['in', 'wrong'])
    for (const viewer of [{ kind: 'public' } as const, actorOf(user)])
      expect(await getPerson(db, viewer, user.id)).toBeNull()
  })
})
