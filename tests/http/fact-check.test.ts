/** The served site as programs that know fact-checks read it: Google's own client, and any JSON-LD processor. */
import { factchecktools } from '@googleapis/factchecktools'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordReview } from '../../lib/commands/claims/reviews'
import { recordSpeaker } from '../../lib/commands/speakers'
import { must } from '../../seeds/must'
import { onSite } from '../support/accounts'
import { expanded } from '../support/schema-org'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const site = () => inject('site')
const SLUG = 'quollwick-bridges'
const AWKWARD = 'Quollwick has </script><script>alert(1)</script> nine \u2028 bridges & <b>more</b>.'

beforeAll(() =>
  onSite(async (db) => {
    const checkers = {
      id: 'quoll-check',
      kind: 'organization',
      name: 'Quoll Check',
      sameAs: ['https://quoll.example'],
    } as const
    must(await recordSpeaker(db, SYSTEM, checkers as never), 'checkers')
    const verdict = {
      reviewer: 'quoll-check',
      ratingText: 'Wrong',
      reviewedOn: '2026-03-04',
      url: 'https://quoll.example/1',
    }
    for (const [id, slug, statement, shelf] of [
      ['quoll-1', SLUG, AWKWARD, 'public'],
      ['quoll-2', 'quollwick-tunnels', 'Quollwick has two tunnels.', 'public'],
      ['quoll-3', 'quollwick-secret', 'Quollwick has a secret.', 'desk'],
    ] as const) {
      must(await recordClaim(db, SYSTEM, { id, slug, statement, shelf, saidOn: '2026-02-01' } as never), id)
      must(await recordReview(db, SYSTEM, { claim: id, ...verdict } as never), id)
    }
    must(
      await recordClaim(db, SYSTEM, {
        id: 'quoll-4',
        slug: 'quollwick-bare',
        statement: 'Quollwick is bare.',
      } as never),
      'bare',
    )
  }),
)

const linkedData = async (slug: string): Promise<{ html: string; data: Record<string, never> | null }> => {
  const html = await (await fetch(`${site()}/claims/${slug}`)).text()
  const [, text] = /<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  return { html, data: text ? JSON.parse(text) : null }
}

describe('a claim’s page', () => {
  it('carries one ClaimReview, whatever the statement says', async () => {
    const { html, data } = await linkedData(SLUG)
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: `${site()}/claims/${SLUG}`,
      author: { '@type': 'Organization', name: 'Quoll Check', url: 'https://quoll.example' },
      reviewRating: { alternateName: 'Wrong' },
      itemReviewed: { '@type': 'Claim', datePublished: '2026-02-01' },
    })
    expect((data as unknown as { itemReviewed: { name: string } }).itemReviewed.name).toContain(
      '</script><script>',
    )
    expect(html.match(/<script[^>]*application\/ld\+json/g)).toHaveLength(1)
    expect(html).not.toContain('<script>alert(1)')
    expect((await expanded(data ?? {})).strangers).toEqual([])
  })

  it('is a plain Claim without a verdict, and has no rating', async () => {
    const { data } = await linkedData('quollwick-bare')
    expect(data).toMatchObject({ '@type': 'Claim', name: 'Quollwick is bare.' })
    expect(JSON.stringify(data)).not.toMatch(/rating/i)
    expect((await expanded(data ?? {})).strangers).toEqual([])
  })

  it('says nothing of the teaching ledger to programs', async () => {
    expect((await linkedData('case-22')).data).toBeNull()
  })
})

describe('the feed of verdicts', () => {
  it('is a DataFeed in the vocabulary of schema.org, with its tag', async () => {
    const response = await fetch(`${site()}/feeds/claim-reviews.json`)
    expect(response.headers.get('content-type')).toContain('application/ld+json')
    const feed = await response.json()
    expect(feed).toMatchObject({ '@type': 'DataFeed', url: `${site()}/feeds/claim-reviews.json` })
    const names = JSON.stringify(feed)
    expect(names).toContain('two tunnels')
    expect(names).not.toContain('secret')
    expect((await expanded(feed)).strangers).toEqual([])
    expect(new Date(response.headers.get('last-modified') ?? '').getTime()).toBeGreaterThan(0)
    const tag = response.headers.get('etag') ?? ''
    const again = await fetch(`${site()}/feeds/claim-reviews.json`, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  })
})

describe('Google’s own client', () => {
  const client = () => factchecktools({ version: 'v1alpha1', rootUrl: `${site()}/` })

  it('finds claims by words and by publisher, and pages through them', async () => {
    const { data } = await client().claims.search({ query: 'quollwick', languageCode: 'en-US', pageSize: 10 })
    expect(data.claims).toHaveLength(2)
    expect(data.claims).toContainEqual({
      text: 'Quollwick has two tunnels.',
      claimDate: '2026-02-01T00:00:00Z',
      claimReview: [
        {
          publisher: { name: 'Quoll Check', site: 'quoll.example' },
          url: 'https://quoll.example/1',
          reviewDate: '2026-03-04T00:00:00Z',
          textualRating: 'Wrong',
          languageCode: 'en',
        },
      ],
    })
    expect(data).not.toHaveProperty('nextPageToken')
    const seen: (string | null | undefined)[] = []
    let pageToken: string | undefined
    do {
      const ask = {
        reviewPublisherSiteFilter: 'quoll.example',
        pageSize: 1,
        ...(pageToken ? { pageToken } : {}),
      }
      const page = (await client().claims.search(ask)).data
      seen.push(...(page.claims ?? []).map(({ text }) => text))
      pageToken = page.nextPageToken ?? undefined
    } while (pageToken)
    expect(seen.sort()).toEqual([AWKWARD.replace(/\s+/g, ' '), 'Quollwick has two tunnels.'].sort())
  })

  it('finds nothing where there is nothing, and nothing that readers do not see', async () => {
    expect((await client().claims.search({ query: 'secret quollwick' })).data).toEqual({})
    expect((await client().claims.search({ query: 'bare quollwick' })).data).toEqual({})
    expect((await client().claims.search({ query: 'quollwick', maxAgeDays: 1 })).data).toEqual({})
  })

  it('is told what was wrong as Google tells it', async () => {
    await expect(client().claims.search({})).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("'query'"),
    })
    const response = await fetch(`${site()}/v1alpha1/claims:search?query=a&pageSize=x`)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining('pageSize') },
    })
    const other = await fetch(`${site()}/v1alpha1/claims:imageSearch?query=a`)
    expect(other.status).toBe(404)
    expect(await other.json()).toMatchObject({ error: { code: 404, status: 'NOT_FOUND' } })
  })
})
