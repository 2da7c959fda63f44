import { describe, expect, inject, it } from 'vitest'
import { HOSTILE } from '../support/query-arbitrary'

const get = (path: string, init: RequestInit = {}) =>
  fetch(inject('readingSite') + path, { redirect: 'manual', ...init })
const search = async (q: string) => (await get(`/search?${new URLSearchParams({ q })}`)).text()
const text = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/\s+/g, ' ')
/** What is marked as found. */
const marks = (html: string) => [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, found]) => found)

describe('search', () => {
  it('stands in the header of every page, as a form that needs no JavaScript', async () => {
    for (const path of ['/', '/claims', '/method', '/sign-in', '/search']) {
      const html = await (await get(path)).text()
      const form = /<search[^>]*><form action="\/search" method="get">[^]*?<\/form>/.exec(html)?.[0] ?? ''
      expect(form, path).toContain('name="q"')
    }
  })

  it('finds claims and names, and marks what it found', async () => {
    const html = await search('bukele corrupt')
    const page = text(html)
    expect(page).toContain('Bukele was corrupt.')
    expect(marks(html)).toEqual(expect.arrayContaining(['Bukele', 'corrupt']))
    const musto = text(await search('musto'))
    expect(musto).toContain('Speakers')
    expect(musto).toContain('Christopher Musto')
  })

  it('finds nothing of the teaching ledger', async () => {
    expect(text(await search('"worked case"'))).toContain('Nothing public has all of these words')
    expect((await (await get('/claims?q=worked+case')).text()).match(/<tbody/g)).toBeNull()
  })

  it('asks what was meant', async () => {
    const html = await search('christoper mutso')
    expect(text(html)).toMatch(/Did you mean Christopher Musto ?\?/)
    expect(html).toContain('href="/search?q=Christopher%20Musto"')
  })

  it('helps where nothing is found, or nothing was asked', async () => {
    expect(text(await (await get('/search')).text())).toContain('Fewer words find more.')
    expect(text(await search('-musto'))).toContain('There is no word in this to look for')
    expect(text(await search('xyzzyqqq'))).toContain('Browse all claims')
  })

  it('is a condition of the list of claims, which says it', async () => {
    const page = text(await (await get('/claims?q=corrupt&speaker=christopher-musto')).text())
    expect(page).toContain('1 claim')
    expect(page).toMatch(/All claims by Christopher Musto ?with the words “corrupt” ?, best match first/)
  })

  it('takes anything, and repeats it only escaped', async () => {
    for (const q of HOSTILE.filter((value) => value.length < 1_000)) {
      const response = await get(`/search?${new URLSearchParams({ q })}`)
      expect(response.status, q).toBe(200)
      expect(await response.text()).not.toContain('<script>alert(1)')
    }
    expect((await get('/search?q=a&q=b')).status).toBe(200)
  })
})

describe('what the palette asks', () => {
  const jumps = async (q: string) => {
    const response = await get(`/search/suggest?${new URLSearchParams({ q })}`)
    expect(response.status).toBe(200)
    return { response, groups: (await response.json()).groups }
  }

  it('is answered in groups, by the beginning of the last word', async () => {
    const { response, groups } = await jumps('mus')
    expect(groups[0]).toMatchObject({
      kind: 'speakers',
      jumps: [{ href: '/speakers/christopher-musto', label: 'Christopher Musto' }],
    })
    expect(response.headers.get('cache-control')).toBe('public, max-age=30')
    expect(response.headers.get('vary')).toContain('Cookie')
  })

  it('is answered with nothing where nothing was typed, or nothing is found', async () => {
    for (const q of ['', ' ', '"', 'xyzzyqqq', 'worked cas']) expect((await jumps(q)).groups).toEqual([])
  })
})
