import { describe, expect, inject, it } from 'vitest'
import { articleLedger } from '../../seeds/article/load'

const get = (path: string, init: RequestInit = {}) =>
  fetch(inject('readingSite') + path, { redirect: 'manual', ...init })
const body = async (path: string) => (await get(path)).text()
/** The text that a reader sees, without tags, scripts and the data that scripts read. */
const text = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

const { claims } = articleLedger()

describe('pages', () => {
  it.each(['/', '/claims', '/speakers', '/sources', '/topics', '/method'])(
    '%s answers with a whole document',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      const html = await response.text()
      expect(html).toMatch(/<html lang="en"/)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).toContain('id="content"')
    },
  )

  it('counts the 42 claims of the article, and none of the teaching ledger', async () => {
    expect(text(await body('/'))).toContain('42 claims by 24 speakers, through 7 sources')
    const list = text(await body('/claims?per=100'))
    expect(list).toContain('42 claims')
    expect(list).not.toContain('Worked case')
    for (const { statement } of claims) expect(list).toContain(statement)
  })

  it('filters the unsupported claims of one speaker, and says so in a sentence', async () => {
    const page = text(await body('/claims?status=unsupported&speaker=christopher-musto'))
    expect(page).toContain('2 claims')
    expect(page).toMatch(/Unsupported\s+claims by\s+Christopher Musto\s*, newest first/)
    expect(page).toContain('Bukele was corrupt.')
    expect(page).not.toContain('Bukele is “dirty”.')
  })

  it('pages through all claims without losing or repeating one', async () => {
    const seen: string[] = []
    let path: string | undefined = '/claims?per=10'
    for (let pages = 0; path && pages < 10; pages++) {
      const html: string = await body(path)
      const rows = html.match(/<tbody[^]*<\/tbody>/)?.[0] ?? ''
      for (const [, slug] of rows.matchAll(/href="\/claims\/([a-z0-9-]+)"/g)) if (slug) seen.push(slug)
      path = /<a rel="next" href="([^"]+)"|<a href="([^"]+)" rel="next"|rel="next"[^>]*href="([^"]+)"/
        .exec(html)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(42)
    expect(new Set(seen).size).toBe(42)
  })

  it.each(claims.map((claim) => [claim.slug, claim] as const))(
    'shows %s with its status and what it rests on',
    async (slug, claim) => {
      const response = await get(`/claims/${slug}`)
      // One of them was renamed; it is found under its old address.
      const html =
        response.status === 308
          ? await body(new URL(response.headers.get('location') ?? '', inject('readingSite')).pathname)
          : await response.text()
      const page = text(html)
      expect(page).toContain(claim.statement)
      expect(page).toContain(`rule ${claim.expected.rule}`)
      expect(page).toContain('How it reached us')
      expect(page).toContain('Republished article on CECOT deportations and MS-13')
      if (claim.expected.flags.includes('denied')) expect(page).toContain('denied')
    },
  )

  it('shows who may be the same person, plainly', async () => {
    expect(text(await body('/speakers/white-house-spokesperson'))).toContain(
      'May be the same person as Abigail Jackson',
    )
    const group = text(await body('/speakers/times-sources'))
    expect(group).toContain('30 people')
    expect(group).toContain('The New York Times')
  })

  it('shows a teaching claim as invented, and asks engines to leave it alone', async () => {
    const html = await body('/claims/case-22')
    expect(text(html)).toContain('Everything in it is invented')
    expect(html).toContain('noindex')
  })
})

describe('addresses', () => {
  it.each([
    ['/claims/usaid-funding-frozen', '/claims/usaid-money-frozen'],
    ['/speakers/us-officials', '/speakers/unplaced-us-officials'],
    ['/sources/marroquin-profile', '/sources/profile-of-carlos-marroquin-chica'],
  ])('%s redirects to its new address for good', async (from, to) => {
    const response = await get(from)
    expect(response.status).toBe(308)
    expect(new URL(response.headers.get('location') ?? '', inject('readingSite')).pathname).toBe(to)
    expect((await get(to)).status).toBe(200)
  })

  it.each([
    '/nothing',
    '/claims/none',
    '/speakers/none',
    '/sources/none',
    '/topics/none',
    '/claims/%E0%A4%A',
    '/claims/..%2f..%2fetc',
    '/claims/musto-says-bukele-was-corrupt/v/9',
    '/claims/musto-says-bukele-was-corrupt/v/0',
    '/claims/musto-says-bukele-was-corrupt/v/x',
    '/bench/empty',
    '/%62ench/nothing',
  ])('%s is a 404 with a way on', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(text(await response.text())).toContain('Nothing is recorded at this address')
  })

  it('keeps an address for every version of a claim', async () => {
    const first = text(await body('/claims/usaid-money-frozen/v/1'))
    expect(first).toContain('It has been changed since')
    expect(text(await body('/claims/usaid-money-frozen/v/2'))).toContain('the current version (2)')
  })

  it.each([
    ['?nonsense=1', '“nonsense” is not something that this list can be filtered by.'],
    ['?status=certain', '“certain” is not a value of “status”.'],
    ['?after=tampered.with', 'The page marker was not made for this view'],
    ['?speaker=nobody-at-all', 'Nothing is recorded under “nobody-at-all”'],
    ["?status=' OR 1=1 --", 'is not a value of “status”'],
    ['?__proto__=x&constructor=y', 'is not something that this list can be filtered by'],
    ['?speaker=%00%F0%9F%92%A5', 'is not a value of “speaker”'],
    ['?from=2025-99', 'is not a value of “from”'],
  ])('drops %s and says so, and shows the list', async (query, said) => {
    const response = await get(`/claims${query}`)
    expect(response.status).toBe(200)
    const page = text(await response.text()).replaceAll('&#x27;', "'")
    expect(page).toContain('Part of this address was not used')
    expect(page).toContain(said)
    expect(page).toContain('42 claims')
  })

  it('escapes what an address says', async () => {
    const html = await body('/claims?status=<script>alert(1)</script>')
    expect(html).not.toContain('<script>alert(1)')
  })

  it('says what to do when no claim matches', async () => {
    const page = text(await body('/claims?status=documented'))
    expect(page).toContain('No claim matches all of these conditions')
    expect(page).toContain('Show all claims')
  })
})

describe('headers', () => {
  it('lets a script run only with the nonce of its own response', async () => {
    const [one, two] = await Promise.all([get('/claims'), get('/claims')])
    const nonce = (response: Response) =>
      /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonce(one)).toBeTruthy()
    expect(nonce(one)).not.toBe(nonce(two))
    const html = await one.text()
    const scripts = html.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce(one)}"`)
    expect(html).not.toMatch(/\sstyle="/)
    expect(one.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(one.headers.get('x-content-type-options')).toBe('nosniff')
    expect(one.headers.get('x-powered-by')).toBeNull()
  })
})
