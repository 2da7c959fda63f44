/** Queries as `parseClaimQuery` gives them, and what attackers put into an address. */
import fc from 'fast-check'
import {
  CLAIM_COLUMNS,
  CLAIM_KEYS,
  CLAIM_SORTS,
  type ClaimQuery,
  encodeCursor,
  isByMoment,
  LAST,
  LIST_KEYS,
  type ListKey,
  PER_LEAST,
  PER_MOST,
} from '../../lib/domain/query'
import { plain } from './date-arbitrary'

export const slug = fc.constantFrom('christopher-musto', 'cecot', '2025', 'владимир-путин', '東京都', 'a')

const values = (key: ListKey): fc.Arbitrary<string[]> => {
  const rule = CLAIM_KEYS[key]
  const value = rule.kind === 'values' ? fc.constantFrom(...rule.values) : slug
  return fc.uniqueArray(value, { maxLength: 6 }).map((list) => list.sort())
}

export const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}$/)
/** A sort value of each kind that a column has, among them the bounds and text in any script. */
export const sortValue = {
  number: fc.oneof(
    fc.constantFrom(-2_147_483_648, 2_147_483_647, 0, -1),
    fc.integer({ min: -9e4, max: 9e4 }),
  ),
  text: fc
    .string({ unit: 'binary', maxLength: 100 })
    .filter((text) => text.length <= 200 && !text.includes('\u0000')),
  moment: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
    .map((d) => d.toISOString()),
}

/** Searches in their one form. */
const search = fc.constantFrom(
  'pact',
  '"safe third" -country',
  'سجن',
  '东京 lab',
  "can't",
  'a+b & c%41',
  '-not x',
)

const firstPage: fc.Arbitrary<ClaimQuery> = fc
  .record({
    ...(Object.fromEntries(LIST_KEYS.map((key) => [key, values(key)])) as Record<
      ListKey,
      fc.Arbitrary<never[]>
    >),
    sort: fc.record({ by: fc.constantFrom(...CLAIM_SORTS), descending: fc.boolean() }),
    columns: fc.subarray([...CLAIM_COLUMNS]),
    per: fc.integer({ min: PER_LEAST, max: PER_MOST }),
    from: fc.option(plain, { nil: undefined }),
    to: fc.option(plain, { nil: undefined }),
    q: fc.option(search, { nil: undefined }),
    relevance: fc.boolean(),
  })
  .map(({ from, to, q, relevance, ...query }) => ({
    ...query,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(q ? { q } : {}),
    ...(q && relevance ? { sort: { by: 'relevance' as const, descending: true } } : {}),
  }))

const cursorOf = (query: ClaimQuery) => {
  const { by } = query.sort
  const value = by === 'speaker' ? sortValue.text : isByMoment(by) ? sortValue.moment : sortValue.number
  return fc.tuple(value, id).map((key) => encodeCursor(query, key))
}

/** Any view of the claims, on any of its pages. */
export const claimQuery: fc.Arbitrary<ClaimQuery> = firstPage.chain((query) =>
  fc.oneof(
    fc.constant(query),
    fc.constant({ ...query, before: LAST }),
    fc
      .tuple(fc.constantFrom('after', 'before'), cursorOf(query))
      .map(([key, token]) => ({ ...query, [key]: token })),
  ),
)

export const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\'; DROP TABLE "Claim"; --',
  "' OR 1=1 --",
  '") OR ("1"="1',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: a=b',
  '\u202Emoc.live',
  '\u2066\u2069',
  '\u200B',
  '\uFEFF',
  '\uD800',
  '🏳️‍🌈',
  '[object Object]',
  '[]',
  '{}',
  '{"$ne":null}',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0',
  '1e3',
  '0x10',
  '９９',
  '99999999999999999999',
  '-0001',
  '2025-02-30',
  '2025/2026',
  '2025~',
  'UNSUPPORTED',
  'unsupported ',
  'unsupported,unsourced',
  '-',
  '--saidOn',
  'saidOn desc',
  'saidFrom',
  'passwordHash',
  'named_speaker_on_background',
  'x'.repeat(100_000),
  'last',
  'W10.0',
  'WyJhIiwiYiJd.0',
] as const

export const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'speaker[]',
  'speaker[0]',
  'speaker[$ne]',
  'speaker.name',
  'status[status]',
  'Speaker',
  'STATUS',
  ' status',
  'status\u0000',
  'shelf',
  'state',
  'id',
  'orderBy',
  'where',
  'select',
  'limit',
  'offset',
  '1=1',
  "'",
  '<b>',
  '\u202Esutats',
  '',
] as const
