/**
 * The walk (§2.2). Items of one side and one kind of access walk together: breadth first, each node expanded once,
 * so the work is linear in the links however many items enter the same chain. What each item would have met by itself
 * is then read off backwards, as bits carried from each node to the nodes that lead to it.
 */
import { type Item, isKnown } from './admit'
import { ADVERSE, ALIGNED, type Parties } from './parties'
import type { GraphLink, GraphSource, GraphSpeaker, OriginClass, Side, SourcingGraph } from './types'

/** What an item met on its way, whether or not it is counted in the end. */
export const MET = { end: 1, origin: 2, untraced: 4, self: 8, dead: 16, recanted: 32 } as const

const BIT = { proven: MET.origin, unproven: MET.origin, self: MET.self, untraced: MET.untraced } as const

/** A node as this walk reached it first, by its smallest shortest path. */
export interface Visit {
  id: string
  parent: Visit | null
  depth: number
  /** The last node of its path that is shown: itself, unless the path is longer than that. */
  shown: Visit | null
  /** Its place among all nodes, and so among those of its depth, in the order of their paths. */
  order: number
  /** The first item, by id, among those that enter where its path begins. */
  item: Item
  met: number
}

export interface End {
  type: 'proven' | 'unproven' | 'self' | 'untraced'
  class: Exclude<OriginClass, 'unproven'>
  key: string
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

interface Arrival {
  id: string
  parent: Visit | null
  item: Item
  basis: string | undefined
  capacity: string | undefined
  capacityOrg: string | null | undefined
}

const before = (a: Arrival, b: Arrival): number =>
  (a.parent && b.parent ? a.parent.order - b.parent.order : 0) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0)

/** The walk of the items of one side and one kind of access. */
export class Walk {
  readonly side: Side
  readonly background: boolean
  readonly ends: End[] = []
  readonly visits = new Map<string, Visit>()
  unverified = false
  namedOnBackground = false
  /** Whether some node was reached twice, or a link was not followed: without either there is no ring. */
  crossed = false
  /** Whether a reached source has a date. */
  dated = false
  /** Bits that belong to one item alone: what its own target is to it. */
  private own: Map<Item, number> | null = null

  /** @param recanted whether the maker has taken the claim back: then it no longer counts in support (§2.3) */
  constructor(
    private readonly graph: SourcingGraph,
    private readonly parties: Parties,
    private readonly onward: Onward,
    readonly items: Item[],
    private readonly recanted: boolean,
  ) {
    const [first] = items as [Item]
    this.side = first.side
    this.background = first.background
    let level: Arrival[] = items.map(startOf)
    for (let depth = 0; level.length > 0; depth++) {
      if (level.length > 1) level.sort(before)
      level = this.step(level, depth)
    }
    if (items.length > 1) this.carryBack()
  }

  /** Takes in the arrivals of one depth. @returns those of the next */
  private step(level: readonly Arrival[], depth: number): Arrival[] {
    const { parties, onward, visits, side } = this
    const next: Arrival[] = []
    for (const arrival of level) {
      const { id } = arrival
      const party = parties.speaker(id)
      const source = party ? undefined : parties.source(id)
      if (source && parties.isDead(source)) {
        this.note(arrival, MET.dead)
        continue
      }
      if (party) this.atSpeaker(arrival, party)
      if (visits.has(id)) {
        this.crossed = true
        continue
      }
      const visit: Visit = {
        id,
        parent: arrival.parent,
        depth,
        shown: depth < HOPS ? null : (arrival.parent?.shown ?? arrival.parent),
        order: visits.size,
        item: arrival.item,
        met: 0,
      }
      visits.set(id, visit)
      if (source?.publishedAt) this.dated = true
      const links = onward.for(side, id)
      for (const { to, basis, capacity, capacityOrg } of links)
        next.push({ id: to, parent: visit, item: arrival.item, basis, capacity, capacityOrg })
      if (links.length !== onward.all(id).length) this.crossed = true
      if (!party && links.length === 0) this.atLeaf(arrival, visit, source, next)
    }
    return next
  }

