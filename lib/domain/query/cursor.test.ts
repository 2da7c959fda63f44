import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { id, sortValue } from '../../../tests/support/query-arbitrary'
import { decodeCursor, emptyQuery, encodeCursor, parseClaimQuery, withSort, withValue } from '.'
import { decodeToken, encodeToken } from './token'

const key = fc.tuple(fc.oneof(sortValue.number, sortValue.text, sortValue.moment), id)

describe('a token', () => {
  it('gives back its place, in its scope only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), key, (scope, other, place) => {
        const token = encodeToken(scope, place)
        expect(token).toMatch(/^[A-Za-z0-9_-]+\.[0-9a-z]+$/)
        expect(decodeToken(scope, token)).toEqual(place)
        if (other !== scope) expect(decodeToken(other, token)).toBeNull()
      }),
    )
  })

  it('is nothing once a character of it has changed', () => {
    fc.assert(
      fc.property(key, fc.nat(), fc.constantFrom('A', 'b', '0', '-', '.', '=', ' '), (place, at, char) => {
        const token = encodeToken('', place)
        const i = at % token.length
        const changed = token.slice(0, i) + char + token.slice(i + 1)
        if (changed !== token) expect(decodeToken('', changed)).toBeNull()
      }),
    )
  })

  it('holds nothing that a database would choke on, also when the checksum is right', () => {
    const forged: unknown[] = [
      [2 ** 31, 'a'],
      [1.5, 'a'],
      ['a\u0000', 'a'],
      [1, 'a\u0000'],
      [1, "a'; --"],
      [1, ''],
      [null, 'a'],
      [{}, 'a'],
      ['x'.repeat(201), 'a'],
      [1, 'a', 2],
    ]
    for (const place of forged) expect(decodeToken('', encodeToken('', place as never))).toBeNull()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decodeToken('', text) === null))
    for (const text of ['', '.', '..', 'W10.', '%%%.0', 'x'.repeat(1e6)])
      expect(decodeToken('', text)).toBeNull()
  })
})

describe('a cursor', () => {
  const query = emptyQuery()

  it('belongs to one order and one set of filters', () => {
    const token = encodeCursor(query, [20_000, 'a'])
    expect(decodeCursor(query, token)).toEqual([20_000, 'a'])
    expect(decodeCursor({ ...query, per: 10, columns: [] }, token)).toEqual([20_000, 'a'])
    expect(decodeCursor(withSort(query, 'saidOn'), token)).toBeNull()
    expect(decodeCursor(withSort(query, 'origins'), token)).toBeNull()
    expect(decodeCursor(withValue(query, 'topic', 'cecot'), token)).toBeNull()
    expect(decodeCursor({ ...query, to: '2025' }, token)).toBeNull()
  })

  it('has a value of the type that its order compares', () => {
    for (const by of ['saidOn', 'status', 'origins'] as const) {
      const sorted = withSort(query, by)
      expect(decodeCursor(sorted, encodeCursor(sorted, ['text', 'a']))).toBeNull()
    }
    const bySpeaker = withSort(query, 'speaker')
    expect(decodeCursor(bySpeaker, encodeCursor(bySpeaker, [1, 'a']))).toBeNull()
    expect(decodeCursor(bySpeaker, encodeCursor(bySpeaker, ['', 'a']))).toEqual(['', 'a'])
    const byTime = withSort(query, 'recorded')
    for (const value of ['yesterday', '2026', 1, '2026-13-24T13:00:00Z'])
      expect(decodeCursor(byTime, encodeCursor(byTime, [value, 'a']))).toBeNull()
    for (const value of ['2026-11-24T13:00:00.000Z', '2026-11-24T13:00:00.000+00:00'])
      expect(decodeCursor(byTime, encodeCursor(byTime, [value, 'a']))).toEqual([value, 'a'])
  })

  it('of another view, or a second one, is dropped and said', () => {
    const after = encodeCursor(query, [20_000, 'a'])
    expect(parseClaimQuery({ after, topic: 'cecot' })).toMatchObject({
      dropped: [{ key: 'after', why: 'bad_cursor' }],
    })
    expect(parseClaimQuery({ after, before: 'last' })).toMatchObject({
      query: { after },
      dropped: [{ key: 'before', why: 'repeated' }],
    })
    expect(parseClaimQuery({ after: 'last' }).dropped).toEqual([
      { key: 'after', value: 'last', why: 'bad_cursor' },
    ])
  })
})
