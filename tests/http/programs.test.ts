/** Keys and webhooks as people make them, and as programs use them on the served site. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { onSite, post, signIn } from '../support/accounts'
import { apiOf, type Send } from '../support/api'
import { type Receiver, startReceiver } from '../support/receiver'

const site = () => inject('site')
const send: Send = (address, init) => fetch(address, init)

let receiver: Receiver
let cookie = ''
beforeAll(async () => {
  receiver = await startReceiver()
  cookie = (await signIn(site(), 'admin')).cookie
})
afterAll(() => receiver.close())

/** Posts a form and reads the page that it leads to, as a browser does. */
const follow = async (
  path: string,
  fields: Record<string, string | string[]>,
  as = cookie,
): Promise<string> => {
  const response = await post(site(), path, fields, { cookie: as })
  expect(response.status, path).toBe(303)
  const said = response.headers.getSetCookie().map((one) => one.split(';')[0])
  const page = await fetch(new URL(response.headers.get('location') ?? '', site()), {
    headers: { Cookie: [as, ...said].join('; ') },
  })
  expect(page.status).toBe(200)
  return page.text()
}
const page = async (path: string, as = cookie) =>
  (await fetch(site() + path, { headers: { Cookie: as } })).text()

/** Waits for something that the server does by itself. */
const until = async (holds: () => boolean | Promise<boolean>, what: string) => {
  for (let tried = 0; tried < 150; tried++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`It never came to pass: ${what}`)
}

describe('a key', () => {
  it('is made on the account page, shown once, works, and ends when it is revoked', async () => {
    const html = await follow('/desk/account/keys/make', {
      name: 'A script',
      scopes: ['read', 'topics'],
      days: '30',
    })
    const key = /onrec_[\w-]{43}/.exec(html)?.[0] ?? ''
    expect(key).not.toBe('')
    expect(await page('/desk/account')).not.toContain(key)
    const { call } = await apiOf(site(), send)
    expect((await call('getMe', {}, { key })).json).toMatchObject({
      role: 'admin',
      scopes: ['read', 'topics'],
    })
    expect((await call('recordTopic', {}, { key, body: { name: 'By a script' } })).status).toBe(201)
    expect((await call('recordSpeaker', {}, { key, body: { kind: 'person', name: 'x' } })).status).toBe(403)
    const account = await page('/desk/account')
    expect(account).toContain('A script')
    expect(account).toContain(key.slice(0, 12))
    const id = /name="key" value="([a-z0-9]+)"/.exec(account)?.[1] ?? ''
    expect(await follow('/desk/account/keys/revoke', { key: id })).toContain('The key was revoked')
    expect((await call('getMe', {}, { key })).status).toBe(401)
  })

  it('is refused with what was typed', async () => {
    const html = await follow('/desk/account/keys/make', { name: 'Unfinished', days: '30' })
    expect(html).toContain('Choose at least one thing')
    expect(html).toContain('Unfinished')
  })

  it('is made by an admin for somebody, and is nobody’s but theirs and admins’', async () => {
    const editor = await signIn(site(), 'editor', { name: 'Somebody With A Script' })
    const html = await follow('/desk/keys/make', {
      owner: editor.user.id,
      name: 'For them',
      scopes: ['read'],
      days: '7',
    })
    expect(/onrec_[\w-]{43}/.test(html)).toBe(true)
    expect(await page('/desk/account', editor.cookie)).toContain('For them')
    expect(await page('/desk/keys', editor.cookie)).not.toContain('For them')
  })
})

describe('a session', () => {
  it('may write from a page of this site, and from nowhere else', async () => {
    const { call } = await apiOf(site(), send)
    const attempt = (headers: Record<string, string>) =>
      call('recordTopic', {}, { body: { name: 'By session' }, headers: { Cookie: cookie, ...headers } })
    expect((await attempt({ Origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await attempt({})).status).toBe(403)
    expect((await attempt({ Origin: site() })).status).toBe(201)
  })
})

describe('a webhook', () => {
  it('is told what is published, again after it failed, and again when somebody asks', async () => {
    const html = await follow('/desk/webhooks/add', {
      url: receiver.url,
      description: 'Tests',
      subjects: ['topic'],
    })
    expect(html).toMatch(/whsec_[\w+/=]{44}/)
    const id = /\/desk\/webhooks\/([a-z0-9]{20})/.exec(html)?.[1] ?? ''
    receiver.answer = { status: 503, body: 'not now' }
    const { call } = await apiOf(site(), send)
    const headers = { Cookie: cookie, Origin: site() }
    expect((await call('recordTopic', {}, { body: { name: 'News of webhooks' }, headers })).status).toBe(201)
    await until(() => receiver.received.length > 0, 'the first attempt')
    const log = () => page(`/desk/webhooks/${id}`)
    await until(async () => (await log()).includes('It answered 503.'), 'the failure in the log')
    receiver.answer = { status: 200, body: 'thanks' }
    // Ten seconds are the first pause; here somebody asks at once.
    await onSite((db) =>
      db.writer.delivery.updateMany({ where: { webhookId: id }, data: { nextAt: new Date() } }),
    )
    await until(async () => (await log()).includes('Delivered'), 'the second attempt')
    const delivery = /name="delivery" value="([a-z0-9]+)"/.exec(await log())?.[1] ?? ''
    await follow('/desk/webhooks/again', { webhook: id, delivery })
    await until(() => receiver.received.length >= 3, 'another one')
    const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']))
    expect([...ids]).toEqual([delivery])
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
      type: 'topic.recorded',
      data: { subject: { title: 'News of webhooks' } },
    })
    expect(await follow('/desk/webhooks/remove', { webhook: id, version: '1' })).toContain(
      'The webhook was removed',
    )
  })

  it('never reaches what is not public', async () => {
    const html = await follow('/desk/webhooks/add', {
      url: 'http://[::1]:9/',
      description: '',
      subjects: ['topic'],
    })
    const id = /\/desk\/webhooks\/([a-z0-9]{20})/.exec(html)?.[1] ?? ''
    const { call } = await apiOf(site(), send)
    await call('recordTopic', {}, { body: { name: 'Unheard' }, headers: { Cookie: cookie, Origin: site() } })
    await until(
      async () => (await page(`/desk/webhooks/${id}`)).includes('is not a public address'),
      'the refusal',
    )
    await follow('/desk/webhooks/remove', { webhook: id, version: '1' })
  })
})

describe('the reference', () => {
  it('has every operation, without JavaScript', async () => {
    const html = await page('/api')
    const { document } = await apiOf(site(), send)
    for (const operations of Object.values(document.paths))
      for (const { operationId } of Object.values(operations)) expect(html).toContain(`id="${operationId}"`)
  })

  it('is kept from bodies that are too large', async () => {
    const { call } = await apiOf(site(), send)
    const big = {
      raw: JSON.stringify({ name: 'x'.repeat(1_000_001) }),
      headers: { Cookie: cookie, Origin: site() },
    }
    expect((await call('recordTopic', {}, big)).status).toBe(413)
  })
})
