/** The desk, the log and a claim's history over real HTTP, as a browser without JavaScript goes about them. */
import { expect, inject, it } from 'vitest'
import { commentOnClaim } from '../../lib/commands/claims/comments'
import { recordClaim } from '../../lib/commands/claims/record'
import { claimKept } from '../../lib/db/claim-record'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite, post, signIn } from '../support/accounts'
import { edit } from '../support/claim-editors'

const site = () => inject('site')
const get = (path: string, cookie = '') =>
  fetch(site() + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })
const page = async (path: string, cookie = '') => (await get(path, cookie)).text()
const actor = { kind: 'system', name: 'tests' } as const

/** A claim that readers see, with a second version. */
const addClaim = async (statement: string) => {
  const id = newId()
  const slug = must(await onSite((db) => recordClaim(db, actor, { id, statement })), 'claim').slug
  must(
    await onSite((db) => edit(db, actor, id, { note: 'A first note.' }, { reason: 'It was bare.' })),
    'edit',
  )
  return { id, slug }
}

it('the desk is for those who signed in, and shows what waits for them', async () => {
  const asked = await get('/desk')
  expect(asked.status).toBe(307)
  expect(asked.headers.get('location')).toContain('/sign-in?next=%2Fdesk')
  const { cookie, user } = await signIn(site(), 'editor', { name: 'Desk Editor' })
  const statement = `A draft ${newId()}.`
  const id = newId()
  const owner = { kind: 'user', ...user } as const
  must(await onSite((db) => recordClaim(db, owner, { id, statement, shelf: 'desk' })), 'draft')
  const reviewer = await signIn(site(), 'reviewer', { name: 'Desk Reviewer' })
  const text = `@${user.name}: who counted? ${newId()}`
  must(
    await onSite((db) => commentOnClaim(db, { kind: 'user', ...reviewer.user }, { claim: id, text })),
    'comment',
  )
  const desk = await page('/desk', cookie)
  for (const said of ['Desk of Desk Editor', statement, text, 'Nothing cited']) expect(desk).toContain(said)
  expect(await page('/desk', reviewer.cookie)).not.toContain(text)
  const comment = /name="comment" value="([^"]+)"/.exec(desk)?.[1] ?? ''
  const seen = await post(site(), '/desk/mentions', { comment }, { cookie })
  expect(seen.headers.get('location')).toBe('/desk')
  expect(await page('/desk', cookie)).not.toContain(text)
})

it('a claim’s history compares its versions, and editors restore one', async () => {
  const { id, slug } = await addClaim(`Something was so ${newId()}.`)
  const address = `/claims/${slug}/history`
  const read = await get(address)
  expect(read.status).toBe(200)
  const history = await read.text()
  expect(history).toContain('A first note.')
  expect(history).toContain('It was bare.')
  expect(history).toContain(`/claims/${slug}/v/1`)
  expect(history).not.toContain('Restore this version')
  expect((await get('/claims/nothing/history')).status).toBe(404)
  const { cookie } = await signIn(site(), 'editor')
  expect(await page(address, cookie)).toContain('Restore this version')
  const fields = { id, version: '1', to: '1', reason: 'It was better bare.' }
  const stale = await post(site(), `/desk/claims/${slug}/restore`, fields, { cookie })
  const shown = await page(stale.headers.get('location') ?? '', cookie)
  expect(shown).toContain('Somebody changed this claim after you opened it')
  expect(shown).toContain('It was better bare.')
  const restored = await post(site(), `/desk/claims/${slug}/restore`, { ...fields, version: '2' }, { cookie })
  expect(restored.headers.get('location')).toBe(address)
  expect(await onSite((db) => claimKept(db.reader, { id }))).toMatchObject({
    version: 3,
    record: { note: null },
  })
  expect(await page(address)).toContain('Put back to an earlier version by')
})

it('the log narrows by its address, and shows readers what is public', async () => {
  const statement = `Something else was so ${newId()}.`
  const { slug } = await addClaim(statement)
  const hidden = `A draft ${newId()}.`
  must(await onSite((db) => recordClaim(db, actor, { statement: hidden, shelf: 'desk' })), 'draft')
  const log = await page('/desk/log')
  expect(log).toContain(statement)
  expect(log).not.toContain(hidden)
  expect(log).toContain('Reason: It was bare.')
  const { cookie } = await signIn(site(), 'editor')
  expect(await page('/desk/log', cookie)).toContain(hidden)
  const one = await page(`/desk/log?entity=claim/${slug}&kind=claim.edited`)
  expect(one.split('Reason: It was bare.').length - 1).toBeGreaterThan(0)
  expect(one).not.toContain('Recorded by')
  expect(await page('/desk/log?person=Nobody+of+that+name')).toContain('Nothing like this happened.')
  expect((await get('/desk/log?cursor=x&from=%00&entity=a/b/c&person=%F0%28')).status).toBe(200)
})
