/** What is not counted, and why (§2): one entry for each item and reason, labelled by the item's target. */
import type { Refused } from './admit'
import { MET } from './backward'
import { smaller } from './order'
import type { Parties } from './parties'
import type { Ids } from './rings'
import type { SideResult } from './side'
import type { Exclusion, NotCounted } from './types'

const REASONS: readonly [Exclusion, (met: number, counted: boolean) => boolean][] = [
  ['retracted', (met) => !(met & MET.end) && (met & MET.dead) !== 0],
  ['circular', (met) => !(met & (MET.end | MET.dead))],
  ['untraced', (met) => (met & MET.untraced) !== 0],
  ['interested_party', (met) => (met & MET.self) !== 0],
  ['recanted', (met) => (met & MET.recanted) !== 0],
  ['same_origin', (met, counted) => (met & MET.origin) !== 0 && !counted],
]

/** An item that reaches origins and nothing else. */
const COUNTED = MET.end | MET.origin

const inOrder = (a: NotCounted, b: NotCounted): number =>
  (a.side === b.side ? 0 : a.side === 'supports' ? -1 : 1) ||
  smaller(a.evidenceId, b.evidenceId) ||
  smaller(a.reason, b.reason) ||
  smaller(a.label, b.label)

export const excludedOf = (
  refused: readonly Refused[],
  sides: readonly SideResult[],
  parties: Parties,
  open: Ids,
): NotCounted[] => {
  const list: NotCounted[] = []
  for (const { side, evidenceId, target, background, reason } of refused) {
    // A name that is reached only on background is printed nowhere, so not for an item that was refused either.
    const hidden = background || (target && isHidden(target, sides, open))
    list.push({ side, evidenceId, label: target ? parties.label(target, Boolean(hidden)) : '', reason })
  }
  for (const { items } of sides)
    for (const { item, met, counted } of items) {
      if (met === COUNTED && counted) continue
      const label = parties.label(item.target, item.background)
      for (const [reason, holds] of REASONS)
        if (holds(met, counted)) list.push({ side: item.side, evidenceId: item.id, label, reason })
    }
  return list.length > 1 ? list.sort(inOrder) : list
}

const isHidden = (id: string, sides: readonly SideResult[], open: Ids): boolean => {
  if (open.has(id)) return false
  for (const { walks } of sides) for (const { visits } of walks) if (visits.has(id)) return true
  return false
}
