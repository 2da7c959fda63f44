/** The catalogue's English says what the rules' English says, for the worked cases and for any facts. */
import fc from 'fast-check'
import { createTranslator } from 'use-intl/core'
import { expect, it } from 'vitest'
import messages from '@/messages/en.json'
import { deriveSourcing } from '../sourcing'
import { workedCases } from '../worked-cases'
import { explain } from './explain'
import { type SentenceWords, sayFacts } from './say'
import type { Facts } from './types'

const translator = createTranslator({ locale: 'en', messages, namespace: 'sentence' })
const t: SentenceWords = (key, values) => translator(key as 'number', values as never)
const say = (facts: Facts) => sayFacts(facts, t, 'en-GB')

it.each(workedCases)('says case $n', ({ input }) => {
  const { facts, explanation } = deriveSourcing(input)
  expect(say(facts)).toBe(explanation)
})

const name = fc.stringMatching(/^[A-Z][A-Za-z {}'<|#,.-]{0,12}$/)
const who = fc
  .record({ names: fc.array(name, { maxLength: 7 }), unnamed: fc.nat({ max: 4 }) })
  .filter(({ names, unnamed }) => names.length + unnamed > 0)
const some = fc.integer({ min: 1, max: 1_200 })
const facts: fc.Arbitrary<Facts> = fc.oneof(
  fc.record({
    say: fc.constant('not_checkable'),
    speechAct: fc.constantFrom('opinion', 'prediction', 'question', 'promise', 'instruction'),
  }),
  fc.record({ say: fc.constant('contested'), supports: some, contradicts: some }),
  fc.record({ say: fc.constant('recanted'), maker: fc.option(name) }),
  fc.record({ say: fc.constant('contradicted'), contradicts: some, who, supports: fc.nat({ max: 12 }) }),
  fc.record({
    say: fc.constantFrom('contradicted_unstated', 'single_unstated'),
    who,
    unnamedToo: fc.boolean(),
  }),
  fc.record({ say: fc.constant('documented'), records: some, what: who, sources: some }),
  fc.record({ say: fc.constant('corroborated'), sources: fc.integer({ min: 2, max: 1_200 }), who }),
  fc.record({ say: fc.constantFrom('single_source', 'self_sourced'), who }),
  fc.record({
    say: fc.constant('anonymous_only'),
    sources: some,
    vouchedFor: fc.constantFrom('all', 'some', 'none'),
  }),
  fc.record({ say: fc.constantFrom('anonymous_unstated', 'circular', 'retracted', 'nobody') }),
  fc.record({ say: fc.constant('untraced'), repeats: some }),
  fc.record({ say: fc.constant('own_word'), maker: name }),
)

it('says anything else in the same words', () => {
  const same = fc.property(facts, (one) => {
    expect(say(one)).toBe(explain(one))
  })
  fc.assert(same, { numRuns: 1_000 })
})
