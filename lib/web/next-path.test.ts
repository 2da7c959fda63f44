import { expect, it } from 'vitest'
import { draftIn, HOME, pageBefore, safeNext } from './next-path'

it.each([
  '/',
  '/claims?status=untraced&q=a%20b#x',
  '/desk/claims/new?draft=abc',
  '/a//b',
  '/claims/%F0%9F%92%A5',
])('goes to %s', (path) => expect(safeNext(path)).toBe(path))

it.each([
  undefined,
  null,
  '',
  ['/a', '/b'],
  'desk',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '/a/../\\evil.example',
  '/x y',
  `/${'x'.repeat(2000)}`,
])('goes home instead of to %j', (next) => expect(safeNext(next)).toBe(HOME))

it('finds the draft that waits', () => {
  expect(draftIn('/desk/speakers/new?draft=abc#x')).toBe('abc')
  expect(draftIn('/desk')).toBeNull()
})

it.each([
  ['https://ledger.example/claims?q=a%20b', 'ledger.example', '/claims?q=a%20b'],
  ['https://other.example/claims', 'ledger.example', '/'],
  ['https://ledger.example//evil.example', 'ledger.example', '/'],
  ['no address', 'ledger.example', '/'],
  [null, 'ledger.example', '/'],
])('goes back from %s on %s to %s', (referer, host, path) => expect(pageBefore(referer, host)).toBe(path))
