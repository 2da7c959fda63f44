/** Accounts over real HTTP, as a browser without JavaScript goes about them. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { saveDraft } from '../../lib/commands/drafts'
import { makeLink } from '../../lib/commands/one-time-links'
import { disableUser } from '../../lib/commands/users'
import { openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { must } from '../../seeds/must'
import { addAccount, cookiesOf, onSite, PASSWORD, post, signIn } from '../support/accounts'
import { type MailServer, startMailServer } from '../support/mail'
import { runProcess } from '../support/process'
import { serve } from '../support/site'

const MACHINE = { kind: 'system', name: 'tests' } as const
const site = () => inject('site')
const page = async (path: string, cookie = '', from = site()) =>
  (await fetch(from + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })).text()
const location = (response: Response) => response.headers.get('location') ?? ''
/** Follows the redirect of a form as a browser does, with what it set. */
const after = (response: Response, cookie: string, from = site()) =>
  page(location(response), [cookie, cookiesOf(response)].filter(Boolean).join('; '), from)
const linkIn = (html: string, purpose: string) =>
  new RegExp(`/${purpose}/([\\w-]{43})`).exec(html)?.[1] ?? 'no link on the page'

describe('a fresh ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-fresh-'))
  const url = `file:${join(folder, 'ledger.db')}`
  let fresh = ''
  let stop = () => {}
  let setup = ''
  let mail: MailServer

  beforeAll(async () => {
    mail = await startMailServer()
    await applyMigrations(url)
    const db = openDatabase(url)
    setup = must(await makeLink(db, MACHINE, { purpose: 'setup' }), 'setup').token
    await db.close()
    ;({ site: fresh, stop } = await serve(url, {
      SMTP_URL: mail.url,
      MAIL_FROM: 'ledger@example.org',
      SITE_URL: 'http://ledger.example',
    }))
  })
  afterAll(() => {
    stop()
    mail.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('goes from the first admin to an invited editor, whose session an admin ends by disabling them', async () => {
    const posts = (path: string, fields: Record<string, string>, cookie = '') =>
      post(fresh, path, fields, { cookie })
    expect(await page(`/setup/${setup}`, '', fresh)).toContain('Make the first account')
    const person = { purpose: 'setup', token: setup, name: 'Ada Brandt', email: 'Ada@Example.org' }
    const short = await posts('/accept', { ...person, password: 'too short' })
    expect(location(short)).toBe(`/setup/${setup}`)
    expect(JSON.stringify(short.headers.getSetCookie())).not.toContain('too short')
    const again = await after(short, '', fresh)
    expect(again).toContain('A password has at least 12 characters')
    expect(again).toContain('Ada Brandt')

    const made = await posts('/accept', { ...person, password: PASSWORD })
    expect(made.status).toBe(303)
    const [set = ''] = made.headers.getSetCookie()
    expect(set).toMatch(/^on-record\.session_token=/)
    expect(set).toMatch(/; HttpOnly/)
    expect(set).toMatch(/; SameSite=Lax/i)
    expect(set).toMatch(/; Path=\//)
    const admin = cookiesOf(made)
    expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
    expect(await page(`/setup/${setup}`, '', fresh)).toContain('does not work any more')
    expect(location(await posts('/accept', { ...person, email: 'b@example.org', password: PASSWORD }))).toBe(
      `/setup/${setup}`,
    )

    const invited = await posts('/desk/people/invite', { email: 'bo@example.org', role: 'editor' }, admin)
    expect(location(invited)).toBe('/desk/people')
    const shown = await after(invited, admin, fresh)
    const token = linkIn(shown, 'invite')
    expect(mail.messages).toHaveLength(1)
    expect(mail.messages[0]).toContain('To: bo@example.org')
    expect(mail.messages[0]?.replaceAll('=\n', '')).toContain(`http://ledger.example/invite/${token}`)
    expect(await page('/desk/people', admin, fresh)).not.toContain(token)
    expect(await page(`/invite/${token}?name=Bo+Lind`, '', fresh)).toContain('value="Bo Lind"')
    const joined = await posts('/accept', { purpose: 'invite', token, name: 'Bo Lind', password: PASSWORD })
    expect(location(joined)).toBe('/desk')
    const editor = cookiesOf(joined)
    expect(await page('/desk/account', editor, fresh)).toContain('bo@example.org, editor')
    expect(await page('/desk/people', editor, fresh)).toContain('Only admins see')

    mail.messages.length = 0
    for (const email of ['nobody@example.org', 'bo@example.org'])
      expect(location(await posts('/forgot/submit', { email }))).toBe('/forgot?sent=1')
    await vi.waitFor(() => expect(mail.messages).toHaveLength(1), 10_000)
    const reset = linkIn(mail.messages[0]?.replaceAll('=\n', '') ?? '', 'reset')
    const renewed = { purpose: 'reset', token: reset, password: 'an entirely new passphrase' }
    expect(location(await posts('/accept', renewed))).toBe('/sign-in?done=reset&email=bo%40example.org')
    expect(await page('/', editor, fresh)).not.toContain('Bo Lind')
    const credentials = { email: 'bo@example.org', password: renewed.password }
    const back = cookiesOf(await posts('/sign-in/submit', credentials))
    expect(await page('/', back, fresh)).toContain('Bo Lind')

    const people = await page('/desk/people', admin, fresh)
    const id = /Bo Lind[^]*?name="user" value="(\w+)"/.exec(people)?.[1] ?? ''
    const closed = await posts('/desk/people/state', { user: id, version: '1', to: 'disabled' }, admin)
    expect(await after(closed, admin, fresh)).toContain('The account is disabled')
    expect(await page('/', back, fresh)).not.toContain('Bo Lind')
    expect(location(await posts('/sign-in/submit', credentials))).toContain('error=disabled')
  })
})

describe('signing in', () => {
  it('begins a session of its own each time, and ends the one before', async () => {
    const { cookie, user } = await signIn(site(), 'editor', { name: 'Ines Alder' })
    expect(await page('/', cookie)).toContain('Ines Alder')
    expect(await page('/')).not.toContain('Ines Alder')
    const fields = { email: user.email.toUpperCase(), password: PASSWORD, next: '/claims?status=untraced' }
    const second = await post(site(), '/sign-in/submit', fields, { cookie })
    expect(location(second)).toBe('/claims?status=untraced')
    expect(cookiesOf(second)).not.toBe(cookie)
    expect(await page('/', cookie)).not.toContain('Ines Alder')
    expect(await page('/', cookiesOf(second))).toContain('Ines Alder')
    const out = await post(site(), '/sign-out', {}, { cookie: cookiesOf(second) })
    expect(out.status).toBe(303)
    expect(await page('/', cookiesOf(second))).not.toContain('Ines Alder')
  })

  it('gives what was typed before signing in to whoever signs in', async () => {
    const user = await onSite((db) => addAccount(db, 'editor'))
    const draft = await onSite((db) =>
      saveDraft(db, { kind: 'public' }, { kind: 'speaker.new', title: 'x', form: {} }),
    )
    const next = `/desk/speakers/new?draft=${draft.id}`
    expect(await page(`/sign-in?next=${encodeURIComponent(next)}`)).toContain('What you typed is kept')
    const fields = { email: user.email, password: PASSWORD, next }
    expect(location(await post(site(), '/sign-in/submit', fields))).toBe(next)
    const row = await onSite((db) => db.reader.draft.findUniqueOrThrow({ where: { id: draft.id } }))
    expect(row.ownerId).toBe(user.id)
  })

  it('takes no cookie that it did not sign', async () => {
    const { cookie } = await signIn(site(), 'editor', { name: 'Ines Alder' })
    const [token = ''] = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')
    for (const forged of [token, `${token}.AAAA`, `${token}.${'A'.repeat(43)}=`, ''])
      expect(await page('/', `on-record.session_token=${encodeURIComponent(forged)}`)).not.toContain(
        'Ines Alder',
      )
  })

  it('answers a wrong password and an unknown account alike, and as slowly', async () => {
    const user = await onSite((db) => addAccount(db, 'editor'))
    const timed = async (email: string) => {
      const start = performance.now()
      const response = await post(site(), '/sign-in/submit', { email, password: 'a wrong passphrase' })
      return {
        to: location(response).replace(encodeURIComponent(email), 'X'),
        took: performance.now() - start,
      }
    }
    await timed(user.email)
    const known = [await timed(user.email), await timed(user.email), await timed(user.email)]
    const unknown = []
    for (const n of [1, 2, 3]) unknown.push(await timed(`nobody${n}@example.org`))
    expect(new Set([...known, ...unknown].map(({ to }) => to)).size).toBe(1)
    const least = (list: { took: number }[]) => Math.min(...list.map(({ took }) => took))
    // Both hash once, which is nearly all of the time; a lookup alone would be some fifty times as fast.
    expect(least(unknown)).toBeGreaterThan(least(known) / 3)
    const html = await page(`/sign-in?error=wrong&email=${encodeURIComponent(user.email)}`)
    expect(html).toContain('do not belong together')
    expect(html).toContain(user.email)
  })

  it('stops after eight wrong tries for an account, known or not, and the right one then waits too', async () => {
    const user = await onSite((db) => addAccount(db, 'editor'))
    for (const email of [user.email, 'nobody-throttled@example.org']) {
      const tries = []
      for (let n = 0; n < 10; n++)
        tries.push(
          location(await post(site(), '/sign-in/submit', { email, password: `wrong passphrase ${n}` })),
        )
      expect(tries.filter((to) => to.includes('error=wrong'))).toHaveLength(8)
      expect(tries.at(-1)).toContain('error=many')
    }
    const right = await post(site(), '/sign-in/submit', { email: user.email, password: PASSWORD })
    expect(location(right)).toContain('error=many')
    expect(cookiesOf(right)).toBe('')
  })

  it('stops after sixty tries from one address, whichever accounts they were for', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' }
    const tries = []
    for (let n = 0; n < 62; n++) {
      // An empty password is counted nowhere, a passphrase takes a while to hash: one letter is enough.
      const fields = { email: `somebody${n}@example.org`, password: 'x' }
      tries.push(location(await post(site(), '/sign-in/submit', fields, { headers })))
    }
    expect(tries.filter((to) => to.includes('error=wrong'))).toHaveLength(60)
    expect(tries.at(-1)).toContain('error=many')
    // Every try works out a hash, whether or not there is such an account: on a busy machine that takes a while.
  }, 300_000)

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/desk',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0d%0aLocation:%20https://evil.example',
    '/./\\evil.example',
    '/..//evil.example',
    'desk',
  ])('goes nowhere else: %j', async (next) => {
    const user = await onSite((db) => addAccount(db, 'contributor'))
    const response = await post(site(), '/sign-in/submit', { email: user.email, password: PASSWORD, next })
    expect(response.status).toBe(303)
    expect(new URL(location(response), site()).origin).toBe(site())
    expect(location(response)).toMatch(/^\/(?![/\\])/)
  })

  it('does not serve better-auth’s own addresses', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session'])
      expect((await fetch(site() + path, { method: 'POST', headers: { Origin: site() } })).status).toBe(404)
  })
})

