import { describe, expect, it } from 'vitest'
import { sayRefusals } from './refusal-words'

const say = sayRefusals(
  {
    sentences: {
      'This cannot be read.': 'A.',
      'The id “{0}” is in use already.': 'B «{0}».',
      '{0} cannot be empty.': 'C: {0}.',
      'Between {0} and {1}.': 'D {1} {0}.',
      '{0} It was left out.': '{0} E.',
    },
    words: { 'The reason': 'السبب' },
  },
  'ar',
)

describe('refusals in another language', () => {
  it.each([
    ['This cannot be read.', 'A.'],
    // What is written the other way is isolated; numbers are not.
    ['The id “a.b” is in use already.', 'B «\u2068a.b\u2069».'],
    ['The id “ألف” is in use already.', 'B «ألف».'],
    ['Between 1 and 5.', 'D 5 1.'],
    ['The reason cannot be empty.', 'C: السبب.'],
    // A sentence within a sentence.
    ['This cannot be read. It was left out.', 'A. E.'],
    ['Something else.', 'Something else.'],
    // What was put in is text, not a pattern.
    ['The id “$& {0}” is in use already.', 'B «$& {0}».'],
  ])('%s', (sentence, said) => {
    expect(say(sentence)).toBe(said)
  })
})
