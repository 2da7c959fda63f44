/** Every list and record as data and as feeds, over HTTP: as other programs read them. */
import { parse } from 'csv-parse/sync'
import { DOMParser } from 'linkedom'
import { describe, expect, inject, it } from 'vitest'
import { DOCUMENTS, type DocumentKind } from '../../lib/domain/data'

const site = () => inject('readingSite')
const get = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, site()), { redirect: 'manual', ...init })
const json = async (path: string) => (await get(path)).json()
const type = (response: Response) => response.headers.get('content-type')?.split(';')[0]

const LISTS = ['claims', 'speakers', 'sources', 'topics'] as const
const RECORDS = [
  ['claim', '/claims/musto-says-bukele-was-corrupt'],
  ['speaker', '/speakers/christopher-musto'],
  ['source', '/sources/60-minutes-report'],
  ['topic', '/topics/cecot'],
] as const
const ONE: [DocumentKind, string][] = [
  ...LISTS.map((list): [DocumentKind, string] => [list, `/${list}`]),
  ...RECORDS.map(([kind, path]): [DocumentKind, string] => [kind, path]),
  ['claim-version', '/claims/usaid-money-frozen/v/1'],
  ['matrix', '/matrix'],
  ['over-time', '/over-time'],
  ['comparison', '/compare?speaker=christopher-musto&speaker=nayib-bukele'],
  ['changes', '/changes'],
]
/** With its form before its query. */
const asJson = (path: string) => path.replace(/(\?|$)/, '.json$1')

