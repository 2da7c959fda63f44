/**
 * The walk (§2.2). Items of one side and one kind of access walk together: breadth first, each node expanded once,
 * so the work is linear in the links however many items enter the same chain. What each item would have met by itself
 * is then read off backwards, as bits carried from each node to the nodes that lead to it.
 */
import { isKnown, type Item } from './admit'
import type { Parties } from './parties'
import type { GraphLink, GraphSource, OriginClass, Side, SourcingGraph } from './types'

/** What an item met on its way, whether or not it is counted in the end. */
export const MET = { end: 1, origin: 2, untraced: 4, self: 8, dead: 16, recanted: 32 } as const

const BIT = { proven: MET.origin, unproven: MET.origin, self: MET.self, untraced: MET.untraced } as const

/** A node as this walk reached it first, by its smallest shortest path. */
export interface Visit {
  id: string
  parent: Visit | null
  depth: number
  /** Its place among the nodes of its depth, in the order of their paths. */
  order: number
  /** The first item, by id, among those that enter where its path begins. */
  item: Item
  met: number
}

export interface End {
  type: 'proven' | 'unproven' | 'self' | 'untraced'
  class: Exclude<OriginClass, 'unproven'>
  key: string
  label: string
  /** The speaker reached; null for a document. */
  speaker: string | null
  isMaker: boolean
  adverse: boolean
  /** The node itself. */
  id: string
  /** The node that led here; null where an item's own target is the end. */
  from: Visit | null
  item: Item
  dropped: 'recanted' | 'merged' | null
}

export interface Walk {
  side: Side
  background: boolean
  items: Item[]
  ends: End[]
  visits: Map<string, Visit>
  /** Bits that belong to one item alone: what its own target is to it. */
  own: Map<Item, number>
  unverified: boolean
  namedOnBackground: boolean
}

interface Arrival {
  id: string
  parent: Visit | null
  item: Item
  basis: string
  capacity: string | undefined
  capacityOrg: string | null | undefined
}

const before = (a: Arrival, b: Arrival): number =>
  (a.parent && b.parent ? a.parent.order - b.parent.order : 0) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0)

/** The links that exist for the claim, by where they start (§2.1, last paragraph). */
export class Onward {
  private readonly byFrom = new Map<string, GraphLink[]>()
  private readonly appearsIn: Set<string> | null

  constructor(
    graph: SourcingGraph,
    private readonly parties: Parties,
  ) {
    const { appearsIn, id } = graph.claim
    this.appearsIn = appearsIn && appearsIn.length > 0 ? new Set(appearsIn) : null
    for (const link of graph.links ?? []) {
      if (!link?.from || !link.to || (link.claimId && link.claimId !== id)) continue
      const list = this.byFrom.get(link.from)
      if (list) list.push(link)
      else if (parties.speaker(link.from) || parties.source(link.from)) this.byFrom.set(link.from, [link])
    }
  }

  all(id: string): readonly GraphLink[] {
    return this.byFrom.get(id) ?? NO_LINKS
  }

  /** For a contradicting item, that the claim was made is no contradiction of it. */
  for(side: Side, id: string): readonly GraphLink[] {
    const links = this.byFrom.get(id)
    if (!links) return NO_LINKS
    const { makerId } = this.parties
    if (side === 'supports' || makerId === null || !links.some((link) => link.to === makerId)) return links
    const own = this.isAppearance(id) && this.parties.source(id) !== undefined
    return links.filter((link) => link.to !== makerId || !(link.claimId || own))
  }

  isAppearance(id: string): boolean {
    return this.appearsIn?.has(id) ?? false
  }
}
const NO_LINKS: readonly GraphLink[] = []

/**
 * Walks the items of one side and one kind of access.
 * @param recanted whether the maker has taken the claim back: then it no longer counts on the supporting side (§2.3)
 */
