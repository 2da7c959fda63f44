/** What programs are told of claims and verdicts, held against schema.org's vocabulary and Google's questions. */
import fc from 'fast-check'
import type { Claim, ClaimReview, DataFeed, WithContext } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import { asScript, claimPageLd, claimReview, dataFeedLd } from '../../lib/domain/fact-check/json-ld'
import { factCheckAnswer, factCheckQueryOf, pageTokenOf } from '../../lib/domain/fact-check/search'
import type { FactCheckedClaim, FactCheckReview } from '../../lib/domain/fact-check/types'
import { expanded } from '../support/schema-org'

const SITE = 'https://ledger.example'

const review: FactCheckReview = {
  id: 'r',
  reviewer: { name: 'The Alder Post', kind: 'organization', slug: 'alder-post', sameAs: [] },
  ratingText: 'Mostly false',
  rating: { value: 2, best: 5, worst: 1 },
  summary: 'It was twelve.',
  title: 'Were there forty permits?',
  url: 'https://www.post.example/checks/permits',
  language: 'en-GB',
  reviewedOn: '2025-03-04',
  recordedAt: '2025-03-05T10:00:00.000Z',
  updatedAt: '2025-03-06T10:00:00.000Z',
}

const claim: FactCheckedClaim = {
  slug: 'forty-permits',
  statement: 'The office granted forty permits.',
  quote: null,
  language: 'en',
  speaker: { name: 'Ada Brandt', kind: 'person', slug: 'ada-brandt' },
  saidOn: '2024-05-01',
  appearances: [
    {
      title: 'Report on permits',
      slug: 'report',
      url: 'https://post.example/report',
      publishedAt: '2024-05-02',
    },
    { title: 'Notes', slug: 'notes', url: null, publishedAt: '2024-06' },
  ],
  reviews: [review],
}

describe('the data of a claim’s page', () => {
  it('is a ClaimReview of the latest verdict', async () => {
    const page = claimPageLd(SITE, {
      ...claim,
      reviews: [review, { ...review, id: 'older', ratingText: 'Older' }],
    })
    expect(page).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://ledger.example/claims/forty-permits',
      claimReviewed: 'The office granted forty permits.',
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Mostly false',
        ratingValue: 2,
        bestRating: 5,
        worstRating: 1,
      },
      author: {
        '@type': 'Organization',
        name: 'The Alder Post',
        url: 'https://ledger.example/speakers/alder-post',
      },
      itemReviewed: {
        '@type': 'Claim',
        name: 'The office granted forty permits.',
        url: 'https://ledger.example/claims/forty-permits',
        author: { '@type': 'Person', name: 'Ada Brandt', url: 'https://ledger.example/speakers/ada-brandt' },
        datePublished: '2024-05-01',
        inLanguage: 'en',
        firstAppearance: {
          '@type': 'CreativeWork',
          name: 'Report on permits',
          url: 'https://post.example/report',
          datePublished: '2024-05-02',
        },
        appearance: [
          {
            '@type': 'CreativeWork',
            name: 'Report on permits',
            url: 'https://post.example/report',
            datePublished: '2024-05-02',
          },
          { '@type': 'CreativeWork', name: 'Notes', url: 'https://ledger.example/sources/notes' },
        ],
      },
      name: 'Were there forty permits?',
      reviewBody: 'It was twelve.',
      sameAs: 'https://www.post.example/checks/permits',
      datePublished: '2025-03-04',
      dateModified: '2025-03-06T10:00:00.000Z',
      inLanguage: 'en-GB',
    })
    expect((await expanded(page)).strangers).toEqual([])
  })

  it('is a plain Claim without a verdict, and says nothing of a rating', async () => {
    const page = claimPageLd(SITE, { ...claim, reviews: [] })
    expect(page['@type']).toBe('Claim')
    expect(JSON.stringify(page)).not.toMatch(/rating|Review/i)
    expect((await expanded(page)).strangers).toEqual([])
  })

  it('leaves out what is not known, and every date that is not a day', () => {
    const page = claimPageLd(SITE, {
      ...claim,
      speaker: null,
      saidOn: '2024-05',
      appearances: [],
      reviews: [{ ...review, rating: null, title: null, summary: null, url: null, reviewedOn: '2025~' }],
    })
    const text = JSON.stringify(page)
    for (const name of [
      'datePublished',
      'ratingValue',
      'bestRating',
      'worstRating',
      'appearance',
      'sameAs',
      'reviewBody',
    ])
      expect(text).not.toContain(name)
    expect((page as { itemReviewed: object }).itemReviewed).not.toHaveProperty('author')
  })

  it('shortens nothing: what is said in fewer words is told only where it was', () => {
    const long = { ...claim, statement: `${'It was said at length. '.repeat(5)}` }
    const said = (of: FactCheckedClaim) => claimReview(SITE, of, review).claimReviewed
    expect(said(long)).toBe(long.statement)
    expect(said({ ...long, quote: 'Forty permits.' })).toBe('Forty permits.')
    expect(said({ ...long, quote: long.statement })).toBe(long.statement)
    expect(said({ ...claim, quote: 'Forty permits.' })).toBe(claim.statement)
  })

  it('is of the types of schema.org', () => {
    const asReview: ClaimReview = claimReview(SITE, claim, review)
    const asPage = claimPageLd(SITE, claim) as WithContext<ClaimReview> | WithContext<Claim>
    const asFeed: WithContext<DataFeed> = dataFeedLd(SITE, SITE, 'Feed', [{ claim, review }])
    expect([asReview['@type'], asPage['@type'], asFeed['@type']]).toEqual([
      'ClaimReview',
      'ClaimReview',
      'DataFeed',
    ])
  })

  it('is held against a vocabulary that has not everything', async () => {
    const { strangers } = await expanded({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      sourcingStatus: 'documented',
      reviewRating: { '@type': 'Verdict', itemReviewed: 'x' },
    })
    expect(strangers.sort()).toEqual(['itemReviewed', 'sourcingStatus', 'type Verdict'].sort())
  })
})