describe('data', () => {
  it.each(ONE)('a document of the kind “%s” is as documented: %s.json', async (kind, path) => {
    const response = await get(asJson(path))
    expect(response.status).toBe(200)
    expect(type(response)).toBe('application/json')
    const document = await response.json()
    expect(DOCUMENTS[kind].parse(document)).toEqual(document)
    expect(document).toMatchObject({
      version: 1,
      kind,
      links: { self: site() + asJson(path), page: site() + (kind === 'changes' ? '/' : path) },
    })
    expect((await fetch(document.links.page)).status).toBe(200)
  })

  it.each(ONE)('of the kind “%s” is sent once to whoever keeps it: %s.json', async (_kind, path) => {
    const first = await get(asJson(path))
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    const again = await get(asJson(path), { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    for (const response of [first, again])
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const head = await get(asJson(path), { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe(tag)
    expect(await head.text()).toBe('')
  })

  it('says what of the address it did not use, as the page does', async () => {
    const { dropped, total, links } = await json(
      '/claims.json?status=certain&speaker=nobody-at-all&nonsense=1',
    )
    expect(dropped).toEqual([
      { key: 'status', value: 'certain', why: 'unknown_value' },
      { key: 'nonsense', value: '1', why: 'unknown_key' },
      { key: 'speaker', value: 'nobody-at-all', why: 'unknown_value' },
    ])
    expect(total).toEqual({ n: 42, exact: true })
    expect(links.self).toBe(`${site()}/claims.json?speaker=nobody-at-all`)
    expect((await json('/topics.json?x=1')).dropped).toEqual([{ key: 'x', value: '1', why: 'unknown_key' }])
  })

  it('filters and sorts as the page does', async () => {
    const { data, total } = await json('/claims.json?status=unsupported&speaker=christopher-musto')
    expect(total).toEqual({ n: 2, exact: true })
    for (const claim of data) {
      expect(claim.family).toBe('unsupported')
      expect(claim.speaker.slug).toBe('christopher-musto')
    }
    const down = (await json('/claims.json?sort=-saidOn&per=100')).data.map(
      ({ slug }: { slug: string }) => slug,
    )
    const up = (await json('/claims.json?sort=saidOn&per=100')).data.map(({ slug }: { slug: string }) => slug)
    expect(up).toEqual(down.reverse())
  })

  it.each([
    ['claims', '/claims.json?per=10'],
    ['claims', '/claims.json?per=11&status=unsupported&sort=speaker'],
    ['claims', '/claims.json?per=10&q=bukele'],
    ['speakers', '/speakers.json?sort=claims&per=10'],
    ['sources', '/sources.json?per=11'],
    ['topics', '/topics.json'],
  ])('links lead through every page of %s once, there and back: %s', async (_list, path) => {
    const seen: string[] = []
    const pages: string[] = []
    let total = 0
    let next: string | null = path
    while (next) {
      const response: Response = await get(next)
      const page = await response.json()
      expect(page.dropped).toEqual([])
      total = page.total.n
      pages.push(page.links.self)
      seen.push(...page.data.map(({ id }: { id: string }) => id))
      const header = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
      expect(header).toBe(page.links.next)
      expect(page.links.first).toBe(pages[0])
      next = page.links.next
      expect(pages.length).toBeLessThan(20)
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    const last = await json(pages.at(-1) ?? '')
    if (last.links.prev === undefined) return
    const back: string[] = []
    for (let at: string | null = last.links.last; at; ) {
      const page: { data: { id: string }[]; links: { prev: string | null } } = await json(at)
      back.unshift(...page.data.map(({ id }) => id))
      at = page.links.prev
    }
    expect(back).toEqual(seen)
  })

  it('answers for what is not there with a sentence, as a problem', async () => {
    for (const path of [
      '/claims/none.json',
      '/speakers/none.json',
      '/sources/none.atom',
      '/topics/none.feed.json',
      '/claims/musto-says-bukele-was-corrupt/v/9.json',
      '/claims/musto-says-bukele-was-corrupt.csv',
      '/speakers/christopher-musto/v/1.json',
      '/claims/%D0%BA.json',
      '/data/claims/nothing',
      '/data/nothing/json',
      '/sitemap/claims-0.xml',
    ]) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect(type(response), path).toBe('application/problem+json')
      const { status, title, detail } = await response.json()
      expect({ status, title }).toEqual({ status: 404, title: 'Not Found' })
      expect(detail).toMatch(/\.$/)
    }
    expect((await get('/claims/%E0%A4%A.json')).status).toBe(404)
  })

  it('leads from a former address to the one of today, in the same form', async () => {
    for (const [from, to] of [
      ['/claims/usaid-funding-frozen.json', '/claims/usaid-money-frozen.json'],
      ['/claims/usaid-funding-frozen.atom', '/claims/usaid-money-frozen.atom'],
      ['/claims/usaid-funding-frozen/v/1.json', '/claims/usaid-money-frozen/v/1.json'],
      ['/speakers/us-officials.feed.json', '/speakers/unplaced-us-officials.feed.json'],
    ]) {
      const response = await get(from ?? '')
      expect(response.status, from).toBe(308)
      expect(response.headers.get('location')).toBe(site() + to)
      expect((await get(to ?? '')).status).toBe(200)
    }
  })

  it('has nothing of the teaching ledger', async () => {
    for (const path of ['/claims/case-22.json', '/claims/case-22.atom', '/claims/case-22/v/1.json']) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect(await response.text(), path).not.toContain('case-22')
    }
    for (const path of [
      ...LISTS.flatMap((list) => [
        `/${list}.csv`,
        `/${list}.jsonl`,
        `/${list}.json?per=all`,
        `/${list}.atom`,
      ]),
      '/sitemap/claims-1.xml',
      '/sitemap/speakers-1.xml',
      '/sitemap/sources-1.xml',
    ])
      expect(await (await get(path)).text(), path).not.toMatch(/Worked case|\/case-\d/)
  })

  it('may be read by pages of other sites, but not changed', async () => {
    const asked = await get('/claims.json', {
      method: 'OPTIONS',
      headers: { Origin: 'https://other.example', 'Access-Control-Request-Headers': 'if-none-match' },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toBe('If-None-Match')
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    expect((await get('/claims.json', { method: 'POST' })).status).toBe(405)
  })
})

describe('files', () => {
  it.each(LISTS)('hold all of %s, in each form alike', async (list) => {
    const whole = await json(`/${list}.json?per=all`)
    expect(whole.data).toHaveLength(whole.total.n)
    expect(whole.links.next).toBeNull()
    const lines = await get(`/${list}.jsonl`)
    expect(type(lines)).toBe('application/jsonl')
    const rows = (await lines.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toEqual(whole.data)
    const table = await get(`/${list}.csv`)
    expect(type(table)).toBe('text/csv')
    const day = new Date().toISOString().slice(0, 10)
    expect(table.headers.get('content-disposition')).toBe(`attachment; filename="${list}-${day}.csv"`)
    const cells = parse(await table.text(), { columns: true }) as Record<string, string>[]
    expect(cells.map(({ id }) => id)).toEqual(whole.data.map(({ id }: { id: string }) => id))
    expect(cells.map(({ url }) => url)).toEqual(whole.data.map(({ url }: { url: string }) => url))
  })

  it('hold one page where the address names one, with a way to the next', async () => {
    const response = await get('/claims.csv?per=10&status=unsupported')
    expect(parse(await response.text(), { columns: true })).toHaveLength(10)
    expect(response.headers.get('link')).toMatch(
      /<[^>]+\/claims\.csv\?status=unsupported&per=10&after=[^>]+>; rel="next"/,
    )
    expect(response.headers.get('content-disposition')).toContain('claims-unsupported-')
    expect((await (await get('/claims.jsonl?per=10')).text()).trimEnd().split('\n')).toHaveLength(10)
  })

  it('begin with a byte-order mark where that is asked for', async () => {
    const bytes = new Uint8Array(await (await get('/claims.csv?bom=1')).arrayBuffer())
    expect([...bytes.slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64])
    const plain = new Uint8Array(await (await get('/claims.csv')).arrayBuffer())
    expect([...plain.slice(0, 2)]).toEqual([0x69, 0x64])
  })
})

describe('tables of figures', () => {
  it.each([
    ['/matrix', 'rows'],
    ['/over-time', 'buckets'],
    ['/changes', null],
  ])('hold the rows of their page: %s.csv', async (path, list) => {
    const { data } = await json(`${path}.json`)
    const table = await get(`${path}.csv`)
    expect(type(table)).toBe('text/csv')
    expect(table.headers.get('access-control-allow-origin')).toBe('*')
    const cells = parse(await table.text(), { columns: true }) as Record<string, string>[]
    const rows: object[] = list ? data[list] : data
    expect(rows.length).toBeGreaterThan(0)
    for (const [i, row] of rows.entries())
      for (const [column, cell] of Object.entries(cells[i] ?? {})) {
        const value = column
          .split('.')
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], row)
        const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
        // A status that nobody has is left out of a document, and 0 in a table.
        expect([text, column.startsWith('counts.') && !text ? '0' : text], column).toContain(cell)
      }
    expect(cells).toHaveLength(rows.length)
  })

  it('are not made of what is none', async () => {
    expect((await get('/compare.csv?speaker=christopher-musto&speaker=nayib-bukele')).status).toBe(404)
    expect((await get('/matrix.atom')).status).toBe(404)
  })
})

const FEEDS = [...LISTS.map((list) => `/${list}`), ...RECORDS.map(([, path]) => path)] as string[]

describe('feeds', () => {
  it.each(FEEDS)('%s.atom is Atom', async (path) => {
    const response = await get(`${path}.atom`)
    expect(response.status).toBe(200)
    expect(type(response)).toBe('application/atom+xml')
    const { documentElement: feed } = new DOMParser().parseFromString(await response.text(), 'text/xml')
    expect(feed.tagName).toBe('feed')
    expect(feed.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom')
    const text = (within: Element, name: string) =>
      [...within.children].find((child) => child.tagName === name)?.textContent ?? ''
    expect(text(feed as never, 'id')).toBe(`${site()}${path}.atom`)
    expect(text(feed as never, 'title')).not.toBe('')
    const entries = [...feed.querySelectorAll('entry')] as unknown as Element[]
    expect(entries.length).toBeGreaterThan(0)
    const updated = entries.map((entry) => text(entry, 'updated'))
    expect(text(feed as never, 'updated')).toBe([...updated].sort().at(-1))
    expect(new Set(entries.map((entry) => text(entry, 'id'))).size).toBe(entries.length)
    for (const entry of entries) {
      expect(text(entry, 'title')).not.toBe('')
      const link = [...entry.children].find((child) => child.tagName === 'link')
      expect(link?.getAttribute('href')).toMatch(new RegExp(`^${site()}/`))
    }
    const tag = response.headers.get('etag') ?? ''
    expect((await get(`${path}.atom`, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  it.each(FEEDS)('%s.feed.json is JSON Feed 1.1', async (path) => {
    const response = await get(`${path}.feed.json`)
    expect(type(response)).toBe('application/feed+json')
    const feed = await response.json()
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: site() + path,
      feed_url: `${site()}${path}.feed.json`,
    })
    expect(feed.title).not.toBe('')
    expect(feed.items.length).toBeGreaterThan(0)
    for (const { id, content_html, url } of feed.items) {
      expect(typeof id).toBe('string')
      expect(typeof content_html).toBe('string')
      expect(url).toMatch(new RegExp(`^${site()}/`))
    }
  })

  it('of a view says what it is of, and holds what matches', async () => {
    const feed = await json('/claims.feed.json?status=unsupported&speaker=christopher-musto&sort=speaker')
    expect(feed.title).toBe('Unsupported claims by Christopher Musto, latest published first')
    expect(feed.items).toHaveLength(2)
    const own = await json('/speakers/christopher-musto.feed.json')
    expect(own.title).toBe('Claims by Christopher Musto')
    const { total } = await json('/claims.json?speaker=christopher-musto')
    expect(own.items).toHaveLength(total.n)
  })
})

describe('pages', () => {
  it.each([
    '/claims?status=unsupported&per=10',
    '/speakers?sort=claims',
    '/sources',
    '/topics',
    ...RECORDS.map(([, path]) => path),
  ])('%s leads to its other forms, in its head and in its foot', async (path) => {
    const html = (await (await get(path)).text()).replaceAll('&amp;', '&')
    const head = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
    expect(head.map(([, kind]) => kind)).toEqual(
      expect.arrayContaining(['application/json', 'application/atom+xml', 'application/feed+json']),
    )
    for (const [, kind, href] of head) {
      const response = await fetch(href ?? '')
      expect(response.status, href).toBe(200)
      expect(type(response), href).toBe(kind)
      expect(html).toContain(`href="${href?.slice(site().length)}"`)
    }
    expect(html).toContain(`<link rel="canonical" href="${site()}${path}"`)
  })

  it('of the teaching ledger have no other forms', async () => {
    const html = await (await get('/claims/case-22')).text()
    expect(html).not.toContain('rel="alternate"')
    expect(html).not.toContain('case-22.json')
  })
})

describe('for engines', () => {
  it('the sitemap leads to every public page, once', async () => {
    const index = await get('/sitemap.xml')
    expect(type(index)).toBe('application/xml')
    const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at ?? '')
    const parts = addresses(await index.text())
    expect(parts).toEqual(
      ['pages', 'claims-1', 'speakers-1', 'sources-1', 'topics-1'].map(
        (name) => `${site()}/sitemap/${name}.xml`,
      ),
    )
    const pages: string[] = []
    for (const part of parts) {
      const response = await fetch(part)
      expect(type(response)).toBe('application/xml')
      pages.push(...addresses(await response.text()))
    }
    expect(new Set(pages).size).toBe(pages.length)
    const listed = await Promise.all(LISTS.map((list) => json(`/${list}.json?per=all`)))
    const records = listed.flatMap(({ data }) => data.map(({ url }: { url: string }) => url))
    expect(pages.toSorted()).toEqual(
      [
        ...records,
        ...[
          '/',
          '/claims',
          '/speakers',
          '/sources',
          '/topics',
          '/over-time',
          '/matrix',
          '/compare',
          '/method',
        ].map((at) => site() + at),
      ].toSorted(),
    )
    expect(addresses(await (await get('/sitemap/claims-2.xml')).text())).toEqual([])
  })

  it('robots.txt names the sitemap, and keeps them from the desk', async () => {
    const response = await get('/robots.txt')
    expect(type(response)).toBe('text/plain')
    const text = await response.text()
    expect(text).toContain(`Sitemap: ${site()}/sitemap.xml`)
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/desk$/m)
  })
})
