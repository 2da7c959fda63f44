import { expect, it } from 'vitest'
import { ok, refuse } from './result'

it('carries what went through', () => {
  expect(ok(undefined)).toEqual({ ok: true, value: undefined })
})

it('carries a refusal, with only the parts that it has', () => {
  expect(refuse('gone', 'It was withdrawn.')).toStrictEqual({
    ok: false,
    refusal: { code: 'gone', sentence: 'It was withdrawn.' },
  })
  const both = { yours: 'a', theirs: 'b' }
  expect(refuse('conflict', 'It changed meanwhile.', 'statement', both)).toStrictEqual({
    ok: false,
    refusal: { code: 'conflict', sentence: 'It changed meanwhile.', field: 'statement', details: both },
  })
})
