import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE, HOSTILE_KEYS } from '../../../tests/support/query-arbitrary'
import { isSlug } from '../ids'
import { isSought, soughtIn, soughtText } from '../search/sought'
import {
  CLAIM_KEYS,
  type ClaimKey,
  type ClaimQuery,
  emptyQuery,
  hrefOf,
  LIST_KEYS,
  parseClaimQuery,
  parseSourceQuery,
  parseSpeakerQuery,
} from '.'

const KEYS = Object.keys(CLAIM_KEYS) as ClaimKey[]
/** The few of the table that are values all the same: slugs in form, and the name of the last page. */
const isHarmless = (key: ClaimKey, value: string) =>
  (CLAIM_KEYS[key].kind === 'slugs' && isSlug(value)) ||
  (key === 'before' && value === 'last') ||
  (key === 'q' && isSought(soughtIn(value)))

/** Nothing but declared keys, declared values, slugs, days and bounded numbers. */
const expectClosed = (query: ClaimQuery) => {
  const allowed = new Set<string>([
    ...LIST_KEYS,
    'q',
    'from',
    'to',
    'sort',
    'columns',
    'per',
    'after',
    'before',
  ])
  for (const key of Reflect.ownKeys(query)) expect(allowed).toContain(key)
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
  for (const key of LIST_KEYS) {
    const rule = CLAIM_KEYS[key]
    for (const value of query[key] as string[])
      expect(rule.kind === 'values' ? rule.values.includes(value) : isSlug(value)).toBe(true)
  }
  if (query.q !== undefined) expect(query.q).toBe(soughtText(query.q))
  for (const day of [query.from, query.to]) if (day) expect(day).toMatch(/^\d{4}(-\d\d){0,2}$/)
  expect(query.per).toBeGreaterThanOrEqual(10)
  expect(query.per).toBeLessThanOrEqual(100)
  expect(hrefOf(query)).toMatch(/^\/claims(\?[A-Za-z0-9%&=+*._-]*)?$/)
}

describe.each(KEYS)('as %s', (key) => {
  it.each(HOSTILE.filter((value) => !isHarmless(key, value)))('%j is dropped, and said', (value) => {
    for (const params of [new URLSearchParams([[key, value]]), { [key]: value }, { [key]: [value, value] }]) {
      const { query, dropped } = parseClaimQuery(params)
      expect(query).toEqual(emptyQuery())
      expect(dropped).toHaveLength(1)
      expect(dropped[0]?.key).toBe(key)
      expect(dropped[0]?.value.length).toBeLessThanOrEqual(120)
      expect(dropped[0]?.value).not.toMatch(/[\p{C}\u2028\u2029]/u)
    }
  })
})

it.each(HOSTILE_KEYS)('the key %j is dropped, and said', (key) => {
  for (const params of [
    new URLSearchParams([[key, 'unsourced']]),
    JSON.parse(`{${JSON.stringify(key)}: "x"}`),
  ]) {
    const { query, dropped } = parseClaimQuery(params)
    expect(query).toEqual(emptyQuery())
    expect(dropped).toHaveLength(1)
    expect(parseSpeakerQuery(params)).toMatchObject({ query: { sort: 'name' }, dropped: [{}] })
    expect(parseSourceQuery(params)).toMatchObject({ query: { sort: 'title' }, dropped: [{}] })
  }
  expect(({} as Record<string, unknown>).unsourced).toBeUndefined()
})

it('takes nothing that is not text', () => {
  const nested = {
    status: { $ne: 'unsourced' },
    speaker: [['a']],
    per: 50,
    from: null,
    flag: [{ a: 'denied' }],
  }
  const { query } = parseClaimQuery(nested as never)
  expect(query).toEqual({ ...emptyQuery() })
})

it('says a dozen of a thousand', () => {
  const { dropped } = parseClaimQuery(
    new URLSearchParams(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, 'v'])),
  )
  expect(dropped).toHaveLength(12)
})

it('is total, and closed, on anything', () => {
  const key = fc.oneof(fc.constantFrom(...KEYS, ...HOSTILE_KEYS), fc.string({ unit: 'binary' }))
  const value = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 30 }), (pairs) => {
      const { query, dropped } = parseClaimQuery(new URLSearchParams(pairs))
      expectClosed(query)
      expect(dropped.length).toBeLessThanOrEqual(12)
      expectClosed(parseClaimQuery(Object.fromEntries(pairs)).query)
      for (const parse of [parseSpeakerQuery, parseSourceQuery])
        expect(() => parse(new URLSearchParams(pairs))).not.toThrow()
    }),
    { numRuns: 500 },
  )
})
