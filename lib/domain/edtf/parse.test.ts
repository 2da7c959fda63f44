import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfText, hostile, season } from '../../../tests/support/date-arbitrary'
import { UNKNOWN_DAY } from './days'
import { parseEdtf } from './parse'

const LEAST = UNKNOWN_DAY + 1
const MOST = 2_147_483_647
const iso = (day: number) =>
  Math.abs(day) > 1e8 ? day : new Date(day * 86_400_000).toISOString().slice(0, 10)
const days = (text: string) => {
  const date = parseEdtf(text)
  return date.ok ? [iso(date.from), iso(date.to)] : date.sentence
}

const DATES: [text: string, from: string | number, to: string | number][] = [
  ['1970-01-01', '1970-01-01', '1970-01-01'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-12', '2025-12-01', '2025-12-31'],
  ['2025~', '2025-01-01', '2025-12-31'],
  ['2025-03?', '2025-03-01', '2025-03-31'],
  ['2025-03-04%', '2025-03-04', '2025-03-04'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2025-XX', '2025-01-01', '2025-12-31'],
  ['2025-03-XX', '2025-03-01', '2025-03-31'],
  ['2025-21', '2025-03-01', '2025-05-31'],
  ['2025-24', '2025-12-01', '2026-02-28'],
  ['2025-03-04/2025-03-06', '2025-03-04', '2025-03-06'],
  ['2021/2023', '2021-01-01', '2023-12-31'],
  ['2025~/2026-02?', '2025-01-01', '2026-02-28'],
  ['2025/2025', '2025-01-01', '2025-12-31'],
  ['2025-03-04/2025-03', '2025-03-04', '2025-03-31'],
  ['2025/..', '2025-01-01', MOST],
  ['2025/', '2025-01-01', MOST],
  ['../2025', LEAST, '2025-12-31'],
  ['/2025-03', LEAST, '2025-03-31'],
  ['Y170000002', MOST, MOST],
  ['Y-170000002', LEAST, LEAST],
  ['2025-03-04T02:00:00', '2025-03-04', '2025-03-04'],
  ['2025-03-04T23:30:00-05:00', '2025-03-04', '2025-03-04'],
  [' 2025-03 ', '2025-03-01', '2025-03-31'],
]

describe('bounds', () => {
  it.each(DATES)('of %s', (text, from, to) => {
    expect(days(text)).toEqual([from, to])
  })

  it('of a year before the first', () => {
    expect(parseEdtf('-0044')).toMatchObject({ ok: true, from: -735_599, to: -735_234 })
    expect(parseEdtf('0000')).toMatchObject({ ok: true, from: -719_528, to: -719_163 })
  })
})

const REFUSED = [
  '',
  '   ',
  '2025-13',
  '2025-02-30',
  '2025-00',
  '2025-1',
  'March 2025',
  '25',
  '20256',
  '2025-21~',
]

describe('refusals', () => {
  it.each(REFUSED)('%j, with what to write', (text) => {
    expect(days(text)).toMatch(/Write a year/)
  })

  it.each(['{2025,2026}', '[2025..]', '2025-?03', '2025-25', '1950S2', '2025/2026/2027'])(
    '%s, which is level 2 or nothing',
    (text) => {
      expect(parseEdtf(text).ok).toBe(false)
    },
  )

  it('a range that says nothing, or ends before it begins', () => {
    for (const text of ['/', '../..', '/..', '../']) expect(days(text)).toMatch(/says nothing/)
    for (const text of ['2025/2024', '2025-03-04/2025-02']) expect(days(text)).toMatch(/before its beginning/)
  })
})

it('agrees with the parser on all but seasons and ranges of one date', () => {
  fc.assert(
    fc.property(edtfText, (text) => {
      const date = parseEdtf(text)
      if (!date.ok) throw new Error(`${text}: ${date.sentence}`)
      expect(parseEdtf(date.edtf)).toEqual(date)
      expect(date.from).toBeLessThanOrEqual(date.to)
      if (/^(.*)\/\1$|-2[1-4]$/.test(text)) return
      const { min, max } = edtf(text, { level: 1 })
      if (min !== null && Number.isFinite(min)) expect(date.from).toBe(min / 86_400_000)
      if (max !== null && Number.isFinite(max)) expect(date.to).toBe(Math.floor(max / 86_400_000))
    }),
    { numRuns: 1_000 },
  )
})

it('keeps the seasons of a year in order, a quarter of a year each', () => {
  fc.assert(
    fc.property(season, (text) => {
      const date = parseEdtf(text)
      expect(date.ok && date.to - date.from).toBeGreaterThanOrEqual(89)
      expect(date.ok && date.to - date.from).toBeLessThanOrEqual(91)
    }),
  )
})

it('never throws, and stays within 32 bits', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, edtfText), (text) => {
      const date = parseEdtf(text)
      if (!date.ok) {
        expect(date.sentence).toMatch(/\.$/)
        return
      }
      for (const day of [date.from, date.to]) {
        expect(Number.isInteger(day)).toBe(true)
        expect(day).toBeGreaterThan(UNKNOWN_DAY)
        expect(day).toBeLessThanOrEqual(MOST)
      }
    }),
    { numRuns: 3_000 },
  )
})