describe('another site', () => {
  const PATHS = [
    '/sign-in/submit',
    '/sign-out',
    '/accept',
    '/forgot/submit',
    '/desk/account/name',
    '/desk/account/password',
    '/desk/account/sessions',
    '/desk/people/invite',
    '/desk/people/role',
    '/desk/people/state',
    '/desk/people/reset',
    '/desk/people/revoke',
  ]
  it.each(PATHS)('posts nothing to %s', async (path) => {
    const elsewhere: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: site(), 'Sec-Fetch-Site': 'cross-site' },
    ]
    for (const headers of elsewhere) {
      const response = await post(site(), path, { user: 'x' }, { headers })
      expect(response.status).toBe(403)
      expect(response.headers.getSetCookie()).toEqual([])
    }
  })

  it('ends no session', async () => {
    const { cookie } = await signIn(site(), 'editor', { name: 'Ines Alder' })
    await post(site(), '/sign-out', {}, { cookie, headers: { Origin: 'https://evil.example' } })
    expect(await page('/', cookie)).toContain('Ines Alder')
  })

  it.each(PATHS.filter((path) => path.startsWith('/desk/')))('%s asks readers to sign in', async (path) => {
    expect(location(await post(site(), path, { user: 'x' }))).toMatch(/^\/sign-in\?next=/)
  })
})

