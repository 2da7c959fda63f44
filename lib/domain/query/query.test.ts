import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimQuery, slug } from '../../../tests/support/query-arbitrary'
import {
  CLAIM_SORTS,
  emptyQuery,
  encodeCursor,
  firstPage,
  hrefOf,
  isNarrowed,
  LIST_KEYS,
  paramsOf,
  parseClaimQuery,
  withColumn,
  without,
  withPage,
  withSort,
  withValue,
} from '.'

const parse = (href: string) => parseClaimQuery(new URL(href, 'https://example.org').searchParams)
const address = (text: string) => parseClaimQuery(new URLSearchParams(text))

describe('an address', () => {
  it('is read back as the query that it was made of', () => {
    fc.assert(
      fc.property(claimQuery, (query) => {
        expect(parse(hrefOf(query))).toEqual({ query, dropped: [] })
        expect(hrefOf(parse(hrefOf(query)).query)).toBe(hrefOf(query))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is one for one view, whatever the order and the repeats in it', () => {
    fc.assert(
      fc.property(claimQuery, fc.infiniteStream(fc.nat()), (query, order) => {
        const pairs = [...paramsOf(query)]
        const lists = pairs.filter(([key]) => (LIST_KEYS as readonly string[]).includes(key))
        const shuffled = [...pairs, ...lists]
          .map((pair) => ({ pair, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ pair }) => pair)
        expect(parseClaimQuery(new URLSearchParams(shuffled))).toEqual({ query, dropped: [] })
      }),
    )
  })

  it('is short where the view is the usual one', () => {
    expect(hrefOf(emptyQuery())).toBe('/claims')
    expect(hrefOf(emptyQuery(), '/claims.json')).toBe('/claims.json')
    const { query } = address('sort=-saidOn&per=30&status=&from=&after=')
    expect(hrefOf(query)).toBe('/claims')
  })

  it('of the design is understood', () => {
    const { query, dropped } = address(
      'speaker=christopher-musto&status=unsupported&topic=cecot&from=2025-01&to=2025-06&sort=-saidOn',
    )
    expect(dropped).toEqual([])
    expect(hrefOf(query)).toBe(
      '/claims?status=unsupported&speaker=christopher-musto&topic=cecot&from=2025-01&to=2025-06',
    )
  })

  it('says what of it was not used', () => {
    expect(
      address('q2=x&status=false&sort=speaker&sort=status&per=7&columns=said.votes&from=2025~').dropped,
    ).toEqual([
      { key: 'q2', value: 'x', why: 'unknown_key' },
      { key: 'status', value: 'false', why: 'unknown_value' },
      { key: 'sort', value: 'status', why: 'repeated' },
      { key: 'per', value: '7', why: 'unknown_value' },
      { key: 'columns', value: 'said.votes', why: 'unknown_value' },
      { key: 'from', value: '2025~', why: 'unknown_value' },
    ])
  })

  it('of a search is in the order of relevance unless it asks for another', () => {
    expect(address('q=+no++pact ').query).toMatchObject({ q: 'no pact', sort: { by: 'relevance' } })
    expect(hrefOf(address('sort=relevance&q=pact').query)).toBe('/claims?q=pact')
    expect(hrefOf(address('q=pact&sort=-saidOn').query)).toBe('/claims?q=pact&sort=-saidOn')
    expect(hrefOf(without(address('q=pact').query, 'q'))).toBe('/claims')
    expect(address('sort=relevance')).toMatchObject({
      query: emptyQuery(),
      dropped: [{ key: 'sort', value: 'relevance', why: 'unknown_value' }],
    })
    expect(address('q=-pact').dropped).toEqual([{ key: 'q', value: '-pact', why: 'no_words' }])
  })

  it('has at most twenty values of a key', () => {
    const { query, dropped } = address(Array.from({ length: 25 }, (_, i) => `topic=t${i}`).join('&'))
    expect(query.topic).toHaveLength(20)
    expect(dropped.map(({ why }) => why)).toEqual(Array(5).fill('too_many'))
  })
})

describe('the views beside a view', () => {
  const key = fc.constantFrom(...LIST_KEYS, 'q' as const, 'from' as const, 'to' as const)

  it('without a condition', () => {
    fc.assert(
      fc.property(claimQuery, key, (query, k) => {
        const whole = without(query, k)
        expect(parse(hrefOf(whole))).toEqual({ query: whole, dropped: [] })
        expect(paramsOf(whole).has(k)).toBe(false)
        expect(whole.after ?? whole.before).toBeUndefined()
        const value = paramsOf(query).get(k)
        if (value) expect(paramsOf(without(query, k, value)).getAll(k)).not.toContain(value)
      }),
    )
  })

  it('with one more value, which taking it away undoes', () => {
    fc.assert(
      fc.property(claimQuery, fc.constantFrom('speaker', 'topic', 'source'), slug, (query, k, value) => {
        const more = withValue(query, k, value)
        expect(parse(hrefOf(more))).toEqual({ query: more, dropped: [] })
        expect(more[k]).toContain(value)
        if (!query[k].includes(value)) expect(without(more, k, value)).toEqual(firstPage(query))
      }),
    )
  })

  it('in another order, and the same turned round', () => {
    fc.assert(
      fc.property(claimQuery, fc.constantFrom(...CLAIM_SORTS), (query, by) => {
        const sorted = withSort(query, by)
        expect(sorted.sort.by).toBe(by)
        expect(sorted).toEqual(firstPage(sorted))
        expect(withSort(sorted, by).sort).toEqual({ by, descending: !sorted.sort.descending })
      }),
    )
  })

  it('on another page, and with another column, which keeps the page', () => {
    const query = { ...emptyQuery(), speaker: ['a'] }
    const after = encodeCursor(query, [20_000, 'x'])
    const page = withPage(query, { after })
    expect(parse(hrefOf(page))).toEqual({ query: page, dropped: [] })
    expect(withPage(page, { before: after })).toEqual({ ...query, before: after })
    expect(withPage(page, 'first')).toEqual(query)
    expect(withColumn(page, 'origins', false)).toMatchObject({
      after,
      columns: expect.not.arrayContaining(['origins']),
    })
    expect(withColumn(withColumn(page, 'origins', false), 'origins', true)).toEqual(page)
  })

  it('are narrowed only by conditions', () => {
    expect(isNarrowed(emptyQuery())).toBe(false)
    expect(isNarrowed(withSort(emptyQuery(), 'speaker'))).toBe(false)
    expect(isNarrowed({ ...emptyQuery(), to: '2025' })).toBe(true)
  })
})
