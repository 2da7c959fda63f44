/** Independent origins (§2.3): each distinct key counts once per side; and the tier that they come to (§2.5). */
import { rootsOf } from './merge'
import { smaller } from './order'
import type { Parties } from './parties'
import { type End, nearer, pathOf } from './path'
import type { Counted, OriginClass, Side } from './types'
import type { Walk } from './walk'

export interface Origin {
  key: string
  label: string
  class: OriginClass
  /** An unproven root may be a named speaker's, or somebody's reached on background. */
  named: boolean
  /** The nearest of those that share the key, of the strongest class. */
  end: End
}

export interface SideOrigins {
  origins: Origin[]
  proven: Origin[]
  tier: number
  /** How many origins are shown (§2.5, last line). */
  shown: number
}

const RANK = { record: 0, named: 1, unnamed: 2 } as const
const strength = (end: End): number => (end.type === 'unproven' ? 3 : RANK[end.class])

const originOf = (end: End, key: string, parties: Parties): Origin => ({
  key,
  label: parties.label(end.id, end.item.background),
  class: end.type === 'unproven' ? 'unproven' : end.class,
  named: end.class !== 'unnamed',
  end,
})

/** The strongest class is kept; for the label, within that class, a speaker before a document, then the smaller. */
const originsOf = (roots: readonly End[], parties: Parties): Origin[] => {
  const [first] = roots
  if (first === undefined) return []
  if (roots.length === 1) return [originOf(first, first.key ?? '', parties)]
  const best = new Map<string, { origin: Origin; speaks: boolean }>()
  for (const end of roots) {
    const key = end.key ?? ''
    const known = best.get(key)
    const speaks = end.speaker !== null
    const rank = strength(end)
    if (!known || rank < strength(known.origin.end))
      best.set(key, { origin: originOf(end, key, parties), speaks })
    else if (rank === strength(known.origin.end)) {
      const { origin } = known
      if (nearer(end, origin.end) < 0) origin.end = end
      if (known.speaks && !speaks) continue
      const label = parties.label(end.id, end.item.background)
      if (known.speaks !== speaks || label < origin.label) {
        origin.label = label
        known.speaks = speaks
      }
    }
  }
  const origins: Origin[] = []
  for (const { origin } of best.values()) origins.push(origin)
  return origins.length > 1 ? origins.sort(byKey) : origins
}

const byKey = (a: Origin, b: Origin): number => smaller(a.key, b.key)
const isProven = (origin: Origin): boolean => origin.class !== 'unproven'

/** Counts one side. */
export const count = (walks: readonly Walk[], parties: Parties): SideOrigins => {
  const origins = originsOf(rootsOf(walks, parties), parties)
  const proven = origins.every(isProven) ? origins : origins.filter(isProven)
  const tier = tierOf(origins, proven)
  return { origins, proven, tier, shown: tier === 2 ? 1 : proven.length || (origins.length > 0 ? 1 : 0) }
}

/** The tier of a side (§2.5). */
const tierOf = (origins: readonly Origin[], proven: readonly Origin[]): number => {
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
  origins.map(({ key, label, class: kind, end }) => ({
    side,
    key,
    label,
    class: kind,
    evidenceId: end.item.id,
    path: pathOf(end).filter((id) => open.has(id) && !(end.item.background && parties.isNamed(id))),
  }))
