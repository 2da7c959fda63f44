/** Independent origins (§2.3): which roots count, under which keys, and the tier of each side (§2.5). */
import type { Parties } from './parties'
import type { Counted, OriginClass, Side } from './types'
import { type End, lengthOf, pathOf, type Walk } from './walk'

export interface Origin {
  key: string
  label: string
  class: OriginClass
  /** An unproven root may be a named speaker's, or somebody's reached on background. */
  named: boolean
  end: End
  /** Whether the item it is counted through is on background. */
  background: boolean
}

export interface SideOrigins {
  origins: Origin[]
  tier: number
  /** How many origins are shown (§2.5, last line). */
  shown: number
  proven: Origin[]
}

export const isRoot = (end: End): boolean => end.type === 'proven' || end.type === 'unproven'

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const RANK = { record: 0, named: 1, unnamed: 2 } as const

/** The displacements of §2.3; only what counts as a proven root displaces anything. */
export const merge = (walks: readonly Walk[], parties: Parties): void => {
  // One end has nothing to be merged with.
  if (walks.length === 1 && (walks[0]?.ends.length ?? 0) < 2) return
  const asPerson = new Set<string>()
  const openly = new Set<string>()
  for (const { background, ends } of walks)
    for (const end of ends)
      if (end.type === 'proven' && !end.dropped && end.speaker !== null) {
        if (end.key.startsWith('person:')) asPerson.add(end.speaker)
        if (!background) openly.add(end.speaker)
      }
  let unnamed = false
  for (const { background, ends } of walks)
    for (const end of ends) {
      if (!isRoot(end) || end.dropped) continue
      if (end.speaker !== null) {
        if (asPerson.has(end.speaker) && end.key.startsWith('org:')) end.dropped = 'merged'
        else if (background && openly.has(end.speaker) && parties.isNamed(end.speaker)) end.dropped = 'merged'
      }
      if (!end.dropped && end.key.startsWith('anon:org:')) unnamed = true
    }
  if (!unnamed) return
  const keys = new Set<string>()
  for (const { ends } of walks)
    for (const end of ends) if (end.type === 'proven' && !end.dropped) keys.add(end.key)
  for (const { ends } of walks)
    for (const end of ends)
      if (
        isRoot(end) &&
        !end.dropped &&
        end.key.startsWith('anon:org:') &&
        keys.has(end.key.slice('anon:'.length))
      )
        end.dropped = 'merged'
}

interface Met {
  end: End
  walk: Walk
}

/** By the shortest path, then its ids, then the item's id, the open one first. */
const nearer = (a: Met, b: Met): number => {
  const length = lengthOf(a.end) - lengthOf(b.end)
  if (length !== 0) return length
  const path = a.walk === b.walk ? inOneWalk(a.end, b.end) : byPath(a.end, b.end)
  return (
    path || smaller(a.end.item.id, b.end.item.id) || Number(a.walk.background) - Number(b.walk.background)
  )
}

/** A walk takes its nodes in the order of their paths, so that no path has to be written out. */
const inOneWalk = (a: End, b: End): number =>
  (a.from && b.from ? a.from.order - b.from.order : 0) || smaller(a.id, b.id)

const byPath = (a: End, b: End): number => {
  const [x, y] = [pathOf(a), pathOf(b)]
  for (let i = 0; i < x.length; i++) {
    const order = smaller(x[i] ?? '', y[i] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** The strongest class is kept; for the label, within that class, a speaker before a document, then the smaller. */
const strength = (end: End) => (end.type === 'unproven' ? 3 : RANK[end.class])

const better = (known: End, other: End, label: (end: End) => string): boolean => {
  const speaks = (end: End) => end.speaker !== null
  if (speaks(known) !== speaks(other)) return speaks(other)
  return label(other) < label(known)
}

/** Each distinct key once, with its tier. */
export const count = (walks: readonly Walk[], parties: Parties): SideOrigins => {
  const labelOf = (end: End) => parties.label(end.id, end.item.background)
  const best = new Map<string, Met & { label: End }>()
  for (const walk of walks)
    for (const end of walk.ends) {
      if (!isRoot(end) || end.dropped) continue
      const known = best.get(end.key)
      const rank = strength(end)
      if (!known || rank < strength(known.end)) best.set(end.key, { end, walk, label: end })
      else if (rank === strength(known.end)) {
        if (better(known.label, end, labelOf)) known.label = end
        if (nearer({ end, walk }, known) < 0) {
          known.end = end
          known.walk = walk
        }
      }
    }
  const origins: Origin[] = [...best].map(([key, { end, walk, label }]) => ({
    key,
    label: labelOf(label),
    class: end.type === 'unproven' ? 'unproven' : end.class,
    named: end.class !== 'unnamed',
    end,
    background: walk.background,
  }))
  if (origins.length > 1) origins.sort((a, b) => smaller(a.key, b.key))
  const proven = origins.filter((origin) => origin.class !== 'unproven')
  const tier = tierOf(origins, proven)
  return { origins, proven, tier, shown: tier === 2 ? 1 : proven.length || (origins.length > 0 ? 1 : 0) }
}

const tierOf = (origins: Origin[], proven: Origin[]): number => {
  if (origins.length === 0) return 0
  let named = 0
  for (const origin of proven) {
    if (origin.class === 'record') return 3
    if (origin.class === 'named') named++
  }
  if (named > 0) return proven.length > 1 ? 3 : 2
  return origins.some((origin) => origin.class === 'unproven' && origin.named) ? 2 : 1
}

/** The origins as the result lists them; a path leaves out what is reached only on background. */
export const countedOf = (
  side: Side,
  origins: readonly Origin[],
  parties: Parties,
  open: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Counted[] =>
  origins.map(({ key, label, class: kind, end, background }) => ({
    side,
    key,
    label,
    class: kind,
    evidenceId: end.item.id,
    path: pathOf(end).filter((id) => open.has(id) && !(background && parties.isNamed(id))),
  }))
