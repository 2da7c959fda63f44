import fc from 'fast-check'
import { expect, it } from 'vitest'
import { closest, distance, variantsOf } from './spelling'

it.each([
  ['', '', 0],
  ['pact', 'pact', 0],
  ['pact', 'pakt', 1],
  ['mutso', 'musto', 1],
  ['houses', 'house', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('between %j and %j are %i changes', (a, b, far) => {
  expect(distance(a, b)).toBe(far)
  expect(distance(b, a)).toBe(far)
})

it('makes all words that are one change away, and no others', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(variantsOf(a).includes(b)).toBe(distance(a, b) === 1)
    }),
  )
  expect(variantsOf('елка')).toContain('елки')
  expect(variantsOf('سجن')).toContain('سجون')
})

it.each([
  ['christoper', ['Christmas', 'Christopher'], 'Christopher'],
  ['pakt', ['park', 'pact', 'paket'], 'pact'],
  ['елкен', ['Ёлкин'], 'Ёлкин'],
  ['musto', ['Musto'], null],
  ['abcdef', ['uvwxyz'], null],
])('takes for %s of %j %s', (word, candidates, best) => {
  expect(closest(word, candidates)).toBe(best)
})