describe('one’s own account', () => {
  it('lists sessions, ends another one, and changes the name and the password', async () => {
    const { cookie, user } = await signIn(site(), 'contributor', { name: 'Ines Alder' })
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const fields = { email: user.email, password: PASSWORD }
    const other = cookiesOf(
      await post(site(), '/sign-in/submit', fields, { headers: { 'User-Agent': agent } }),
    )
    const account = await page('/desk/account', cookie)
    expect(account).toContain('Firefox on Linux')
    const session = /name="session" value="(\w+)"/.exec(account)?.[1] ?? ''
    const ended = await post(site(), '/desk/account/sessions', { session }, { cookie })
    expect(await after(ended, cookie)).toContain('The session has ended.')
    expect(await page('/', other)).not.toContain('Ines Alder')

    const wrong = { current: 'not the passphrase', password: 'another long passphrase' }
    const refused = await post(site(), '/desk/account/password', wrong, { cookie })
    expect(await after(refused, cookie)).toContain('This is not your present password.')
    const third = cookiesOf(await post(site(), '/sign-in/submit', fields))
    const right = { ...wrong, current: PASSWORD }
    const changed = await post(site(), '/desk/account/password', right, { cookie })
    expect(await after(changed, cookie)).toContain('Your password is changed')
    expect(await page('/', third)).not.toContain('Ines Alder')
    expect(location(await post(site(), '/sign-in/submit', fields))).toContain('error=wrong')

    const renamed = await post(site(), '/desk/account/name', { name: 'Ines <b>Birch</b>' }, { cookie })
    const html = await after(renamed, cookie)
    expect(html).toContain('Ines &lt;b&gt;Birch&lt;/b&gt;')
    expect(html).not.toContain('<b>Birch')
  })

  it('ends nobody else’s session, and gives itself no role', async () => {
    const { cookie, user } = await signIn(site(), 'reviewer')
    const other = await signIn(site(), 'editor', { name: 'Odo Fen' })
    const [session] = await onSite((db) => db.reader.session.findMany({ where: { userId: other.user.id } }))
    await post(site(), '/desk/account/sessions', { session: session?.id ?? '' }, { cookie })
    expect(await page('/', other.cookie)).toContain('Odo Fen')
    const role = { user: user.id, version: '1', role: 'admin' }
    await post(site(), '/desk/people/role', role, { cookie })
    await post(site(), '/desk/people/invite', { email: 'f@example.org', role: 'admin' }, { cookie })
    const [row, links] = await onSite((db) =>
      Promise.all([
        db.reader.user.findUniqueOrThrow({ where: { id: user.id } }),
        db.reader.oneTimeLink.count({ where: { email: 'f@example.org' } }),
      ]),
    )
    expect(row.role).toBe('reviewer')
    expect(links).toBe(0)
  })

  it('is signed out at once when it is disabled from the command line', async () => {
    const { cookie, user } = await signIn(site(), 'editor', { name: 'Odo Fen' })
    await onSite(async (db) => must(await disableUser(db, MACHINE, { userId: user.id }), 'disable'))
    expect(await page('/', cookie)).not.toContain('Odo Fen')
  })

  it('asks to sign in first, and comes back', async () => {
    const response = await fetch(`${site()}/desk/account`, { redirect: 'manual' })
    expect(response.status).toBe(307)
    expect(location(response)).toContain('/sign-in?next=')
  })
})

