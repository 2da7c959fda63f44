import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE, HOSTILE_KEYS, id, slug } from '../../../tests/support/query-arbitrary'
import { matrixHref, matrixMarker, matrixPlace, parseMatrixQuery } from './matrix'

const read = (href: string) => parseMatrixQuery(new URLSearchParams(href.split('?')[1] ?? ''))

describe('the address of the matrix', () => {
  it('is read back as the query that it was made of', () => {
    const topic = fc.option(slug, { nil: undefined })
    fc.assert(
      fc.property(topic, fc.option(fc.tuple(fc.nat(), id), { nil: undefined }), (topic, place) => {
        const narrowed = topic ? { topic } : {}
        const query = place ? { ...narrowed, after: matrixMarker(narrowed, ...place) } : narrowed
        expect(read(matrixHref(query))).toEqual({ query, dropped: [] })
        expect(matrixPlace(query)).toEqual(place ? { claims: place[0], speakerId: place[1] } : null)
      }),
    )
  })

  it('takes no marker of another topic’s matrix, and says so', () => {
    const after = matrixMarker({ topic: 'cecot' }, 3, 'a')
    expect(read(`?topic=2025&after=${after}`)).toMatchObject({
      query: { topic: '2025' },
      dropped: [{ key: 'after', why: 'bad_cursor' }],
    })
    expect(read(`?after=${after}&topic=cecot`).dropped).toEqual([])
  })

  it('never throws, and says what it dropped', () => {
    for (const value of HOSTILE)
      for (const key of [...HOSTILE_KEYS, 'topic', 'after']) {
        const { query } = parseMatrixQuery({ [key]: value })
        expect(read(matrixHref(query)).query).toEqual(query)
      }
    const twice = parseMatrixQuery({ topic: ['a', 'b'], speaker: 'c' })
    expect(twice.query).toEqual({ topic: 'a' })
    expect(twice.dropped.map(({ why }) => why)).toEqual(['repeated', 'unknown_key'])
  })
})
