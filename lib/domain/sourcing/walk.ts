/**
 * The walk (§2.2). Items of one side and one kind of access walk together: breadth first, each node expanded once,
 * so the work is linear in the links however many items enter the same chain. What each item would have met by itself
 * is then read off backwards (./backward).
 */
import { type Item, isKnown } from './admit'
import { Backward, MET } from './backward'
import type { GraphSource, GraphSpeaker } from './graph'
import type { Ground } from './onward'
import { smaller } from './order'
import { type End, shownOf, type Visit } from './path'
import { ADVERSE, ALIGNED } from './stakes'
import type { Side } from './types'

const BIT = { proven: MET.origin, unproven: MET.origin, self: MET.self, untraced: MET.untraced } as const

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
  smaller(a.id, b.id) ||
  smaller(a.item.id, b.item.id)

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
  /** The way back from each node, where there is more than one item to tell apart. */
  readonly backward: Backward | null
  /** Bits that belong to one item alone: what its own target is to it. */
  private own: Map<Item, number> | null = null
  /** The key of named speakers on background; null where it depends on the item, undefined before it is asked for. */
  private hiddenKey: string | null | undefined

  /** @param recanted whether the maker has taken the claim back: then it no longer counts in support (§2.3) */
  constructor(
    private readonly ground: Ground,
    readonly items: Item[],
    private readonly recanted: boolean,
  ) {
    const [first] = items as [Item]
    this.side = first.side
    this.background = first.background
    let level: Arrival[] = []
    for (const item of items) {
      const { target: id, basis, capacity, capacityOrg } = item
      level.push({ id, parent: null, item, basis, capacity, capacityOrg })
    }
    for (let depth = 0; level.length > 0; depth++) {
      if (level.length > 1) level.sort(before)
      level = this.step(level, depth)
    }
    this.backward = items.length > 1 ? new Backward(ground.onward, this.side, this.visits) : null
  }

  /** Takes in the arrivals of one depth. @returns those of the next */
  private step(level: readonly Arrival[], depth: number): Arrival[] {
    const { side, visits } = this
    const { parties, onward } = this.ground
    const next: Arrival[] = []
    for (const arrival of level) {
      const { id, parent, item } = arrival
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
      const visit = { id, parent, depth, shown: shownOf(parent, depth), order: visits.size, item, met: 0 }
      visits.set(id, visit)
      if (source?.publishedAt) this.dated = true
      const links = onward.for(side, id)
      for (const { to, basis, capacity, capacityOrg } of links)
        next.push({ id: to, parent: visit, item, basis, capacity, capacityOrg })
      if (links.length !== onward.all(id).length) this.crossed = true
      if (!party && links.length === 0) this.atLeaf(arrival, visit, source, next)
    }
    return next
  }

  /** A source that got it from nowhere, or an id that is in neither map. */
  private atLeaf(arrival: Arrival, visit: Visit, source: GraphSource | undefined, next: Arrival[]): void {
    const { parties, onward, graph } = this.ground
    const { id, item } = arrival
    if (source && parties.isRecord(source)) {
      if (!onward.isAppearance(id)) {
        visit.met |= this.atRecord(arrival, source)
        return
      }
      const maker = onward.speaks(this.side, id)
      if (maker !== null) {
        // The utterance itself: as if the maker had been reached from it.
        const { basis, capacity, capacityOrg } = graph.claim
        next.push({ id: maker, parent: visit, item, basis, capacity, capacityOrg })
        return
      }
    }
    visit.met |= this.end(arrival, 'untraced', 'unnamed', '', null, false, 0)
  }

  private atSpeaker(arrival: Arrival, party: GraphSpeaker): void {
    const { side, background } = this
    const { parties, stakes, onward } = this.ground
    const { id, capacity, capacityOrg } = arrival
    const basis = arrival.basis ?? 'not_stated'
    const named = party.kind !== 'anonymous'
    const hidden = named && background
    if (hidden) this.namedOnBackground = true
    // A named speaker on background is never taken for the maker; an unnamed maker may speak that way.
    const isMaker = id === parties.makerId && !hidden
    const stance = stakes.ofSpeaker(id, party, side, capacity, capacityOrg)
    const aligned = (stance & ALIGNED) !== 0
    let type: End['type']
    if (isKnown(basis) || (isMaker && side === 'contradicts')) type = aligned ? 'self' : 'proven'
    else if (side === 'contradicts' && aligned) type = 'self'
    else if (onward.for(side, id).length > 0) return
    else if (aligned) type = 'self'
    else type = basis === 'second_hand' || basis === 'inferred' ? 'untraced' : 'unproven'
    const key = hidden ? this.keyOfHidden() : parties.key(id, party, capacity, capacityOrg)
    const kind = named && !background ? 'named' : 'unnamed'
    this.note(arrival, this.end(arrival, type, kind, key, id, isMaker, stance))
  }

  private atRecord(arrival: Arrival, source: GraphSource): number {
    const { parties, stakes } = this.ground
    const issuer = source.issuer ? parties.speaker(source.issuer) : undefined
    const proper = source.authenticity === 'authenticated' && issuer?.kind !== 'anonymous'
    if (!proper) this.unverified = true
    const stance = stakes.ofRecord(source, this.side)
    const key = proper ? parties.recordKey(arrival.id, source) : parties.unnamedKey(source.publisher)
    const type = stance & ALIGNED ? 'self' : 'proven'
    return this.end(arrival, type, proper ? 'record' : 'unnamed', key, null, false, stance)
  }

  /** Notes an end. @returns what meeting it means */
  private end(
    { id, item, parent: from }: Arrival,
    type: End['type'],
    kind: End['class'],
    key: string | null,
    speaker: string | null,
    isMaker: boolean,
    stance: number,
  ): number {
    const dropped =
      this.recanted && isMaker && this.side === 'supports' && type !== 'untraced' ? 'recanted' : null
    const adverse = (stance & ADVERSE) !== 0
    this.ends.push({
      type,
      class: kind,
      key,
      speaker,
      isMaker,
      adverse,
      id,
      from,
      item,
      dropped,
      trail: null,
    })
    return dropped ? MET.end | MET.recanted : MET.end | BIT[type]
  }

  /** The key that all items give to a named speaker on background; null if they do not agree. */
  private keyOfHidden(): string | null {
    if (this.hiddenKey === undefined) {
      const { parties } = this.ground
      const keys = new Set(this.items.map(({ voucher }) => parties.unnamedKey(voucher)))
      this.hiddenKey = keys.size === 1 ? ([...keys][0] ?? null) : null
    }
    return this.hiddenKey
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
    let met = this.own?.get(item) ?? 0
    if (this.backward) met |= this.visits.get(item.target)?.met ?? 0
    else for (const visit of this.visits.values()) met |= visit.met
    return met
  }
}
