import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attributionChain, type ChainLink, MOST_PATHS } from './chain'

const link = (from: string, to: string, mode = 'cites'): ChainLink => ({
  id: `${from}${to}`,
  from,
  to,
  mode,
  wording: null,
})
const nobody = () => null

it('follows the links from where a claim appears to who made it', () => {
  const chain = attributionChain({
    maker: 'musto',
    appearances: ['copy'],
    links: [
      link('copy', 'paper', 'republishes'),
      link('paper', 'report'),
      link('report', 'musto', 'quotes'),
      link('report', 'others'),
    ],
    publisherOf: nobody,
  })
  expect(chain.paths.map((path) => path.map((hop) => `${hop.from} ${hop.mode} ${hop.to}`))).toEqual([
    ['copy republishes paper', 'paper cites report', 'report quotes musto'],
  ])
  expect(chain.nodes).toEqual(['copy', 'paper', 'report', 'musto'])
})

it('takes publishing as the last hop, unless a link says more', () => {
  const publisherOf = (id: string) => (id === 'paper' ? 'outlet' : null)
  const input = { maker: 'outlet', appearances: ['paper'], links: [], publisherOf }
  expect(attributionChain(input).paths).toEqual([
    [{ from: 'paper', to: 'outlet', mode: 'publishes', wording: null }],
  ])
  const linked = attributionChain({ ...input, links: [link('paper', 'outlet', 'own_reporting')] })
  expect(linked.paths.map((path) => path.map((hop) => hop.mode))).toEqual([['own_reporting']])
})

it('says from where no path leads to the maker, and where those trails end', () => {
  const links = [link('a', 'm'), link('b', 'x'), link('x', 'somebody'), link('c', 'd'), link('d', 'c')]
  const chain = attributionChain({ maker: 'm', appearances: ['a', 'b', 'c'], links, publisherOf: nobody })
  expect(chain.dangling).toEqual(['b', 'c'])
  expect(chain.ends).toEqual(['somebody'])
  expect(chain.nodes).toEqual(['a', 'm', 'b', 'c'])
  const rumour = attributionChain({ maker: null, appearances: ['a', 'z'], links, publisherOf: nobody })
  expect(rumour).toEqual({
    paths: [],
    more: 0,
    nodes: ['a', 'z'],
    edges: [],
    dangling: ['a', 'z'],
    ends: ['m', 'z'],
  })
})

it('shows the shortest path of every appearance before a second one of any', () => {
  const middles = Array.from({ length: 20 }, (_, i) => `x${i}`)
  const wide = middles.flatMap((middle) => [link('a', middle), link(middle, 'm')])
  const long = [link('z', 'y'), link('y', 'w'), link('w', 'v'), link('v', 'm')]
  const chain = attributionChain({
    maker: 'm',
    appearances: ['a', 'z'],
    links: [...wide, ...long],
    publisherOf: nobody,
  })
  expect(chain.paths).toHaveLength(MOST_PATHS)
  expect(chain.more).toBe(21 - MOST_PATHS)
  expect(chain.paths.at(-1)?.map((hop) => hop.from)).toEqual(['z', 'y', 'w', 'v'])
})

it('tells links with other words apart, and takes the same link once', () => {
  const said = { ...link('a', 'm', 'quotes'), wording: 'said' }
  const alleged = { ...said, id: 'other', wording: 'alleged' }
  const chain = attributionChain({
    maker: 'm',
    appearances: ['a', 'a'],
    links: [said, alleged, { ...said, id: 'again' }],
    publisherOf: nobody,
  })
  expect(chain.paths.map((path) => path[0]?.wording)).toEqual(['alleged', 'said'])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'm']
const links = fc.array(
  fc.record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    mode: fc.constantFrom('cites', 'quotes'),
  }),
  { maxLength: 14 },
)

