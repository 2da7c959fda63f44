import { expect, it } from 'vitest'
import { readOptions } from './options'

it('measures two sizes on both databases unless told otherwise', () => {
  expect(readOptions([])).toEqual({
    claims: [10_000, 100_000],
    databases: ['sqlite', 'postgresql'],
    profile: null,
  })
})

it('takes sizes in any order, and one database', () => {
  const { claims, databases } = readOptions(['--claims', '100000,10000', '--database', 'postgresql'])
  expect([claims, databases]).toEqual([[10_000, 100_000], ['postgresql']])
})

it('profiles a page on one small ledger', () => {
  expect(readOptions(['--profile', '/claims'])).toEqual({
    claims: [10_000],
    databases: ['sqlite'],
    profile: '/claims',
  })
})

it.each([
  ['--claims', '10'],
  ['--claims', 'many'],
  ['--claims', '10000,'],
  ['--database', 'mysql'],
  ['--database', 'sqlite,mysql'],
  ['--profile', 'claims'],
])('%s %s is refused with a sentence', (...args) => {
  expect(() => readOptions(args)).toThrow(new RegExp(`^${args[0]} takes `))
})
