import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as some from '../../../tests/support/date-arbitrary'
import { formatEdtf } from './format'
import { parseEdtf } from './parse'
import { readDate } from './read'

const READ: [typed: string, edtf: string][] = [
  ['2025', '2025'],
  ['March 2025', '2025-03'],
  ['march, 2025', '2025-03'],
  ['Sept. 2025', '2025-09'],
  ['2025-03-04', '2025-03-04'],
  ['2025-3-4', '2025-03-04'],
  ['2025/03/04', '2025-03-04'],
  ['4 March 2025', '2025-03-04'],
  ['4th of March, 2025', '2025-03-04'],
  ['Tuesday, 4 March 2025', '2025-03-04'],
  ['on March 4, 2025', '2025-03-04'],
  ['about 2025', '2025~'],
  ['c. 2025', '2025~'],
  ['c.2025', '2025~'],
  ['circa March 2025', '2025-03~'],
  ['2025?', '2025?'],
  ['March 2025?', '2025-03?'],
  ['perhaps 4 March 2025', '2025-03-04?'],
  ['perhaps about 2025', '2025%'],
  ['about 2025?', '2025%'],
  ['spring 2024', '2024-21'],
  ['Fall of 2024', '2024-23'],
  ['the 2020s', '202X'],
  ['2025-03-04 to 2025-03-06', '2025-03-04/2025-03-06'],
  ['2025-03-04/2025-03-06', '2025-03-04/2025-03-06'],
  ['from March 2025 until about June 2025', '2025-03/2025-06~'],
  ['between 2021 and 2023', '2021/2023'],
  ['2021-2023', '2021/2023'],
  ['2021 – 2023', '2021/2023'],
  ['12–14 May 2026', '2026-05-12/2026-05-14'],
  ['12 to 14 May 2026', '2026-05-12/2026-05-14'],
  ['May 12-14, 2026', '2026-05-12/2026-05-14'],
  ['May 30 – June 14, 2026', '2026-05-30/2026-06-14'],
  ['May–June 2026', '2026-05/2026-06'],
  ['30 December 2025 – 2 January 2026', '2025-12-30/2026-01-02'],
  ['since 2024', '2024/..'],
  ['up to May 2024', '../2024-05'],
  ['25/12/2025', '2025-12-25'],
  ['12.25.2025', '2025-12-25'],
  ['04/04/2025', '2025-04-04'],
]

describe('what people type', () => {
  it.each(READ)('%s', (typed, edtf) => {
    expect(readDate(typed)).toMatchObject({ ok: true, edtf })
  })
})

describe('what it refuses', () => {
  it('a day in numbers that could be two', () => {
    for (const typed of ['03/04/2025', '3.4.2025', '3-4-2025'])
      expect(readDate(typed)).toEqual({
        ok: false,
        sentence:
          'This could be 3 April 2025 or 4 March 2025. Write the month as a word, or the year first: 2025-03-04.',
      })
    expect(readDate('03/04/25')).toMatchObject({ sentence: expect.stringMatching(/four digits/) })
  })

  it('what a date cannot say', () => {
    for (const typed of ['early 2025', 'mid-2025', 'late March 2025'])
      expect(readDate(typed)).toMatchObject({ sentence: expect.stringMatching(/Say which months/) })
  })

  it.each([
    '',
    'yesterday',
    '31 February 2025',
    'Ma 2025',
    '45/45/2025',
    'March',
    '2025 to',
    'to 2025',
    'x'.repeat(200),
  ])('%j', (typed) => {
    expect(readDate(typed)).toMatchObject({ ok: false, sentence: expect.stringMatching(/Write a year/) })
  })

  it('a range that ends before it begins', () => {
    expect(readDate('May 2026 to March 2026')).toMatchObject({ sentence: expect.stringMatching(/before/) })
  })
})

it('reads back what is written', () => {
  const written = fc.oneof(some.qualified, some.season, some.open, some.interval)
  fc.assert(
    fc.property(written, fc.constantFrom('en-GB', 'en-US'), (edtf, locale) => {
      const [stored, read] = [parseEdtf(edtf), readDate(formatEdtf(edtf, locale))]
      const { from, to } = stored as { from: number; to: number }
      expect(read).toMatchObject({ ok: true, from, to })
    }),
    { numRuns: 2_000 },
  )
})

it('never throws', () => {
  const words = fc.array(
    fc.constantFrom(
      'about',
      'May',
      '4',
      '2025',
      'to',
      '–',
      '/',
      '?',
      'spring',
      'between',
      'and',
      '03',
      'the',
      ',',
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        some.hostile,
        words.map((list) => list.join(' ')),
      ),
      (text) => {
        const date = readDate(text)
        if (date.ok) expect(parseEdtf(date.edtf)).toEqual(date)
        else expect(date.sentence).toMatch(/\.$/)
      },
    ),
    { numRuns: 3_000 },
  )
})