/** By exhaustion: simple paths over distinct hops, for graphs of six nodes. */
const countPaths = (all: readonly ChainLink[], starts: readonly string[]): number => {
  const hops = [...new Map(all.map((l) => [`${l.from} ${l.mode} ${l.to}`, l])).values()]
  const from = (node: string, seen: readonly string[]): number =>
    node === 'm'
      ? 1
      : hops
          .filter((hop) => hop.from === node && !seen.includes(hop.to))
          .reduce((n, hop) => n + from(hop.to, [...seen, hop.to]), 0)
  return starts.filter((id) => id !== 'm').reduce((n, id) => n + from(id, [id]), 0)
}

it('gives simple paths over links that exist, whatever their order', () => {
  fc.assert(
    fc.property(links, fc.subarray(ids), (drawn, appearances) => {
      const all = drawn.map(({ from, to, mode }) => link(from, to, mode))
      const input = { maker: 'm', appearances, links: all, publisherOf: nobody }
      const chain = attributionChain(input)
      expect(chain.paths.length).toBeLessThanOrEqual(MOST_PATHS)
      for (const path of chain.paths) {
        expect(appearances).toContain(path[0]?.from)
        expect(path.at(-1)?.to).toBe('m')
        path.forEach((hop, i) => {
          expect(all.some((l) => l.from === hop.from && l.to === hop.to && l.mode === hop.mode)).toBe(true)
          if (i > 0) expect(hop.from).toBe(path[i - 1]?.to)
        })
        expect(new Set(path.map((hop) => hop.from)).size).toBe(path.length)
      }
      // Counting stops at a hundred, which so few links do not reach unless they are drawn to.
      const count = countPaths(all, appearances)
      if (count < 100) expect(chain.more + chain.paths.length).toBe(count)
      const reached = new Set(chain.paths.map((path) => path[0]?.from))
      expect([...reached, ...chain.dangling].sort()).toEqual(appearances.filter((id) => id !== 'm').sort())
      expect(
        attributionChain({ ...input, links: [...all].reverse(), appearances: [...appearances].reverse() }),
      ).toEqual(chain)
    }),
  )
})

it('is not held up by a graph with exponentially many paths, or by dead ends', () => {
  const layers = Array.from({ length: 40 }, (_, i) => [`${i}x`, `${i}y`])
  const dense = layers.flatMap((layer, i) =>
    layer.flatMap((from) => (layers[i + 1] ?? ['m', 'm']).map((to) => link(from, to))),
  )
  const chain = attributionChain({ maker: 'm', appearances: ['0x'], links: dense, publisherOf: nobody })
  expect(chain.paths).toHaveLength(MOST_PATHS)
  expect(chain.more).toBe(100 - MOST_PATHS)
  // Every node leads back to the start, through which alone the maker is reached: all but one path is a dead end.
  const clique = Array.from({ length: 14 }, (_, i) => `k${i}`)
  const dead = clique.flatMap((from) => clique.filter((to) => to !== from).map((to) => link(from, to)))
  const trap = attributionChain({
    maker: 'm',
    appearances: ['k0'],
    links: [...dead, link('k0', 'm')],
    publisherOf: nobody,
  })
  expect(trap.paths).toHaveLength(1)
})

it('stays near linear on a hub and on a long chain', () => {
  const n = 20_000
  const many = Array.from({ length: n }, (_, i) => `a${i}`)
  const hub = many.flatMap((id) => [link(id, 'hub'), link('hub', `out${id}`)])
  const start = performance.now()
  const wide = attributionChain({
    maker: 'm',
    appearances: many,
    links: [...hub, link('hub', 'm')],
    publisherOf: nobody,
  })
  expect(wide.more).toBe(n - MOST_PATHS)
  const line = many.map((id, i) => link(id, many[i + 1] ?? 'm'))
  const long = attributionChain({ maker: 'm', appearances: ['a0'], links: line, publisherOf: nobody })
  expect(long.paths[0]).toHaveLength(n)
  // Some 150 ms here; a search that is quadratic in the hub takes minutes.
  expect(performance.now() - start).toBeLessThan(5_000)
})
