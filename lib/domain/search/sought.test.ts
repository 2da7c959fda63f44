import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HOSTILE } from '../../../tests/support/query-arbitrary'
import { asPhrase, isSought, MOST_TYPED, readingsOf, soughtIn, soughtText } from './sought'

const TYPED: [typed: string, all: string[], none?: string[]][] = [
  ['', []],
  ['   ', []],
  ['no pact', ['no', 'pact']],
  ['"no pact" border', ['no pact', 'border']],
  ['“no pact” «la mano dura»', ['no pact', 'la mano dura']],
  ['"no pact', ['no pact']],
  ['pact -gangs', ['pact'], ['gangs']],
  ['pact −"safe third country"', ['pact'], ['safe third country']],
  ['e-mail', ['e-mail']],
  ['- pact', ['pact']],
  ['-pact', [], ['pact']],
  ['a OR b AND NOT c', ['a', 'OR', 'b', 'AND', 'NOT', 'c']],
  ['title:pact*', ['title:pact*']],
  ["can't", ["can't"]],
  ['צה"ל אמר', ['צה"ל', 'אמר']],
  ['سجن السلفادور', ['سجن', 'السلفادور']],
  ['新冠病毒 "实验室"', ['新冠病毒', '实验室']],
  ['*** ((( "" - !', []],
  ['a\u0000b', ['a', 'b']],
]

it.each(TYPED)('reads %j', (typed, all, none = []) => {
  const sought = soughtIn(typed)
  expect(sought.all).toEqual(all.map((words) => ({ words })))
  expect(sought.none).toEqual(none.map((words) => ({ words })))
  expect(isSought(sought)).toBe(all.length > 0)
})

it.each([
  ['pac', true],
  ['no pac', true],
  ['pac ', false],
  ['"no pac', true],
  ['"no pact"', false],
  ['pact -gan', false],
])('takes the last word of %j as a beginning while it is typed: %s', (typed, prefix) => {
  expect(soughtIn(typed, true).all.some((phrase) => phrase.prefix)).toBe(prefix)
  expect(soughtIn(typed).all.some((phrase) => phrase.prefix)).toBe(false)
})

it.each([
  ['corruptio', 'corruption'],
  ['lendi', 'lending'],
  ['governm', 'government'],
])('knows that %s may become %s', (typed, end) => {
  const [phrase] = soughtIn(`of ${typed}`, true).all.slice(1)
  expect(phrase?.ends).toContain(end)
  expect(phrase && readingsOf(phrase)).toEqual(
    expect.arrayContaining([{ words: typed, prefix: true }, { words: end }]),
  )
})

it.each(['pact', 'corruption', 'елки', '病毒'])('leaves %s to its beginning', (typed) => {
  expect(soughtIn(typed, true).all).toEqual([{ words: typed, prefix: true }])
})

it('makes a phrase of several words', () => {
  expect(asPhrase(soughtIn('no pact -gangs'))).toEqual({
    all: [{ words: 'no pact' }],
    none: [{ words: 'gangs' }],
  })
  expect(asPhrase(soughtIn('no pac', true))?.all).toEqual([{ words: 'no pac', prefix: true }])
  expect(asPhrase(soughtIn('a corruptio', true))?.all).toMatchObject([
    { words: 'a corruptio', prefix: true, ends: expect.arrayContaining(['corruption']) },
  ])
  expect(asPhrase(soughtIn('pact'))).toBeNull()
})

it('reads anything, and has one form of it', () => {
  const typed = fc.oneof(
    fc.constantFrom<string>(...HOSTILE),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('"', '-', ' ', 'a', '“', '”', '*', 'é', '京', '\u0301'),
      maxLength: 60,
    }),
  )
  fc.assert(
    fc.property(typed, fc.boolean(), (text, typing) => {
      const form = soughtText(text)
      expect(soughtText(form)).toBe(form)
      expect([...form].length).toBeLessThanOrEqual(MOST_TYPED)
      expect(new URLSearchParams(new URLSearchParams({ q: form }).toString()).get('q')).toBe(form)
      const { all, none } = soughtIn(text, typing)
      expect(all.length + none.length).toBeLessThanOrEqual(16)
      expect(soughtIn(form).all.map((p) => p.words)).toEqual(all.map((p) => p.words))
    }),
    { numRuns: 500 },
  )
})