it('without mail, a forgotten password is a matter for an admin; nobody learns who has an account', async () => {
  expect(await page('/forgot')).toContain('Ask an admin of this ledger')
  const user = await onSite((db) => addAccount(db, 'editor'))
  const [known, unknown] = [
    await post(site(), '/forgot/submit', { email: user.email }),
    await post(site(), '/forgot/submit', { email: 'nobody@example.org' }),
  ]
  expect([known.status, location(known)]).toEqual([unknown.status, location(unknown)])
  expect(await onSite((db) => db.reader.oneTimeLink.count({ where: { userId: user.id } }))).toBe(0)
})

describe('npm run user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-user-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const user = (...words: string[]) =>
    runProcess('scripts/user.ts', ...words).catch((error: Error) => `refused: ${error.message}`)

  it('invites, changes roles, closes and opens accounts, and makes links', async () => {
    const url = `file:${join(folder, 'ledger.db')}`
    process.env.DATABASE_URL = url
    try {
      expect(await user('list')).toContain('There is no account yet.')
      const added = await user('add', 'Ada@Example.org', 'Ada Brandt', 'admin')
      expect(added).toMatch(/An invitation for ada@example\.org\.[^]*\/invite\/[\w-]{43}\?name=Ada\+Brandt/)
      const db = openDatabase(url)
      await addAccount(db, 'editor', { name: 'Bo', email: 'bo@example.org' })
      await db.close()
      expect(await user('role', 'bo@example.org', 'king')).toContain('“king” is not a role')
      expect(await user('role', 'bo@example.org', 'admin')).toContain('Bo is admin now.')
      expect(await user('disable', 'bo@example.org')).toContain('This is the last admin.')
      expect(await user('role', 'bo@example.org', 'editor')).toContain('This is the last admin.')
      expect(await user('link', 'BO@example.org')).toMatch(/\/reset\/[\w-]{43}\n/)
      expect(await user('link', 'none@example.org')).toContain('There is no account for none@example.org.')
      expect(await user('list')).toContain('bo@example.org\tBo\tadmin')
      expect(await user('nonsense')).toContain('Use one of:')
      expect(await user('add', 'c@example.org')).toContain('Use one of:')
      expect(existsSync(join(folder, 'session-secret'))).toBe(false)
    } finally {
      delete process.env.DATABASE_URL
    }
    // A dozen processes, each of which reads the whole code.
  }, 180_000)
})
