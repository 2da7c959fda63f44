import fc from 'fast-check'
import { expect, it } from 'vitest'
import { edtfText, hostile } from '../../../tests/support/date-arbitrary'
import { formatEdtf, machineDate } from './format'

const DATES: [edtf: string | null, words: string, machine: string | null][] = [
  [null, 'undated', null],
  ['2025', '2025', '2025'],
  ['2025-03', 'March 2025', '2025-03'],
  ['2025-03-04', '4 March 2025', '2025-03-04'],
  ['2026~', 'about 2026', '2026'],
  ['2026-05?', 'perhaps May 2026', '2026-05'],
  ['2026%', 'perhaps about 2026', '2026'],
  ['2026-05-12/2026-05-14', '12–14 May 2026', null],
  ['2026-05-30/2026-06-14', '30 May – 14 June 2026', null],
  ['2025-12-30/2026-01-02', '30 December 2025 – 2 January 2026', null],
  ['2026-05-12/2026-05-12', '12 May 2026', '2026-05-12'],
  ['2021/2023', 'between 2021 and 2023', null],
  ['2025-03/2026~', 'between March 2025 and about 2026', null],
  ['2024/..', 'since 2024', null],
  ['2024-05/', 'since May 2024', null],
  ['../2024-05-01', 'until 1 May 2024', null],
  ['2024-21', 'spring 2024', null],
  ['2024-24', 'winter 2024', null],
  ['202X', 'the 2020s', null],
  ['19XX', 'between 1900 and 1999', null],
  ['XXXX', 'undated', null],
  ['2025-XX', '2025', '2025'],
  ['2025-03-XX', 'March 2025', '2025-03'],
  ['2025-03-04T10:00:00Z', '4 March 2025', '2025-03-04'],
  ['-0044', '45 BC', null],
  ['0000', '1 BC', null],
  ['Y17000', 'Y17000', null],
  ['2025-02-30', '2025-02-30', null],
  ['<script>', '<script>', null],
]

it.each(DATES)('writes %s as %j', (edtf, words, machine) => {
  expect(formatEdtf(edtf)).toBe(words)
  expect(machineDate(edtf)).toBe(machine)
})

it('writes in the language of the locale and with the words that it is given', () => {
  expect(formatEdtf('2025-03-04', 'en-US')).toBe('March 4, 2025')
  expect(formatEdtf('2026-05-12/2026-05-14', 'en-US')).toBe('May 12–14, 2026')
  const words = {
    undated: 'undatiert',
    about: (date: string) => `um ${date}`,
    perhaps: (date: string) => `vielleicht ${date}`,
    between: (from: string, to: string) => `zwischen ${from} und ${to}`,
    since: (date: string) => `seit ${date}`,
    until: (date: string) => `bis ${date}`,
    season: (season: string, year: string) => `${season === 'winter' ? 'Winter' : season} ${year}`,
    decade: (year: string) => `${year}er Jahre`,
  }
  expect(formatEdtf('2025-03~', 'de', words)).toBe('um März 2025')
  expect(formatEdtf('2025-24', 'de', words)).toBe('Winter 2025')
  expect(formatEdtf('202X', 'de', words)).toBe('2020er Jahre')
  expect(formatEdtf(null, 'de', words)).toBe('undatiert')
})

it('never throws, and never leaves a date empty', () => {
  fc.assert(
    fc.property(fc.oneof(edtfText, hostile), (text) => {
      expect(formatEdtf(text)).not.toBe(text === '' ? '' : null)
      const machine = machineDate(text)
      if (machine !== null) expect(machine).toMatch(/^\d{4}(-\d\d){0,2}$/)
    }),
    { numRuns: 2_000 },
  )
})
