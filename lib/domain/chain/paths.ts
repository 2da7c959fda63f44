import type { Hop, Hops } from './graph'

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byHop = (a: Hop, b: Hop) =>
  order(a.to, b.to) || order(a.mode, b.mode) || order(a.wording ?? '', b.wording ?? '')

/** Shorter paths first; of the same length, in the order of what they lead through. */
export const shortestFirst = (a: readonly Hop[], b: readonly Hop[]): number =>
  a.length - b.length || order(JSON.stringify(a), JSON.stringify(b))

/** The hops from a node that lead on to the maker, the nearest first: the first path found is then the shortest. */
export type Onward = (node: string) => readonly Hop[]

/** @param far how far each node is from the maker; what is not in it does not lead there */
export const onwardOf = (hops: Hops, far: ReadonlyMap<string, number>): Onward => {
  const sorted = new Map<string, readonly Hop[]>()
  return (node) => {
    const known = sorted.get(node)
    if (known) return known
    const list = (hops.get(node) ?? [])
      .filter(({ to }) => far.has(to))
      .sort((a, b) => (far.get(a.to) ?? 0) - (far.get(b.to) ?? 0) || byHop(a, b))
    sorted.set(node, list)
    return list
  }
}

/**
 * Simple paths from a node to the maker, depth first with a stack of its own, the shortest one first.
 * @param budget shared by all searches; a search that has given its first path stops when it is used up
 */
export const pathsFrom = function* (
  start: string,
  maker: string,
  onward: Onward,
  budget: { steps: number },
): Generator<Hop[], undefined> {
  const onPath = new Set([start])
  const path: Hop[] = []
  const stack = [onward(start).values()]
  let isFirst = true
  while (stack.length > 0 && (isFirst || budget.steps-- > 0)) {
    const { value: hop, done } = (stack.at(-1) as ArrayIterator<Hop>).next()
    if (done) {
      stack.pop()
      const back = path.pop()
      if (back) onPath.delete(back.to)
    } else if (hop.to === maker) {
      isFirst = false
      yield [...path, hop]
    } else if (!onPath.has(hop.to)) {
      path.push(hop)
      onPath.add(hop.to)
      stack.push(onward(hop.to).values())
    }
  }
}
