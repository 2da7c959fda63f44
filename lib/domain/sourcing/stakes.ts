/** Who has a stake in the claim, and so is aligned with it or adverse to it (§2.4). */
import type { GraphSource, GraphSpeaker, SourcingGraph } from './graph'
import { Parties } from './parties'
import type { Side } from './types'

const BENEFITS = 1
const HARMED = 2
/** Some stake is recorded, `none` too: then nothing is assumed. */
const RECORDED = 4

/** Supports and benefits, or contradicts and is harmed; both at once is aligned. */
export const ALIGNED = 1
/** The other way round, by its own keys alone: roles that it does not speak for, and an affiliation, do not flag. */
export const ADVERSE = 2

export class Stakes {
  /** Bits of stakes by key. */
  private readonly at = new Map<string, number>()
  /** Bits on the roles that a speaker holds, once they have been asked for. */
  private readonly onRoles = new Map<GraphSpeaker, number>()

  constructor(
    { claim }: SourcingGraph,
    private readonly parties: Parties,
  ) {
    const { stakes } = claim
    if (stakes)
      for (const { party, stake } of stakes)
        if (party) {
          const bits = stake === 'benefits' ? BENEFITS : stake === 'harmed' ? HARMED : 0
          this.put(this.keyOf(party), RECORDED | bits)
        }
    const { maker, makerId } = parties
    if (!maker || makerId === null || maker.kind === 'anonymous') return
    this.assume(makerId, maker, parties.speaksFor(maker, claim.capacity, claim.capacityOrg))
  }

  /** A party's `person:` key, org key or own id; an id that is not in the map is an organization's. */
  keyOf(party: string): string {
    const speaker = this.parties.speaker(party)
    if (!speaker || speaker.kind === 'organization') return this.parties.orgKey(party)
    return speaker.kind === 'anonymous' ? `id:${party}` : `person:${party}`
  }

  /** A named maker benefits from its own claim, unless something else is recorded. */
  private assume(id: string, maker: GraphSpeaker, spokenFor: string | undefined): void {
    const own = this.keyOf(id)
    const ownRecorded = this.isRecorded(own)
    // A default adds no RECORDED bit, so what is put here does not hide what is asked below.
    if (!ownRecorded && !(spokenFor !== undefined && this.isRecorded(spokenFor))) {
      this.put(own, BENEFITS)
      if (spokenFor !== undefined) this.put(spokenFor, BENEFITS)
    }
    // Each role held, whoever holds it: an organization may hold one in another.
    if (!ownRecorded)
      for (const key of this.parties.held(maker)) if (!this.isRecorded(key)) this.put(key, BENEFITS)
  }

  /** Whether a party is taken to benefit because nothing is recorded of it. */
  isAssumed(key: string): boolean {
    return (this.on(key) & (BENEFITS | RECORDED)) === BENEFITS
  }

  private put(key: string, bits: number): void {
    this.at.set(key, (this.at.get(key) ?? 0) | bits)
  }

  private on(key: string): number {
    return this.at.get(key) ?? 0
  }

  private isRecorded(key: string): boolean {
    return (this.on(key) & RECORDED) !== 0
  }

  private roles(speaker: GraphSpeaker): number {
    const held = this.parties.held(speaker)
    if (held.length === 0) return 0
    const known = this.onRoles.get(speaker)
    if (known !== undefined) return known
    let bits = 0
    for (const key of held) bits |= this.on(key)
    this.onRoles.set(speaker, bits)
    return bits
  }

  /** How a speaker stands to the claim, as bits of ALIGNED and ADVERSE. */
  ofSpeaker(id: string, party: GraphSpeaker, side: Side, capacity?: string, org?: string | null): number {
    if (this.at.size === 0) return 0
    if (party.kind === 'organization') {
      const own = this.on(this.parties.orgKey(id))
      return stance(side, own, own)
    }
    if (party.kind === 'anonymous') {
      const own = this.on(`id:${id}`)
      const { affiliation } = party
      return stance(side, own, affiliation ? own | this.on(this.parties.orgKey(affiliation)) : own)
    }
    const spokenFor = this.parties.speaksFor(party, capacity, org)
    const own = this.on(`person:${id}`) | (spokenFor === undefined ? 0 : this.on(spokenFor))
    return stance(side, own, own | this.roles(party))
  }

  /** As ofSpeaker, for a record: its issuer's in official capacity. One without has a key that no stake is put on. */
  ofRecord({ issuer }: GraphSource, side: Side): number {
    const speaker = issuer ? this.parties.speaker(issuer) : undefined
    return issuer && speaker ? this.ofSpeaker(issuer, speaker, side, 'official') : 0
  }
}

const stance = (side: Side, own: number, all: number): number => {
  const withIt = side === 'supports' ? BENEFITS : HARMED
  const against = side === 'supports' ? HARMED : BENEFITS
  if (all & withIt) return ALIGNED
  return own & against ? ADVERSE : 0
}

/** A party that is taken to benefit from the claim, though no stake is recorded of it. */
export interface AssumedStake {
  id: string
  name: string
  /** Because it says the claim, because it is said on its behalf, or because the maker holds a role there. */
  why: 'maker' | 'spoken_for' | 'role'
}

/** Whom the rules take to benefit by default (§2.4), with the reason: what a form shows before anything is recorded. */
export const assumedStakes = (graph: SourcingGraph): AssumedStake[] => {
  const parties = new Parties(graph)
  const { maker, makerId } = parties
  if (!maker || makerId === null) return []
  const stakes = new Stakes(graph, parties)
  const { capacity, capacityOrg } = graph.claim
  const spokenFor = parties.speaksFor(maker, capacity, capacityOrg)
  const found = new Map<string, AssumedStake>()
  const ask = (id: string, key: string, why: AssumedStake['why']) => {
    const name = parties.speaker(id)?.name ?? id
    if (!found.has(id) && stakes.isAssumed(key)) found.set(id, { id, name, why })
  }
  ask(makerId, stakes.keyOf(makerId), 'maker')
  for (const org of [capacityOrg, ...(maker.roles ?? []).map((role) => role.org)])
    if (org) ask(org, parties.orgKey(org), parties.orgKey(org) === spokenFor ? 'spoken_for' : 'role')
  return [...found.values()]
}
