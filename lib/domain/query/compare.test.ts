import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE, HOSTILE_KEYS, slug } from '../../../tests/support/query-arbitrary'
import { compareHref, parseCompareQuery } from './compare'

const read = (href: string) => parseCompareQuery(new URLSearchParams(href.split('?')[1] ?? ''))

describe('the address of a comparison', () => {
  it('is read back as the speakers that it was made of, in their order', () => {
    fc.assert(
      fc.property(fc.array(slug, { maxLength: 2 }), (speakers) => {
        expect(read(compareHref(speakers))).toEqual({ speakers, dropped: [] })
      }),
    )
  })

  it('keeps an open first place, forgets an open last one, and says what is one too many', () => {
    expect(parseCompareQuery({ speaker: ['', ' Ada Brandt '] }).speakers).toEqual(['', 'Ada Brandt'])
    expect(parseCompareQuery({ speaker: ['Ada Brandt', ' '] }).speakers).toEqual(['Ada Brandt'])
    expect(parseCompareQuery({ speaker: ['', ''] }).speakers).toEqual([])
    expect(parseCompareQuery({ speaker: ['a', 'b', 'c'] })).toMatchObject({
      speakers: ['a', 'b'],
      dropped: [{ value: 'c', why: 'only_two' }],
    })
  })

  it('never throws, and says what it dropped', () => {
    for (const value of HOSTILE)
      for (const key of [...HOSTILE_KEYS, 'speaker']) {
        const { speakers, dropped } = parseCompareQuery({ [key]: value })
        expect(speakers.length + dropped.length, `${key} ${value.slice(0, 20)}`).toBeLessThanOrEqual(1)
        expect(speakers.join('')).not.toContain('\u0000')
      }
  })
})
