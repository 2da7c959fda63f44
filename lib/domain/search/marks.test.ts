import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marked } from './marks'
import { ranked } from './rank'
import { soughtIn } from './sought'

/** What is found stands in brackets. */
const show = (text: string, typed: string, typing = false) =>
  marked(text, soughtIn(typed, typing))
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

it.each([
  ['Three offices were lending houses', 'office lends', 'Three [offices] were [lending] houses'],
  ['A pact, no pact at all', '"no pact"', 'A pact, [no pact] at all'],
  ['São Tomé and Straße', 'sao strasse', '[São] Tomé and [Straße]'],
  ['The cafe\u0301 closed', 'café', 'The [cafe\u0301] closed'],
  ['أعلن الوزيرُ مُحَمَّد', 'الوزير محمد', 'أعلن [الوزيرُ] [مُحَمَّد]'],
  ['שָׁלוֹם עולם', 'שלום', '[שָׁלוֹם] עולם'],
  ['新冠病毒来自实验室。', '病毒', '新冠[病毒]来自实验室。'],
  ['Ёлка в Москве', 'елка', '[Ёлка] в Москве'],
  ['Nothing of it', 'pact', 'Nothing of it'],
])('marks in %j what %j finds', (text, typed, shown) => {
  expect(show(text, typed)).toBe(shown)
})

it('marks a word that goes on, while it is typed', () => {
  expect(show('Houses on the coast', 'hou', true)).toBe('[Houses] on the coast')
  expect(show('Houses on the coast', 'hou')).toBe('Houses on the coast')
})

it('gives back the text, whatever it is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, fc.boolean(), (whole, typed, typing) => {
      const pieces = marked(whole, soughtIn(typed, typing))
      expect(pieces.map((piece) => piece.text).join('')).toBe(whole)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

it('puts first what has the words together, as they were typed, in a short statement', () => {
  const claims = [
    'The gangs deny that there was ever any kind of secret pact with the government of the country',
    'A secret of the gangs was a pact',
    'Secrets and pacts',
    'A secret pact',
  ].map((statement) => ({ statement, quote: null as string | null }))
  claims.push({ statement: 'He denied it', quote: 'A secret pact' })
  expect(ranked(claims, soughtIn('secret pact')).map(({ statement }) => statement)).toEqual([
    'A secret pact',
    'The gangs deny that there was ever any kind of secret pact with the government of the country',
    'He denied it',
    'A secret of the gangs was a pact',
    'Secrets and pacts',
  ])
})
