/** Graphs that a walk for each item, or for each voucher, would not get through. */
import { expect, it } from 'vitest'
import { deriveSourcing, type SourcingGraph } from '../sourcing'

const chain = (n: number) => ({
  claim: { id: 'c' },
  speakers: { p: { kind: 'person', name: 'P' } },
  sources: Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, { kind: 'news_report' }])),
  links: Array.from({ length: n }, (_, i) => ({
    from: `s${i}`,
    to: i === n - 1 ? 'p' : `s${i + 1}`,
    basis: 'first_hand',
  })),
})
const items = (n: number, fields: (i: number) => object) =>
  Array.from({ length: n }, (_, i) => ({ id: `e${i}`, relation: 'supports', target: `s${i}`, ...fields(i) }))

const hub = (n: number) => ({
  ...chain(n),
  links: [
    ...Array.from({ length: n - 1 }, (_, i) => ({ from: `s${i + 1}`, to: 's0' })),
    { from: 's0', to: 'p', basis: 'first_hand' },
  ],
})

const timed = (graph: SourcingGraph): number => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    deriveSourcing(graph)
    return performance.now() - start
  })
  return Math.min(...times)
}

it('walks a chain of 100,000 sources', { timeout: 20_000 }, () => {
  expect(deriveSourcing({ ...chain(100_000), evidence: items(1, () => ({})) }).status).toBe('single_source')
})

/** As many times what one item takes on the same sources: a ratio, so that a busy machine makes no difference. */
const AT_MOST = 30

it.each<[string, SourcingGraph, string]>([
  ['a hub with 10,000 items', { ...hub(10_000), evidence: items(10_000, () => ({})) }, 'single_source'],
  ['5,000 items on one chain', { ...chain(10_000), evidence: items(5_000, () => ({})) }, 'single_source'],
  [
    '5,000 items on background on one chain, each with its own voucher',
    { ...chain(10_000), evidence: items(5_000, (i) => ({ access: 'on_background', vouchedBy: `v${i}` })) },
    'anonymous_only',
  ],
])('takes %s as near to one walk', { timeout: 20_000 }, (_name, graph, status) => {
  const one = timed({ ...chain(10_000), evidence: items(1, () => ({})) })
  expect(deriveSourcing(graph).status).toBe(status)
  expect(timed(graph)).toBeLessThan(one * AT_MOST)
})
