/**
 * The attribution chain of a claim (rules.md §1): the paths through the links from each source in which it appears to
 * its maker. Publishing is the last hop: a maker that is the publisher of a source needs no link from it.
 */

export interface ChainLink {
  id: string
  from: string
  to: string
  mode: string
  wording: string | null
}

export interface ChainInput {
  maker: string | null
  appearances: readonly string[]
  links: readonly ChainLink[]
  publisherOf: (source: string) => string | null
}

export interface Hop {
  from: string
  to: string
  /** A link's mode, or `publishes` for the last hop from a publication to its publisher. */
  mode: string
  wording: string | null
}

export interface Chain {
  /** Simple paths, the shortest first; at most MOST_PATHS. */
  paths: Hop[][]
  /** Whether there are more than those. */
  more: number
  nodes: string[]
  edges: Hop[]
  /** Appearances from which no path leads to the maker. */
  dangling: string[]
}

/** More paths than these say nothing new to a reader, and there may be exponentially many. */
export const MOST_PATHS = 12
/** Paths counted beyond those shown, before counting stops. */
const MOST_COUNTED = 100
/** Steps of the search, so that a hostile graph cannot hold the page. */
const MOST_STEPS = 20_000

const hopOrder = (a: Hop, b: Hop) =>
  a.to < b.to ? -1 : a.to > b.to ? 1 : a.mode < b.mode ? -1 : a.mode > b.mode ? 1 : 0

const hopsByStart = ({ maker, appearances, links, publisherOf }: ChainInput): Map<string, Hop[]> => {
  const hops = new Map<string, Hop[]>()
  const seen = new Set<string>()
  const add = (hop: Hop) => {
    const key = JSON.stringify([hop.from, hop.to, hop.mode, hop.wording])
    if (seen.has(key)) return
    seen.add(key)
    const list = hops.get(hop.from)
    if (list) list.push(hop)
    else hops.set(hop.from, [hop])
  }
  for (const { from, to, mode, wording } of links) add({ from, to, mode, wording })
  const sources = new Set([...appearances, ...links.flatMap(({ from, to }) => [from, to])])
  for (const source of sources) {
    const linked = hops.get(source)?.some((hop) => hop.to === maker)
    if (maker !== null && !linked && publisherOf(source) === maker)
      add({ from: source, to: maker, mode: 'publishes', wording: null })
  }
  for (const list of hops.values()) list.sort(hopOrder)
  return hops
}

/** How far each node is from the maker, walking backwards; nodes from which it is not reached are not in it. */
const distances = (maker: string, hops: Map<string, Hop[]>): Map<string, number> => {
  const into = new Map<string, string[]>()
  for (const list of hops.values())
    for (const { from, to } of list) into.set(to, [...(into.get(to) ?? []), from])
  const far = new Map([[maker, 0]])
  for (const [node, distance] of far)
    for (const from of into.get(node) ?? []) if (!far.has(from)) far.set(from, distance + 1)
  return far
}

interface Frame {
  node: string
  next: number
}

/** Simple paths from one appearance, depth first with a stack of its own, through nodes that lead to the maker. */
const pathsFrom = function* (
  start: string,
  maker: string,
  hops: Map<string, Hop[]>,
  far: Map<string, number>,
): Generator<Hop[]> {
  const onPath = new Set([start])
  const path: Hop[] = []
  const stack: Frame[] = [{ node: start, next: 0 }]
  let steps = 0
  while (stack.length > 0 && steps++ < MOST_STEPS) {
    const frame = stack.at(-1) as Frame
    const hop = hops.get(frame.node)?.[frame.next++]
    if (!hop) {
      stack.pop()
      const back = path.pop()
      if (back) onPath.delete(back.to)
      continue
    }
    if (hop.to === maker) yield [...path, hop]
    else if (far.has(hop.to) && !onPath.has(hop.to)) {
      path.push(hop)
      onPath.add(hop.to)
      stack.push({ node: hop.to, next: 0 })
    }
  }
}

const key = (path: readonly Hop[]) => path.map((hop) => `${hop.from} ${hop.mode}`).join(' ')
const shortestFirst = (a: readonly Hop[], b: readonly Hop[]) =>
  a.length - b.length || (key(a) < key(b) ? -1 : 1)

/** Reads the chain off the links. The order of the input does not matter; rings are walked round once. */
export const attributionChain = (input: ChainInput): Chain => {
  const { maker } = input
  const appearances = [...new Set(input.appearances)].sort()
  if (maker === null) return { paths: [], more: 0, nodes: appearances, edges: [], dangling: appearances }
  const hops = hopsByStart(input)
  const far = distances(maker, hops)
  const found: Hop[][] = []
  const dangling: string[] = []
  for (const start of appearances) {
    if (start === maker) continue
    if (!far.has(start)) {
      dangling.push(start)
      continue
    }
    for (const path of pathsFrom(start, maker, hops, far)) {
      found.push(path)
      if (found.length >= MOST_COUNTED) break
    }
  }
  found.sort(shortestFirst)
  const paths = found.slice(0, MOST_PATHS)
  const edges = [...new Map(paths.flat().map((hop) => [JSON.stringify(hop), hop])).values()]
  const nodes = [
    ...new Set([...dangling, ...paths.flatMap((path) => path.flatMap(({ from, to }) => [from, to])), maker]),
  ]
  return { paths, more: found.length - paths.length, nodes, edges, dangling }
}