  /** A source that got it from nowhere, or an id that is in neither map. */
  private atLeaf(arrival: Arrival, visit: Visit, source: GraphSource | undefined, next: Arrival[]): void {
    const { id, item } = arrival
    if (source && this.parties.isRecord(source)) {
      if (!this.onward.isAppearance(id)) {
        visit.met |= this.atRecord(arrival, source)
        return
      }
      const { makerId } = this.parties
      if (this.side === 'supports' && makerId !== null) {
        // The utterance itself: as if the maker had been reached from it.
        const { basis, capacity, capacityOrg } = this.graph.claim
        next.push({ id: makerId, parent: visit, item, basis, capacity, capacityOrg })
        return
      }
    }
    visit.met |= this.end(arrival, 'untraced', 'unnamed', '', null, false, false)
  }

  private atSpeaker(arrival: Arrival, party: GraphSpeaker): void {
    const { parties, side, background } = this
    const { id, capacity, capacityOrg } = arrival
    const basis = arrival.basis ?? 'not_stated'
    const named = party.kind !== 'anonymous'
    const hidden = named && background
    if (hidden) this.namedOnBackground = true
    // A named speaker on background is never taken for the maker; an unnamed maker may speak that way.
    const isMaker = id === parties.makerId && !hidden
    const stance = parties.speakerStance(id, party, side, capacity, capacityOrg)
    const aligned = (stance & ALIGNED) !== 0
    let type: End['type']
    if (isKnown(basis) || (isMaker && side === 'contradicts')) type = aligned ? 'self' : 'proven'
    else if (side === 'contradicts' && aligned) type = 'self'
    else if (this.onward.for(side, id).length > 0) return
    else if (aligned) type = 'self'
    else type = basis === 'second_hand' || basis === 'inferred' ? 'untraced' : 'unproven'
    const key = hidden
      ? parties.unnamedKey(arrival.item.voucher)
      : parties.key(id, party, capacity, capacityOrg)
    const kind = named && !background ? 'named' : 'unnamed'
    this.note(arrival, this.end(arrival, type, kind, key, id, isMaker, (stance & ADVERSE) !== 0))
  }

  private atRecord(arrival: Arrival, source: GraphSource): number {
    const { parties } = this
    const issuer = source.issuer ? parties.speaker(source.issuer) : undefined
    const proper = source.authenticity === 'authenticated' && issuer?.kind !== 'anonymous'
    if (!proper) this.unverified = true
    const stance = parties.recordStance(arrival.id, source, this.side)
    const key = proper ? parties.recordKey(arrival.id, source) : parties.unnamedKey(source.publisher)
    const type = stance & ALIGNED ? 'self' : 'proven'
    return this.end(arrival, type, proper ? 'record' : 'unnamed', key, null, false, (stance & ADVERSE) !== 0)
  }

  /** Notes an end. @returns what meeting it means */
  private end(
    { id, item, parent }: Arrival,
    type: End['type'],
    kind: End['class'],
    key: string,
    speaker: string | null,
    isMaker: boolean,
    adverse: boolean,
  ): number {
    const dropped =
      this.recanted && isMaker && this.side === 'supports' && type !== 'untraced' ? 'recanted' : null
    this.ends.push({ type, class: kind, key, speaker, isMaker, adverse, id, from: parent, item, dropped })
    return dropped ? MET.end | MET.recanted : MET.end | BIT[type]
  }

  private note({ parent, item }: Arrival, bits: number): void {
    if (parent) parent.met |= bits
    else {
      this.own ??= new Map()
      this.own.set(item, (this.own.get(item) ?? 0) | bits)
    }
  }

  /** What an item met, its own target included. */
  metBy(item: Item): number {
    const own = this.own?.get(item) ?? 0
    if (this.items.length > 1) return own | (this.visits.get(item.target)?.met ?? 0)
    let met = own
    for (const visit of this.visits.values()) met |= visit.met
    return met
  }

