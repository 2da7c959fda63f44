/** The sentence for shapes that the worked cases do not reach (§2.9), and its grammar for any number of names. */
import { expect, it } from 'vitest'
import { explain } from './explain'
import type { Facts, Names } from './types'

const who = (names: string[], unnamed = 0): Names => ({ names, unnamed })

it.each<[facts: Facts, sentence: string]>([
  [
    { say: 'not_checkable', speechAct: 'instruction' },
    'This is an instruction, so its sourcing is not assessed.',
  ],
  [{ say: 'not_checkable', speechAct: 'promise' }, 'This is a promise, so its sourcing is not assessed.'],
  [
    { say: 'contested', supports: 2, contradicts: 11 },
    'Two independent sources support this and 11 contradict it.',
  ],
  [{ say: 'recanted', maker: null }, 'The unnamed maker of this claim has since contradicted it.'],
  [
    { say: 'contradicted', contradicts: 3, who: who(['Ana'], 2), supports: 1 },
    'Three independent sources contradict this (Ana and two unnamed sources), against one source in support.',
  ],
  [
    { say: 'contradicted_unstated', who: who(['Ana', 'Ben']), unnamedToo: true },
    'Ana and Ben contradict this without saying how they know, unnamed sources contradict it too, and no independent source supports it.',
  ],
  [
    { say: 'contradicted_unstated', who: who(['Ana']), unnamedToo: false },
    'Ana contradicts this without saying how they know, and no independent source supports it.',
  ],
  [
    { say: 'documented', records: 2, what: who(['Entry', 'Permit']), sources: 2 },
    'Two primary records support this (Entry and Permit).',
  ],
  [
    { say: 'corroborated', sources: 6, who: who(['A', 'B', 'C', 'D', 'E'], 1) },
    'Six independent sources support this (A, B, C and three others).',
  ],
  [
    { say: 'single_unstated', who: who(['Ana']), unnamedToo: false },
    'Ana supports this without saying how they know.',
  ],
  [
    { say: 'single_unstated', who: who(['Ana', 'Ben']), unnamedToo: false },
    'Ana and Ben support this without saying how they know; together they count as one source.',
  ],
  [
    { say: 'single_unstated', who: who(['Ana']), unnamedToo: true },
    'Ana supports this without saying how they know; unnamed sources support it too.',
  ],
  [
    { say: 'anonymous_only', sources: 2, vouchedFor: 'some' },
    'This rests only on unnamed sources, and no news organization vouches for some of them; no one is on the record.',
  ],
  [
    { say: 'anonymous_unstated' },
    'This rests only on unnamed sources who do not say how they know; no one is on the record.',
  ],
])('%o', (facts, sentence) => expect(explain(facts)).toBe(sentence))
