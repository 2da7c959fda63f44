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

it('says from where no path leads to the maker', () => {
  const chain = attributionChain({
    maker: 'm',
    appearances: ['a', 'b'],
    links: [link('a', 'm')],
    publisherOf: nobody,
  })
  expect(chain.dangling).toEqual(['b'])
  expect(
    attributionChain({ maker: null, appearances: ['a'], links: [], publisherOf: nobody }).dangling,
  ).toEqual(['a'])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'm']
const links = fc.array(
  fc.record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    mode: fc.constantFrom('cites', 'quotes'),
  }),
  { maxLength: 20 },
)

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
      expect(
        attributionChain({ ...input, links: [...all].reverse(), appearances: [...appearances].reverse() }),
      ).toEqual(chain)
    }),
  )
})

it('is not held up by a graph with exponentially many paths', () => {
  const layers = Array.from({ length: 40 }, (_, i) => [`${i}x`, `${i}y`])
  const dense = layers.flatMap((layer, i) =>
    layer.flatMap((from) => (layers[i + 1] ?? ['m', 'm']).map((to) => link(from, to))),
  )
  const chain = attributionChain({ maker: 'm', appearances: ['0x'], links: dense, publisherOf: nobody })
  expect(chain.paths).toHaveLength(MOST_PATHS)
  expect(chain.more).toBeGreaterThan(0)
})
