/** The pictures and words that a shared link shows. */
import { describe, expect, inject, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { must } from '../../seeds/must'
import { onSite } from '../support/accounts'

const site = () => inject('readingSite')
const metaOf = async (path: string): Promise<Record<string, string>> => {
  const html = await (await fetch(site() + path)).text()
  const tags = html.matchAll(/<meta (?:name|property)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)
  return Object.fromEntries([...tags].map(([, name, content]) => [name, content?.replaceAll('&amp;', '&')]))
}

describe('a page', () => {
  it.each([
    [
      '/claims/musto-says-bukele-was-corrupt',
      '/cards/claims/musto-says-bukele-was-corrupt',
      'Bukele was corrupt.',
    ],
    ['/speakers/christopher-musto', '/cards/speakers/christopher-musto', 'Christopher Musto'],
    ['/claims', '/cards/ledger', 'All claims'],
    ['/', '/cards/ledger', 'On Record'],
    ['/method', '/cards/ledger', ''],
    // What is invented has no card of its own.
    ['/claims/case-22', '/cards/ledger', ''],
  ])('%s says which card stands for it, and what it is', async (path, card, title) => {
    const meta = await metaOf(path)
    expect(meta['og:image']).toBe(site() + card)
    expect(meta['twitter:image']).toBe(site() + card)
    expect(meta['og:image:alt']).toMatch(/\S/)
    expect(meta['twitter:card']).toBe('summary_large_image')
    expect(meta['og:title']).toContain(title)
    expect(meta['og:site_name']).toBe('On Record')
  })

  it('tells in words what its card shows', async () => {
    const meta = await metaOf('/claims/musto-says-bukele-was-corrupt')
    expect(meta['og:image:alt']).toContain('Bukele was corrupt.')
    expect(meta['og:image:alt']).toContain('Christopher Musto')
    expect(meta['og:image:alt']).toMatch(/Status: \S/)
  })
})

describe('a card', () => {
  it.each([
    '/cards/ledger',
    '/cards/claims/musto-says-bukele-was-corrupt',
    '/cards/speakers/christopher-musto',
  ])('%s is a picture, sent once', async (path) => {
    const response = await fetch(site() + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await response.arrayBuffer())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const again = await fetch(site() + path, {
      headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('leads on from a former address, and is of nothing that readers do not see', async () => {
    const moved = await fetch(`${site()}/cards/claims/usaid-funding-frozen`, { redirect: 'manual' })
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe('/cards/claims/usaid-money-frozen')
    for (const path of ['claims/none', 'claims/case-22', 'speakers/none'])
      expect((await fetch(`${site()}/cards/${path}`)).status, path).toBe(404)
    const draft = {
      id: 'card-draft',
      slug: 'card-draft',
      statement: 'Not for a card.',
      shelf: 'desk',
    } as const
    await onSite(async (db) => must(await recordClaim(db, { kind: 'system', name: 'tests' }, draft), 'draft'))
    expect((await fetch(`${inject('site')}/cards/claims/card-draft`)).status).toBe(404)
  })
})
