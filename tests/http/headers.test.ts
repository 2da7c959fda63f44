/** What every kind of answer tells browsers: read from real answers, so that no way round is left out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { hideClaim } from '../../lib/commands/claims/workflow'
import { applyMigrations } from '../../lib/db/migrate'
import { must } from '../../seeds/must'
import { onSite, post, signIn } from '../support/accounts'
import { serve } from '../support/site'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const get = (path: string, init: RequestInit = {}) =>
  fetch(inject('site') + path, { redirect: 'manual', ...init })
let admin = ''
let gone = ''
let chunk = ''

beforeAll(async () => {
  admin = (await signIn(inject('site'), 'admin')).cookie
  gone = await onSite(async (db) => {
    const { id, slug } = must(await recordClaim(db, SYSTEM, { statement: 'To be hidden.' }), 'record')
    must(await hideClaim(db, SYSTEM, { id, version: 1, reason: 'Named a private person.' }), 'hide')
    return slug
  })
  chunk = /\/_next\/static\/[^"]+\.js/.exec(await (await get('/')).text())?.[0] ?? ''
})

/** Every kind of answer: its status, and whether a browser shows it as a page of ours. */
const kinds: [what: string, status: number, page: boolean, ask: () => Promise<Response>][] = [
  ['a page', 200, true, () => get('/claims')],
  ['a page for who is signed in', 200, true, () => get('/desk', { headers: { Cookie: admin } })],
  ['a page that is not there', 404, true, () => get('/nothing')],
  ['a claim that is not there', 404, true, () => get('/claims/none')],
  ['an address that cannot be decoded', 404, true, () => get('/claims/%E0%A4%A')],
  ['a claim that was hidden', 410, true, () => get(`/claims/${gone}`)],
  ['the way to the sign-in', 307, true, () => get('/desk/people')],
  ['a former address', 308, true, () => get('/claims/usaid-funding-frozen')],
  ['a form that was posted', 303, true, () => post(inject('site'), '/sign-in/submit', { email: 'x' })],
  [
    'a form from elsewhere',
    403,
    true,
    () => post(inject('site'), '/sign-in/submit', {}, { headers: { Origin: 'https://elsewhere.example' } }),
  ],
  [
    'a form that cannot be read',
    400,
    true,
    () => get('/sign-in/submit', { method: 'POST', headers: { Origin: inject('site') } }),
  ],
  ['a method that is not taken', 405, true, () => get('/sign-in/submit', { method: 'PUT' })],
  ['a list as JSON', 200, false, () => get('/claims.json')],
  ['a list as CSV', 200, false, () => get('/speakers.csv')],
  ['a list as JSON lines', 200, false, () => get('/sources.jsonl')],
  ['a feed', 200, false, () => get('/claims.atom')],
  ['a feed as JSON', 200, false, () => get('/topics.feed.json')],
  ['data that is not there', 404, false, () => get('/claims/none.json')],
  ['data that was hidden', 410, false, () => get(`/claims/${gone}.json`)],
  ['a preflight of data', 204, false, () => get('/claims.json', { method: 'OPTIONS' })],
  ['the feed of verdicts', 200, true, () => get('/feeds/claim-reviews.json')],
  ['a search for verdicts', 200, true, () => get('/v1alpha1/claims:search?query=gang')],
  ['the API', 200, true, () => get('/api/v1/claims')],
  ['a refusal of the API', 404, true, () => get('/api/v1/nothing')],
  ['the description of the API', 200, true, () => get('/api/v1/openapi.json')],
  ['suggestions', 200, true, () => get('/search/suggest?q=mus')],
  ['a picture', 200, true, () => get('/cards/ledger')],
  ['the icon', 200, false, () => get('/icon.svg')],
  ['robots.txt', 200, true, () => get('/robots.txt')],
  ['the sitemap', 200, true, () => get('/sitemap.xml')],
  ['an archive', 200, true, () => get('/desk/archive/public', { headers: { Cookie: admin } })],
  ['a script of the build', 200, false, () => get(chunk)],
  ['a script that is not there', 404, false, () => get('/_next/static/chunks/none.js')],
  ['a picture to be made smaller', 400, false, () => get('/_next/image?url=/x')],
]

describe('headers of every answer', () => {
  it.each(kinds)('%s', async (_, status, page, ask) => {
    const response = await ask()
    await response.body?.cancel()
    const header = (name: string) => response.headers.get(name) ?? ''
    expect(response.status).toBe(status)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('x-frame-options')).toBe('DENY')
    expect(header('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(header('permissions-policy')).toContain('camera=()')
    expect(header('cross-origin-opener-policy')).toBe('same-origin')
    expect(header('x-powered-by')).toBe('')
    // Nobody comes by TLS here.
    expect(header('strict-transport-security')).toBe('')
    const csp = header('content-security-policy')
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    if (page) expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/=]{40,}' 'strict-dynamic'/)
    else expect(csp).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  })

  it('have another nonce each time, which every script and style of the page carries', async () => {
    const nonces: string[] = []
    for (const path of ['/', '/', '/claims/none', `/claims/${gone}`, '/sign-in']) {
      const response = await get(path)
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      const html = await response.text()
      for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
      expect(html).not.toMatch(/<[^>]+\s(on[a-z]+|style)="/)
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('are the same behind a proxy that ends TLS, and no answer names the machine behind it', async () => {
    const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'ledger.example' }
    for (const proto of ['https', 'http', 'http,https', 'gopher']) {
      const headers = { ...forwarded, 'X-Forwarded-Proto': proto }
      expect((await get('/claims/none', { headers })).status, proto).toBe(404)
      expect((await get(`/claims/${gone}`, { headers })).status, proto).toBe(410)
      const moved = await get('/claims/usaid-funding-frozen', { headers })
      expect(moved.status).toBe(308)
      expect(moved.headers.get('location')).toBe('/claims/usaid-money-frozen')
    }
  })

  it('keep browsers to TLS where the site has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'on-record-tls-'))
    const url = `file:${join(folder, 'ledger.db')}`
    await applyMigrations(url)
    const { site, stop } = await serve(url, { SITE_URL: 'https://ledger.example' })
    try {
      for (const path of ['/', '/claims.json', '/nothing', '/icon.svg', '/api/v1/claims', '/robots.txt']) {
        const response = await fetch(site + path)
        await response.body?.cancel()
        expect(response.headers.get('strict-transport-security'), path).toBe('max-age=31536000')
      }
      const said = await post(
        site,
        '/accept',
        { purpose: 'invite', token: 'x' },
        { headers: { Origin: site } },
      )
      expect(said.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Strict; Secure/)
    } finally {
      stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
