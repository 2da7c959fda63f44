import { type Loose, smaller } from './parties'

/** 2.7: strongly connected components of more than one node, and self-loops, by brute force */
export function findRings(ids: Set<string>, within: Loose[]): string[][] {
  const reachableFrom = (start: string): Set<string> => {
    const seen = new Set<string>()
    let frontier = [start]
    while (frontier.length > 0) {
      const next = frontier.flatMap((id) => within.filter((link) => link.from === id).map((link) => link.to))
      frontier = [...new Set(next)].filter((id) => !seen.has(id))
      for (const id of frontier) seen.add(id)
    }
    return seen
  }
  const after = new Map([...ids].map((id) => [id, reachableFrom(id)]))
  // a node is in a ring if it leads back to itself; its ring is every node that it reaches and that reaches it
  return [...ids]
    .sort(smaller)
    .filter((id) => after.get(id)!.has(id))
    .map((id) =>
      [...ids].filter((other) => after.get(id)!.has(other) && after.get(other)!.has(id)).sort(smaller),
    )
    .filter((ring, index, rings) => rings.findIndex((other) => other[0] === ring[0]) === index)
}
