export interface ChainLink {
  id: string
  from: string
  to: string
  mode: string
  wording: string | null
}

export interface ChainInput {
  /** Null for a rumour. */
  maker: string | null
  /** The sources that carry the utterance itself. */
  appearances: readonly string[]
  /** The links that exist for the claim: those of whole sources and those of this claim alike. */
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

/** The hops that leave each node; a node without any is not in it. */
export type Hops = ReadonlyMap<string, readonly Hop[]>

/** The links as hops, each once, with the hop from what the maker published to the maker where no link says more. */
export const hopsOf = ({ maker, appearances, links, publisherOf }: ChainInput): Hops => {
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
  if (maker === null) return hops
  const linked = new Set(links.filter(({ to }) => to === maker).map(({ from }) => from))
  for (const id of new Set([...appearances, ...links.flatMap(({ from, to }) => [from, to])]))
    if (!linked.has(id) && publisherOf(id) === maker)
      add({ from: id, to: maker, mode: 'publishes', wording: null })
  return hops
}

/** How far each node is from the maker, walking backwards; nodes from which it is not reached are not in it. */
export const distances = (maker: string, hops: Hops): Map<string, number> => {
  const into = new Map<string, string[]>()
  for (const list of hops.values())
    for (const { from, to } of list) {
      const froms = into.get(to)
      if (froms) froms.push(from)
      else into.set(to, [from])
    }
  const far = new Map([[maker, 0]])
  for (const [node, distance] of far)
    for (const from of into.get(node) ?? []) if (!far.has(from)) far.set(from, distance + 1)
  return far
}

/** Every node that the hops lead to from the starts, with the starts. */
export const reachable = (starts: readonly string[], hops: Hops): Set<string> => {
  const seen = new Set(starts)
  for (const node of seen) for (const { to } of hops.get(node) ?? []) seen.add(to)
  return seen
}
