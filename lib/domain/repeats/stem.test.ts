import { expect, it } from 'vitest'
import { isCut, stem } from './stem'

/** Examples of Porter's paper, rule by rule. */
const STEMS = `caresses caress, ponies poni, ties ti, cats cat, feed feed, agreed agre, plastered plaster, bled bled,
  motoring motor, sing sing, conflated conflat, troubled troubl, sized size, hopping hop, falling fall, hissing hiss,
  fizzed fizz, failing fail, filing file, happy happi, sky sky, relational relat, conditional condit, rational ration,
  valenci valenc, digitizer digit, radically radic, differently differ, vilely vile, vietnamization vietnam,
  predication predic, operator oper, feudalism feudal, decisiveness decis, hopefulness hope, callousness callous,
  formality formal, sensitivity sensit, sensibility sensibl, triplicate triplic, formative form, formalize formal,
  electrical electr, hopeful hope, goodness good, revival reviv, allowance allow, inference infer, airliner airlin,
  gyroscopic gyroscop, adjustable adjust, defensible defens, irritant irrit, replacement replac, adjustment adjust,
  dependent depend, adoption adopt, communism commun, activate activ, homologous homolog, effective effect,
  bowdlerize bowdler, probate probat, rate rate, cease ceas, controll control, roll roll, year year, generously gener`

it.each(STEMS.split(/,\s+/).map((pair) => pair.split(' ') as [string, string]))(
  '%s → %s',
  (word, stemmed) => {
    expect(stem(word)).toBe(stemmed)
  },
)

it('takes the first letters of words of other scripts, after the Arabic article', () => {
  expect(stem('правительствами')).toBe('прави')
  expect(stem('الفلسطينيون')).toBe('الفلسطي')
  expect(isCut('правительствами', 'прави')).toBe(true)
})

it('leaves what has no ending', () => {
  for (const word of ['', 'as', '2024', '5ms', 'дома', 'المال', '新冠']) {
    expect(stem(word)).toBe(word)
    expect(isCut(word, word)).toBe(false)
  }
})