export const walk = (graph: SourcingGraph, parties: Parties, onward: Onward, items: Item[], recanted: boolean): Walk => {
  const [first] = items as [Item]
  const { side, background } = first
  const self: Walk = {
    side,
    background,
    items,
    ends: [],
    visits: new Map(),
    own: new Map(),
    unverified: false,
    namedOnBackground: false,
  }
  const { visits, ends } = self
  const { makerId } = parties
  const note = (arrival: Arrival, bits: number) => {
    if (arrival.parent) arrival.parent.met |= bits
    else self.own.set(arrival.item, (self.own.get(arrival.item) ?? 0) | bits)
  }

  const end = (arrival: Arrival, fields: Pick<End, 'type' | 'class' | 'key' | 'speaker' | 'isMaker' | 'adverse'>) => {
    const { id, item, parent } = arrival
    const dropped = recanted && fields.isMaker && side === 'supports' && fields.type !== 'untraced' ? 'recanted' : null
    ends.push({ ...fields, id, item, label: parties.label(id, background), from: parent, dropped })
    return dropped ? MET.end | MET.recanted : MET.end | BIT[fields.type]
  }

  const speaker = (arrival: Arrival): void => {
    const { id, item, basis, capacity, capacityOrg } = arrival
    const party = parties.speaker(id)
    if (!party) return
    const named = party.kind !== 'anonymous'
    const hidden = named && background
    if (hidden) self.namedOnBackground = true
    // A named speaker on background is never taken for the maker; an unnamed maker may speak that way.
    const isMaker = id === makerId && !hidden
    const { aligned, adverse } = parties.speakerStance(id, side, capacity, capacityOrg)
    let type: End['type']
    if (isKnown(basis) || (isMaker && side === 'contradicts')) type = aligned ? 'self' : 'proven'
    else if (side === 'contradicts' && aligned) type = 'self'
    else if (onward.for(side, id).length > 0) return
    else if (aligned) type = 'self'
    else type = basis === 'second_hand' || basis === 'inferred' ? 'untraced' : 'unproven'
    const bits = end(arrival, {
      type,
      class: named && !background ? 'named' : 'unnamed',
      key: hidden ? parties.unnamedKey(item.voucher) : parties.key(id, party, capacity, capacityOrg),
      speaker: id,
      isMaker,
      adverse,
    })
    note(arrival, bits)
  }

  const untraced = (arrival: Arrival): number =>
    end(arrival, { type: 'untraced', class: 'unnamed', key: '', speaker: null, isMaker: false, adverse: false })

  const record = (arrival: Arrival, source: GraphSource): number => {
    const { id } = arrival
    const issuer = parties.issuer(source)
    const unnamedIssuer = issuer !== undefined && !parties.isNamed(issuer)
    const proper = source.authenticity === 'authenticated' && !unnamedIssuer
    if (!proper) self.unverified = true
    const { aligned, adverse } = parties.recordStance(id, source, side)
    return end(arrival, {
      type: aligned ? 'self' : 'proven',
      class: proper ? 'record' : 'unnamed',
      key: proper ? parties.recordKey(id, source) : parties.unnamedKey(source.publisher),
      speaker: null,
      isMaker: false,
      adverse,
    })
  }

  let level: Arrival[] = items.map((item) => ({
    id: item.target,
    parent: null,
    item,
    basis: item.basis,
    capacity: item.capacity,
    capacityOrg: item.capacityOrg,
  }))
  for (let depth = 0; level.length > 0; depth++) {
    if (level.length > 1) level.sort(before)
    const next: Arrival[] = []
    let order = 0
    for (const arrival of level) {
      const { id, item } = arrival
      const source = parties.source(id)
      if (source && parties.isDead(source)) {
        note(arrival, MET.dead)
        continue
      }
      const isSpeaker = !source && parties.speaker(id) !== undefined
      if (isSpeaker) speaker(arrival)
      if (visits.has(id)) continue
      const visit: Visit = { id, parent: arrival.parent, depth, order: order++, item, met: 0 }
      visits.set(id, visit)
      const links = onward.for(side, id)
      for (const link of links)
        next.push({
          id: link.to,
          parent: visit,
          item,
          basis: link.basis ?? 'not_stated',
          capacity: link.capacity,
          capacityOrg: link.capacityOrg,
        })
      if (isSpeaker || links.length > 0) continue
      if (!source || !parties.isRecord(source)) {
        visit.met |= untraced(arrival)
      } else if (!onward.isAppearance(id)) visit.met |= record(arrival, source)
      else if (side === 'supports' && makerId !== null) {
        // The utterance itself: as if the maker had been reached from it.
        const { basis, capacity, capacityOrg } = graph.claim
        next.push({ id: makerId, parent: visit, item, basis: basis ?? 'not_stated', capacity, capacityOrg })
      } else {
        visit.met |= untraced(arrival)
      }
    }
    level = next
  }
  return self
}

/** Where a walk goes on from a node, the step from an utterance to its maker included. */
const steps = function* (side: Side, visit: Visit, onward: Onward, parties: Parties): Generator<string> {
  const links = onward.for(side, visit.id)
  for (const link of links) yield link.to
  if (links.length > 0 || side !== 'supports' || parties.makerId === null || !onward.isAppearance(visit.id)) return
  const source = parties.source(visit.id)
  if (source && parties.isRecord(source)) yield parties.makerId
}

/** Carries what each node met back to every node that leads to it. */
export const carryBack = (self: Walk, onward: Onward, parties: Parties): void => {
  const { side, visits } = self
  const leading = new Map<Visit, Visit[]>()
  for (const visit of visits.values())
    for (const to of steps(side, visit, onward, parties)) {
      const reached = visits.get(to)
      if (!reached) continue
      const list = leading.get(reached)
      if (list) list.push(visit)
      else leading.set(reached, [visit])
    }
  const queue = [...visits.values()].filter((visit) => visit.met !== 0)
  for (let visit = queue.pop(); visit; visit = queue.pop())
    for (const from of leading.get(visit) ?? [])
      if ((from.met | visit.met) !== from.met) {
        from.met |= visit.met
        queue.push(from)
      }
}

/** What an item met, its own target included. */
export const metBy = (self: Walk, item: Item): number =>
  (self.own.get(item) ?? 0) | (self.visits.get(item.target)?.met ?? 0)

/** At most so many hops of a path are kept (§2, counted). */
const HOPS = 64

/** The ids from an item's target to an end. */
export const pathOf = (end: End): string[] => {
  const ids = [end.id]
  for (let visit = end.from; visit; visit = visit.parent) ids.push(visit.id)
  return ids.reverse().slice(0, HOPS)
}

/** Steps before the end; paths of different lengths are told apart without being written out. */
export const lengthOf = (end: End): number => (end.from ? end.from.depth + 1 : 0)