describe('a feed', () => {
  it('has an item for each verdict, in the vocabulary', async () => {
    const feed = dataFeedLd(SITE, `${SITE}/feeds/claim-reviews.json`, 'On Record', [{ claim, review }])
    expect(feed).toMatchObject({
      '@type': 'DataFeed',
      dateModified: review.updatedAt,
      dataFeedElement: [
        {
          '@type': 'DataFeedItem',
          dateCreated: review.recordedAt,
          dateModified: review.updatedAt,
          url: 'https://ledger.example/claims/forty-permits',
          item: [{ '@type': 'ClaimReview' }],
        },
      ],
    })
    const { nodes, strangers } = await expanded(feed)
    expect(strangers).toEqual([])
    expect(JSON.stringify(nodes)).toContain('https://schema.org/claimReviewed')
    expect(dataFeedLd(SITE, SITE, 'On Record', [])).not.toHaveProperty('dateModified')
  })
})

describe('data in a script', () => {
  it('reads the same, and ends no script, whatever it says', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028\u2029', '&lt;/script>'),
    )
    fc.assert(
      fc.property(fc.dictionary(awkward, awkward), (value) => {
        const text = asScript(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(text).not.toMatch(/[<>&\u2028\u2029]/)
      }),
    )
    expect(asScript({ a: '</script>' })).toBe('{"a":"\\u003c/script\\u003e"}')
  })
})

describe('a question', () => {
  const ask = (query: string) => factCheckQueryOf(new URLSearchParams(query))

  it('is read with its defaults, and what is not known is left alone', () => {
    expect(ask('query=permits&key=abc&alt=json&unknown=1')).toEqual({
      query: 'permits',
      language: null,
      site: null,
      maxAgeDays: null,
      pageSize: 10,
      offset: 0,
    })
    expect(
      ask(
        'reviewPublisherSiteFilter=https://www.Post.example/x&languageCode=en-US&maxAgeDays=7&pageSize=500&offset=3',
      ),
    ).toEqual({ query: null, language: 'en', site: 'post.example', maxAgeDays: 7, pageSize: 100, offset: 3 })
    expect(ask('query=a&pageSize=0&maxAgeDays=&offset=')).toMatchObject({
      pageSize: 10,
      maxAgeDays: null,
      offset: 0,
    })
  })

  it.each([
    '',
    'languageCode=en',
    'query=%20',
    'query=a&pageSize=-1',
    'query=a&pageSize=ten',
    'query=a&maxAgeDays=1.5',
    'query=a&offset=10001',
    'query=a&offset=99999999999999999999',
    'query=a&languageCode=%27',
    'query=a&reviewPublisherSiteFilter=%27%20OR%201%3D1',
    'query=a&pageToken=forged',
  ])('is refused in Google’s shape: %s', (query) => {
    expect(ask(query)).toEqual({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringMatching(/\S/) },
    })
  })

  it('goes on by its token, and by no other’s', () => {
    const query = ask('query=permits&pageSize=2')
    if ('error' in query) throw new Error(query.error.message)
    const token = pageTokenOf(query, 2)
    expect(ask(`query=permits&pageSize=2&pageToken=${token}`)).toEqual({ ...query, offset: 2 })
    // The token counts, not the offset; and the size may change.
    expect(ask(`query=permits&pageSize=5&offset=1&pageToken=${token}`)).toMatchObject({
      offset: 2,
      pageSize: 5,
    })
    expect(ask(`query=other&pageToken=${token}`)).toHaveProperty('error')
  })

  it('never throws', () => {
    const names = [
      'query',
      'languageCode',
      'reviewPublisherSiteFilter',
      'maxAgeDays',
      'pageSize',
      'pageToken',
      'offset',
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }))), (pairs) => {
        expect(factCheckQueryOf(new URLSearchParams(pairs))).toBeTypeOf('object')
      }),
    )
  })

  it('is answered with no field that Google’s has not', () => {
    const query = ask('query=permits')
    if ('error' in query) throw new Error(query.error.message)
    expect(factCheckAnswer(SITE, query, { claims: [], more: false })).toEqual({})
    expect(factCheckAnswer(SITE, query, { claims: [claim], more: true })).toEqual({
      claims: [
        {
          text: claim.statement,
          claimant: 'Ada Brandt',
          claimDate: '2024-05-01T00:00:00Z',
          claimReview: [
            {
              publisher: { name: 'The Alder Post', site: 'post.example' },
              url: 'https://www.post.example/checks/permits',
              title: 'Were there forty permits?',
              reviewDate: '2025-03-04T00:00:00Z',
              textualRating: 'Mostly false',
              languageCode: 'en-GB',
            },
          ],
        },
      ],
      nextPageToken: pageTokenOf(query, 1),
    })
    const bare = {
      ...claim,
      speaker: null,
      saidOn: '2024',
      reviews: [{ ...review, url: null, title: null, reviewedOn: '2025-03' }],
    }
    expect(factCheckAnswer(SITE, query, { claims: [bare], more: false }).claims).toEqual([
      {
        text: claim.statement,
        claimReview: [
          {
            publisher: { name: 'The Alder Post', site: 'ledger.example' },
            url: 'https://ledger.example/claims/forty-permits',
            textualRating: 'Mostly false',
            languageCode: 'en-GB',
          },
        ],
      },
    ])
  })
})