  /** Carries what each node met back to every node that leads to it, so that each item can be asked by itself. */
  private carryBack(): void {
    const leading = new Map<Visit, Visit[]>()
    const queue: Visit[] = []
    for (const visit of this.visits.values()) {
      if (visit.met !== 0) queue.push(visit)
      for (const to of this.steps(visit)) {
        const reached = this.visits.get(to)
        if (!reached) continue
        const list = leading.get(reached)
        if (list) list.push(visit)
        else leading.set(reached, [visit])
      }
    }
    for (let visit = queue.pop(); visit; visit = queue.pop())
      for (const from of leading.get(visit) ?? [])
        if ((from.met | visit.met) !== from.met) {
          from.met |= visit.met
          queue.push(from)
        }
  }

  /** Where the walk goes on from a node, the step from an utterance to its maker included. */
  private steps({ id }: Visit): string[] {
    const links = this.onward.for(this.side, id)
    if (links.length > 0) return links.map((link) => link.to)
    const { makerId } = this.parties
    if (this.side !== 'supports' || makerId === null || !this.onward.isAppearance(id)) return []
    const source = this.parties.source(id)
    return source && this.parties.isRecord(source) ? [makerId] : []
  }
}

const startOf = (item: Item): Arrival => ({
  id: item.target,
  parent: null,
  item,
  basis: item.basis,
  capacity: item.capacity,
  capacityOrg: item.capacityOrg,
})

/** The links that exist for the claim, by where they start (§2.1, last paragraph). */
export class Onward {
  private readonly byFrom: Map<string, GraphLink[]> | null
  private readonly appearsIn: Set<string> | null
  /** Those that exist for a contradicting item, where that was asked for. */
  private readonly against = new Map<string, readonly GraphLink[]>()

  constructor(
    graph: SourcingGraph,
    private readonly parties: Parties,
  ) {
    const { appearsIn, id } = graph.claim
    this.appearsIn = appearsIn && appearsIn.length > 0 ? new Set(appearsIn) : null
    const { links } = graph
    this.byFrom = links && links.length > 0 ? new Map() : null
    if (!links || !this.byFrom) return
    for (const link of links) {
      if (!link?.from || !link.to || (link.claimId && link.claimId !== id)) continue
      const list = this.byFrom.get(link.from)
      if (list) list.push(link)
      // An id in neither map has no links.
      else if (parties.speaker(link.from) || parties.source(link.from)) this.byFrom.set(link.from, [link])
    }
  }

  all(id: string): readonly GraphLink[] {
    return this.byFrom?.get(id) ?? NO_LINKS
  }

  /** For a contradicting item, that the claim was made is no contradiction of it. */
  for(side: Side, id: string): readonly GraphLink[] {
    const links = this.byFrom?.get(id)
    if (!links) return NO_LINKS
    const { makerId } = this.parties
    if (side === 'supports' || makerId === null) return links
    const known = this.against.get(id)
    if (known) return known
    const own = this.isAppearance(id) && this.parties.source(id) !== undefined
    const existing = links.filter((link) => link.to !== makerId || !(link.claimId || own))
    this.against.set(id, existing)
    return existing
  }

  isAppearance(id: string): boolean {
    return this.appearsIn?.has(id) ?? false
  }
}
const NO_LINKS: readonly GraphLink[] = []

/** At most so many hops of a path are kept (§2, counted). */
const HOPS = 64

/** The ids from an item's target to an end. */
export const pathOf = ({ id, from }: End): string[] => {
  const ids = from && from.depth + 1 >= HOPS ? [] : [id]
  for (let visit = from?.shown ?? from; visit; visit = visit.parent) ids.push(visit.id)
  return ids.reverse()
}

/** Steps before the end; paths of different lengths are told apart without being written out. */
export const lengthOf = (end: End): number => (end.from ? end.from.depth + 1 : 0)
