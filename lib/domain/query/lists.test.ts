import fc from 'fast-check'
import { expect, it } from 'vitest'
import { id, sortValue } from '../../../tests/support/query-arbitrary'
import { SOURCE_KINDS, SOURCE_STATUSES, SPEAKER_KINDS } from '../vocabulary'
import {
  decodeKey,
  keyOf,
  LAST,
  LIST_PER,
  listHref,
  parseSourceQuery,
  parseSpeakerQuery,
  SOURCE_SORTS,
  type SourceQuery,
  SPEAKER_SORTS,
  type SpeakerQuery,
} from '.'

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const defined = <T extends object>(query: T) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T

/** Adds a place that the order of the query has, or none. */
const paged = <Q extends { sort: string }>(query: Q): fc.Arbitrary<Q> => {
  const text = query.sort === 'name' || query.sort === 'title'
  const value = text ? sortValue.text : query.sort === 'recorded' ? sortValue.moment : sortValue.number
  const place = fc.option(fc.tuple(value, id), { nil: undefined })
  return fc.tuple(place, fc.constantFrom('after', 'before'), fc.boolean()).map(([key, page, last]) => {
    if (last && page === 'before') return { ...query, before: LAST }
    return defined({ ...query, [page]: key && keyOf(key[0], key[1]) })
  })
}

/** What is as long as any page need not be said. */
const per = fc.option(
  fc.integer({ min: 10, max: 100 }).filter((n) => n !== LIST_PER),
  { nil: undefined },
)

const speakers = fc
  .record({ kind: maybe(SPEAKER_KINDS), per, sort: fc.constantFrom(...SPEAKER_SORTS) })
  .chain<SpeakerQuery>(paged)
const sources = fc
  .record({
    kind: maybe(SOURCE_KINDS),
    status: maybe(SOURCE_STATUSES),
    per,
    sort: fc.constantFrom(...SOURCE_SORTS),
  })
  .chain<SourceQuery>(paged)

const read = (href: string) => new URL(href, 'https://example.org').searchParams

it('reads back the address of a list', () => {
  fc.assert(
    fc.property(speakers, sources, (speaker, source) => {
      const { after, before } = speaker
      expect(parseSpeakerQuery(read(listHref('/speakers', speaker, { after, before })))).toEqual({
        query: speaker,
        dropped: [],
      })
      const href = listHref('/sources', source, { after: source.after, before: source.before })
      expect(parseSourceQuery(read(href))).toEqual({ query: source, dropped: [] })
    }),
  )
})

it('begins at the first page after any change', () => {
  const query: SpeakerQuery = { kind: 'person', sort: 'claims', after: keyOf(3, 'a') }
  expect(listHref('/speakers', query, { sort: 'name' })).toBe('/speakers?kind=person')
  expect(listHref('/speakers', query, { kind: undefined })).toBe('/speakers?sort=claims')
  expect(listHref('/speakers', { ...query, per: 20 })).toBe('/speakers?kind=person&per=20&sort=claims')
})

it('drops and says what it cannot use', () => {
  const number = keyOf(3, 'a')
  expect(
    parseSpeakerQuery({
      kind: 'robot',
      per: ['9', '1e1', '101', '20', '30'],
      sort: ['claims', 'name'],
      q: 'x',
      after: keyOf('name', 'a'),
    }),
  ).toEqual({
    query: { per: 20, sort: 'claims' },
    dropped: [
      { key: 'kind', value: 'robot', why: 'unknown_value' },
      { key: 'per', value: '9', why: 'unknown_value' },
      { key: 'per', value: '1e1', why: 'unknown_value' },
      { key: 'per', value: '101', why: 'unknown_value' },
      { key: 'per', value: '30', why: 'repeated' },
      { key: 'sort', value: 'name', why: 'repeated' },
      { key: 'q', value: 'x', why: 'unknown_key' },
      { key: 'after', value: keyOf('name', 'a'), why: 'bad_cursor' },
    ],
  })
  expect(parseSourceQuery({ sort: 'title', after: number })).toMatchObject({
    dropped: [{ why: 'bad_cursor' }],
  })
  expect(parseSourceQuery({ sort: 'published', after: [number, number] })).toMatchObject({
    query: { after: number },
    dropped: [{ why: 'repeated' }],
  })
  expect(parseSourceQuery({ after: 'last', before: ['last', keyOf('a', 'a')] })).toMatchObject({
    query: { before: 'last' },
    dropped: [{ why: 'bad_cursor' }, { why: 'repeated' }],
  })
  expect(decodeKey('%5B1%2C%22a%22%5D')).toBeNull()
})
