import { afterEach, expect, it, vi } from 'vitest'
import { heldRead } from './reads'

afterEach(() => vi.unstubAllEnvs())

let people = 0
const somebody = () => new Headers({ 'X-Forwarded-For': `reader-${++people}` })
const ask = (path: string, headers: Headers, times: number, at = 0): number[] =>
  Array.from({ length: times }, () => heldRead(path, headers, at)?.status ?? 200)

it.each([
  ['/search', 240],
  ['/search/suggest', 1_200],
  ['/cards/claims/a-claim', 240],
  ['/v1alpha1/claims:search', 300],
  ['/claims.atom', 600],
  ['/claims/a-claim.feed.json', 600],
  ['/feeds/claim-reviews.json', 600],
  ['/compare.json', 600],
])(
  'holds who asks %s more than %i times in a minute, with a sentence and for how long',
  async (path, most) => {
    const reader = somebody()
    expect(ask(path, reader, most).filter((status) => status !== 200)).toEqual([])
    const held = heldRead(path, reader, 20_000)
    expect(held?.status).toBe(429)
    expect(held?.headers.get('retry-after')).toBe('40')
    expect(held?.headers.get('content-type')).toBe('application/problem+json')
    expect(await held?.json()).toMatchObject({ detail: expect.stringContaining('Retry-After') })
    expect(ask(path, somebody(), 1), 'somebody else').toEqual([200])
    expect(ask(path, reader, 1, 60_000), 'a minute later').toEqual([200])
  },
)

it('counts each kind by itself', () => {
  const reader = somebody()
  ask('/search', reader, 240)
  expect(ask('/search', reader, 1)).toEqual([429])
  expect(ask('/claims.json', reader, 1)).toEqual([200])
})

it('does not hold pages', () => {
  const reader = somebody()
  for (const path of ['/', '/claims', '/claims/a-claim', '/searching', '/desk'])
    expect(
      ask(path, reader, 2_000).every((status) => status === 200),
      path,
    ).toBe(true)
})

it('is switched off for those who measure', () => {
  vi.stubEnv('READ_LIMITS', 'off')
  expect(ask('/search', somebody(), 300).every((status) => status === 200)).toBe(true)
})
