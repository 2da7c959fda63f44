/**
 * Named speakers on background, whose key is that of whoever vouches for the item (§2.3, row 6). Where items differ in
 * that, each voucher has the nearest of those that its items reach: found by one search backwards from all of them,
 * not by a walk for each voucher.
 */
import { smaller } from './order'
import type { Parties } from './parties'
import { type End, trailOf, type Visit } from './path'
import type { Walk } from './walk'

/** The next step from a node to the nearest end, and how many there are. */
interface Step {
  end: End
  next: Visit | null
  length: number
}

const sooner = (a: string, b: string | undefined): boolean => b === undefined || smaller(a, b) < 0

/** One end for each voucher: of the proven ones the nearest, and of the unproven. */
export const vouchedEnds = (walk: Walk, parties: Parties): End[] => {
  const hidden = walk.ends.filter((end) => end.key === null && !end.dropped)
  return [
    ...nearestEnds(
      walk,
      hidden.filter(({ type }) => type === 'proven'),
      parties,
    ),
    ...nearestEnds(
      walk,
      hidden.filter(({ type }) => type === 'unproven'),
      parties,
    ),
  ]
}

const nearestEnds = (walk: Walk, ends: readonly End[], parties: Parties): End[] => {
  if (ends.length === 0) return []
  const steps = stepsTo(walk, ends)
  const own = new Map(ends.flatMap((end) => (end.from ? [] : [[end.item, end] as const])))
  const best = new Map<string, End>()
  for (const item of walk.items) {
    const start = walk.visits.get(item.target)
    const step = start && steps.get(start)
    const itself = own.get(item)
    const length = itself ? 0 : step?.length
    if (length === undefined) continue
    const key = parties.unnamedKey(item.voucher)
    const known = best.get(key)
    if (known && (known.trail?.length ?? 0) < length) continue
    if (known && known.trail?.length === length) {
      const order = smaller(item.target, known.item.target) || smaller(item.id, known.item.id)
      if (order >= 0) continue
    }
    const end = itself ?? (step as Step).end
    // The ids are written out at the end, for the one that is kept.
    best.set(key, { ...end, key, item, trail: { ids: [], length } })
  }
  for (const { trail, item } of best.values())
    if (trail) trail.ids = idsOf(walk, steps, trail.length, item.target)
  return [...best.values()]
}

const idsOf = (walk: Walk, steps: ReadonlyMap<Visit, Step>, length: number, target: string): string[] => {
  const start = walk.visits.get(target)
  const step = start && steps.get(start)
  if (length === 0 || !step) return [target]
  return trailOf(start, (visit) => steps.get(visit)?.next ?? null, step.end.id)
}

/** Breadth first and backwards: the smallest of the shortest paths to an end, from every node that has one. */
const stepsTo = (walk: Walk, ends: readonly End[]): Map<Visit, Step> => {
  const steps = new Map<Visit, Step>()
  for (const end of ends)
    if (end.from && sooner(end.id, steps.get(end.from)?.end.id))
      steps.set(end.from, { end, next: null, length: 1 })
  let level = [...steps.keys()]
  for (let length = 2; level.length > 0; length++) {
    const reached: Visit[] = []
    for (const visit of level) {
      const { end } = steps.get(visit) as Step
      for (const from of walk.backward?.to(visit) ?? []) {
        const known = steps.get(from)
        if (!known) reached.push(from)
        else if (known.length < length || !sooner(visit.id, known.next?.id)) continue
        steps.set(from, { end, next: visit, length })
      }
    }
    level = reached
  }
  return steps
}
