import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, indexed, wordsOf } from './fold'

it.each([
  ['São TOMÉ', 'sao tome'],
  ['Sa\u0303o', 'sao'],
  ['Łódź, Straße, Ærø, İstanbul', 'lodz, strasse, aero, istanbul'],
  ['ﬁne ＡＢＣ１', 'fine abc1'],
  ['Ελλάδα ΣΑΣ σας', 'ελλαδα σασ σασ'],
  ['Ёлка й', 'елка й'],
  ['مُحَمَّد أحمد', 'محمد احمد'],
  ['שָׁלוֹם', 'שלום'],
  ['हिन्दी', 'हिन्दी'],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it.each([
  ['It is 3.5m, or 50%!', ['it', 'is', '3', '5m', 'or', '50']],
  ['Brandt’s men can’t, d’accord', ['brandt', 'men', 'cant', 'accord']],
  ['新冠病毒 is 假', ['新冠', '冠病', '病毒', 'is', '假']],
  ['2024年', ['2024', '年']],
  ['हिन्दी में', ['हिन्दी', 'में']],
  ['…!? 😀', []],
])('takes the words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('gives the index single letters where a script has no spaces', () => {
  expect(indexed('新冠')).toEqual(['新', '冠'])
  expect(indexed("Can't AND NEAR(x)")).toEqual(['can', 't', 'and', 'near', 'x'])
})

it('folds what is folded no further, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = fold(text)
      expect(wordsOf(once)).toEqual(wordsOf(fold(once)))
      for (const word of indexed(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
    }),
  )
})
