/**
 * The attribution chain of a claim (rules.md §1): the paths through the links from each source in which it appears to
 * its maker. Publishing is the last hop: a maker that is the publisher of a source needs no link from it.
 */
import { type ChainInput, distances, type Hop, type Hops, hopsOf, reachable } from './chain/graph'
import { onwardOf, pathsFrom, shortestFirst } from './chain/paths'

export type { ChainInput, ChainLink, Hop } from './chain/graph'

export interface Chain {
  /** Simple paths, the shortest first; at most MOST_PATHS, among them one from every appearance if they fit. */
  paths: Hop[][]
  /** How many more there are; at least so many where counting was given up (MOST_COUNTED, MOST_STEPS). */
  more: number
  /** What the paths lead through, then up to MOST_PATHS dangling appearances: the nodes of a small diagram. */
  nodes: string[]
  edges: Hop[]
  /** Appearances from which no path leads to the maker; all of them where there is none. */
  dangling: string[]
  /** Where the trails of the dangling appearances end: nodes without an onward link. None where they run in a ring. */
  ends: string[]
}

/** More paths than these say nothing new to a reader, and there may be exponentially many. */
export const MOST_PATHS = 12
/** Paths that are looked for, before counting stops. */
const MOST_COUNTED = 100
/** Steps of the search beyond the shortest paths, so that a hostile graph cannot hold the page. */
const MOST_STEPS = 20_000

/** The paths to show, and how many are left out; every appearance's shortest path goes before any other path. */
const choose = (
  starts: readonly string[],
  maker: string,
  hops: Hops,
  far: ReadonlyMap<string, number>,
): { paths: Hop[][]; more: number } => {
  const budget = { steps: MOST_STEPS }
  const onward = onwardOf(hops, far)
  const searches = starts.slice(0, MOST_COUNTED).map((start) => pathsFrom(start, maker, onward, budget))
  const shortest: Hop[][] = []
  for (const search of searches) {
    const { value } = search.next()
    if (value) shortest.push(value)
  }
  const others: Hop[][] = []
  for (const search of searches)
    for (const path of search) {
      if (shortest.length + others.length >= MOST_COUNTED) break
      others.push(path)
    }
  const found = [...shortest.sort(shortestFirst), ...others.sort(shortestFirst)]
  const paths = found.slice(0, MOST_PATHS).sort(shortestFirst)
  return { paths, more: found.length - paths.length + starts.length - searches.length }
}

/** Reads the chain off the links. The order of the input does not matter; rings are walked through, never round. */
export const attributionChain = (input: ChainInput): Chain => {
  const { maker } = input
  const appearances = [...new Set(input.appearances)].filter((id) => id !== maker).sort()
  const hops = hopsOf(input)
  const far = maker === null ? new Map<string, number>() : distances(maker, hops)
  const dangling = appearances.filter((id) => !far.has(id))
  const starts = appearances
    .filter((id) => far.has(id))
    .sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0) || (a < b ? -1 : 1))
  const { paths, more } = maker === null ? { paths: [], more: 0 } : choose(starts, maker, hops, far)
  const edges = new Map(paths.flat().map((hop) => [JSON.stringify(hop), hop]))
  const through = paths.flatMap((path) => path.flatMap(({ from, to }) => [from, to]))
  return {
    paths,
    more,
    nodes: [...new Set([...through, ...(maker === null ? [] : [maker]), ...dangling.slice(0, MOST_PATHS)])],
    edges: [...edges.values()],
    dangling,
    ends: [...reachable(dangling, hops)].filter((id) => !hops.has(id)).sort(),
  }
}
