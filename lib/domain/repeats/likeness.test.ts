import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Likeness, likenesses, type Said } from './likeness'
import { type Commonness, informs, termsOf, wantedOf } from './terms'

const UNKNOWN: Commonness = { claims: 0, counts: new Map() }
const said = (statement: string, quote: string | null = null): Said => ({ statement, quote })
const compare = (asked: string | Said, ...claims: (string | Said)[]): Likeness[] =>
  likenesses(
    typeof asked === 'string' ? said(asked) : asked,
    claims.map((claim) => (typeof claim === 'string' ? said(claim) : claim)),
    UNKNOWN,
  )
const scores = (asked: string | Said, ...claims: (string | Said)[]) =>
  compare(asked, ...claims).map(({ score }) => score)

const STATEMENT = 'The office granted forty permits after the flood.'

it('scores 1 for the same words only, whatever their case, accents and punctuation', () => {
  const same = [
    'the office GRANTED forty permits – after the flood',
    'Thé office granted forty permits after the flood!',
  ]
  expect(scores(STATEMENT, STATEMENT, ...same)).toEqual([1, 1, 1])
  expect(compare(STATEMENT, said('Another', STATEMENT))[0]).toMatchObject({ score: 1, same: true })
  for (const other of ['Forty permits granted the office after the flood.', `${STATEMENT} Twice.`]) {
    const [likeness] = compare(STATEMENT, other)
    expect(likeness?.same).toBe(false)
    expect(likeness?.score).toBeLessThan(1)
  }
  expect(scores('They can pay', "They can't pay")[0]).toBeLessThan(1)
})

it('tells what is nearly said from what shares common words', () => {
  const [reworded, number, spelling, unlike, none] = scores(
    STATEMENT,
    'Forty permits were granted by the office following a flood.',
    'The office granted fifty permits after the flood.',
    'The offices granting forty permitts after the floods.',
    'The minister left after the vote.',
    'Wholly otherwise',
  ) as [number, number, number, number, number]
  for (const near of [reworded, number, spelling]) expect(near).toBeGreaterThan(unlike * 2)
  expect(unlike).toBeGreaterThan(none)
  expect(none).toBe(0)
})

it('weighs a rare word more than a common one', () => {
  const counts = new Map([
    ['offic', 900],
    ['zebra', 2],
  ])
  const [common, rare] = likenesses(
    said('Office zebra'),
    [said('An office of note'), said('A zebra of note')],
    { claims: 1_000, counts },
  )
  expect(rare?.score).toBeGreaterThan((common?.score ?? 1) * 2)
})

it('compares in scripts without spaces, and across endings', () => {
  const [near, far] = scores(
    '新冠病毒来自美国军队',
    '有人说新冠病毒是美国军队带来的',
    '今年的粮食产量创下新高',
  ) as [number, number]
  expect(near).toBeGreaterThan(0.3)
  expect(far).toBeLessThan(0.1)
  expect(scores('Правительство повысило налоги', 'Правительства повысили налог')[0]).toBeGreaterThan(0.5)
})

it('says which words are shared, as the claim writes them, what tells most first', () => {
  const counts = new Map([
    ['the', 900],
    ['offic', 300],
    ['zebra', 2],
  ])
  const [found] = likenesses(said('The office’s zebras'), [said('The Office had a Zebra')], {
    claims: 1_000,
    counts,
  })
  expect(found?.shared()).toEqual(['Zebra', 'Office'])
  expect(compare('新冠病毒', '有新冠病毒吗')[0]?.shared()).toEqual(['新冠病毒'])
})

it('takes any two texts: a score from 0 to 1, the same whatever the case, and first for itself', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom('the', 'office', 'permits', '新冠', 'can’t', '№5', 'ß', '@AdaB', '"', '*'), {
        maxLength: 9,
      })
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, text, fc.option(text), (a, b, quote) => {
      const [other, self] = compare(a, said(b, quote), a) as [Likeness, Likeness]
      for (const { score } of [other, self]) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
      if (termsOf(a).length > 0) {
        expect(self.score).toBe(1)
        if (!other.same) expect(other.score).toBeLessThan(1)
      }
      for (const word of other.shared()) expect(`${b}\n${quote}`).toContain(word)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,40}$/), fc.stringMatching(/^[a-z ]{0,40}$/), (a, b) => {
      expect(scores(a.toUpperCase(), b)).toEqual(scores(a, b.toUpperCase()))
    }),
  )
})

it('looks up the rarest words as far as their claims can be added up', () => {
  const terms = termsOf('The zebra of the office, @AdaBrandt')
  expect(terms.map(({ stem }) => stem)).toEqual(['the', 'zebra', 'of', 'offic', 'ada', 'brandt', 'adabrandt'])
  const counts = new Map([
    ['the', 90_000],
    ['of', 60_000],
    ['offic', 5_000],
    ['zebra', 3],
  ])
  const words = (common: Commonness) => wantedOf(terms, common).map(({ terms }) => terms.map((t) => t.words))
  expect(words({ claims: 100_000, counts })).toEqual([['zebra'], ['office']])
  expect(termsOf('Правительство, الفلسطينيون').map(({ words, prefix }) => [words, prefix])).toEqual([
    ['прави', true],
    ['الفلسطي', true],
  ])
  counts.delete('zebra')
  counts.delete('offic')
  // Too common to be added up: only claims that have all of them.
  expect(words({ claims: 100_000, counts })).toEqual([['of', 'the']])
  expect(words(UNKNOWN)).toEqual([])
  expect(informs(10, 20)).toBeGreaterThan(0)
})
