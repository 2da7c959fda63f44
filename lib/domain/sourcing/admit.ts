/** Which evidence is admitted (§2.1): tested in the order of the text; the first test that an item fails drops it. */
import type { SourcingGraph } from './graph'
import type { Parties } from './parties'
import type { Exclusion, Side } from './types'

const KNOWN = new Set(['first_hand', 'measured', 'official_role', 'expert'])
export const isKnown = (basis: string): boolean => KNOWN.has(basis)

/** An admitted item of evidence, with its defaults filled in. */
export interface Item {
  id: string
  side: Side
  target: string
  background: boolean
  basis: string
  capacity: string | undefined
  capacityOrg: string | null | undefined
  /** Who vouches for a named speaker that this item would reach on background. */
  voucher: string | null | undefined
}

export interface Refused {
  side: Side
  evidenceId: string
  target: string | null | undefined
  background: boolean
  reason: Exclusion
}

export interface Admitted {
  items: Item[]
  refused: Refused[]
  retractedSupport: boolean
  partialSupport: boolean
}

export const admit = (graph: SourcingGraph, parties: Parties): Admitted => {
  const items: Item[] = []
  const refused: Refused[] = []
  let retractedSupport = false
  let partialSupport = false
  for (const entry of graph.evidence ?? []) {
    const side = entry.relation
    if (side !== 'supports' && side !== 'contradicts') continue
    const access = entry.access ?? 'public'
    if (access !== 'public' && access !== 'on_record' && access !== 'on_background') continue
    const background = access === 'on_background'
    const { id, target } = entry
    const state = entry.state ?? 'active'
    if (state !== 'active') {
      if (state === 'retracted' && side === 'supports') retractedSupport = true
      refused.push({
        side,
        evidenceId: id,
        target,
        background,
        reason: state === 'retracted' ? state : 'withdrawn',
      })
    } else if (side === 'supports' && entry.covers === 'part') {
      partialSupport = true
      refused.push({ side, evidenceId: id, target, background, reason: 'partial' })
    } else if (target)
      items.push({
        id,
        side,
        target,
        background,
        basis: entry.basis ?? 'not_stated',
        capacity: entry.capacity,
        capacityOrg: entry.capacityOrg,
        voucher: background ? entry.vouchedBy || graph.newsroom : null,
      })
  }
  const own = ownWord(graph, parties)
  if (own) items.push(own)
  return { items, refused, retractedSupport, partialSupport }
}

/** The maker's own word: testimony where a named maker says how it knows, or an unnamed one does not say it was told. */
const ownWord = ({ claim, newsroom }: SourcingGraph, parties: Parties): Item | null => {
  const { maker, makerId } = parties
  if (!maker || makerId === null) return null
  const basis = claim.basis ?? 'not_stated'
  const background = maker.kind === 'anonymous'
  if (background ? basis === 'second_hand' || basis === 'inferred' : !KNOWN.has(basis)) return null
  return {
    id: 'own_word',
    side: 'supports',
    target: makerId,
    background,
    basis,
    capacity: claim.capacity,
    capacityOrg: claim.capacityOrg,
    voucher: background ? maker.vouchedBy || newsroom : null,
  }
}
