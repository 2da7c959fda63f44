/** What the rules say of single nodes, before any walk: keys (§2.3), roles held, and stakes (§2.4). */
import { compareDates } from './dates'
import type { GraphSource, GraphSpeaker, Side, SourcingGraph } from './types'

const RECORD_KINDS = new Set([
  'official_record',
  'court_record',
  'legislation',
  'dataset',
  'recording',
  'photo_or_video',
  'internal_document',
])

const BENEFITS = 1
const HARMED = 2
const RECORDED = 4

/** Printed for a named speaker who is reached on background. */
export const UNNAMED = 'an unnamed source'

const NONE: Record<string, never> = {}
const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Org keys of roles held, smallest first, and the bits of the stakes on them once they have been asked for. */
interface Held {
  keys: string[]
  stakes: number | null
}
const NO_ROLES: Held = { keys: [], stakes: null }

export class Parties {
  readonly makerId: string | null
  readonly maker: GraphSpeaker | undefined
  private readonly speakers: Record<string, GraphSpeaker>
  private readonly sources: Record<string, GraphSource>
  /** Bits of stakes by key. */
  private readonly stakes = new Map<string, number>()

  private readonly heldBy = new Map<GraphSpeaker, Held>()

  constructor(private readonly graph: SourcingGraph) {
    this.speakers = graph.speakers ?? NONE
    this.sources = graph.sources ?? NONE
    this.makerId = graph.claim.speaker || null
    this.maker = this.makerId === null ? undefined : this.speaker(this.makerId)
    this.readStakes()
  }

  speaker(id: string): GraphSpeaker | undefined {
    const speaker = this.speakers[id]
    // The plain look first, because it is fast; the second, because an id may be the name of something inherited.
    return speaker && Object.hasOwn(this.speakers, id) ? speaker : undefined
  }

  /** An id in both maps is a speaker. */
  source(id: string): GraphSource | undefined {
    const source = this.sources[id]
    return source && Object.hasOwn(this.sources, id) && !this.speaker(id) ? source : undefined
  }

  isNamed(id: string): boolean {
    const speaker = this.speaker(id)
    return speaker !== undefined && speaker.kind !== 'anonymous'
  }

  isRecord(source: GraphSource): boolean {
    return RECORD_KINDS.has(source.kind)
  }

  isDead(source: GraphSource): boolean {
    return (
      source.status === 'retracted' ||
      (source.status === 'corrected' && source.correctionRemovesClaim === true)
    )
  }

  label(id: string, background: boolean): string {
    const speaker = this.speaker(id)
    if (speaker) return background && speaker.kind !== 'anonymous' ? UNNAMED : (speaker.name ?? id)
    return this.source(id)?.title ?? id
  }

  /** One step, not transitive; an organization without a group, and an id that is not in the map, is its own. */
  private group(id: string): string {
    const speaker = this.speaker(id)
    return (speaker?.kind === 'organization' && speaker.group) || id
  }

  orgKey(id: string): string {
    return `org:${this.group(id)}`
  }

  unnamedKey(voucher: string | null | undefined): string {
    return voucher ? `anon:org:${this.group(voucher)}` : 'anon:nobody'
  }

  /** Org keys of the roles held when the claim was made; unknown dates count as held. */
  private held(speaker: GraphSpeaker): Held {
    const { roles } = speaker
    if (!roles || roles.length === 0) return NO_ROLES
    const known = this.heldBy.get(speaker)
    if (known) return known
    const at = this.graph.claim.saidOn
    const keys: string[] = []
    for (const role of roles) {
      if (!role?.org || (role.ended && !role.to)) continue
      if (compareDates(role.from, at) > 0 || compareDates(role.to, at) < 0) continue
      keys.push(this.orgKey(role.org))
    }
    if (keys.length > 1) keys.sort(smaller)
    const held = { keys, stakes: null }
    this.heldBy.set(speaker, held)
    return held
  }

  /** Bits of the stakes on all roles held. */
  private roleStakes(speaker: GraphSpeaker): number {
    const held = this.held(speaker)
    if (held.stakes !== null) return held.stakes
    let bits = 0
    for (const key of held.keys) bits |= this.at(key)
    if (held !== NO_ROLES) held.stakes = bits
    return bits
  }

  /** The organization that a person speaks for in official capacity. */
  private speaksFor(speaker: GraphSpeaker, capacity?: string, org?: string | null): string | undefined {
    if (speaker.kind !== 'person' || capacity !== 'official') return undefined
    return org ? this.orgKey(org) : this.held(speaker).keys[0]
  }

  /** The key of a speaker as a root (§2.3), its anonymity granted by whoever vouches for it. */
  key(id: string, speaker: GraphSpeaker, capacity?: string, org?: string | null): string {
    if (speaker.kind === 'anonymous') return this.unnamedKey(speaker.vouchedBy)
    if (speaker.kind === 'organization') return this.orgKey(id)
    return this.speaksFor(speaker, capacity, org) ?? `person:${id}`
  }

  /** The issuer of a record, where it is in the map. */
  issuer(source: GraphSource): string | undefined {
    return source.issuer && this.speaker(source.issuer) ? source.issuer : undefined
  }

  recordKey(id: string, source: GraphSource): string {
    const issuer = this.issuer(source)
    const speaker = issuer === undefined ? undefined : this.speaker(issuer)
    return issuer !== undefined && speaker ? this.key(issuer, speaker, 'official') : `doc:${id}`
  }

  private put(key: string, bits: number): void {
    this.stakes.set(key, (this.stakes.get(key) ?? 0) | bits)
  }

  private readStakes(): void {
    const { claim } = this.graph
    for (const { party, stake } of claim.stakes ?? []) {
      if (!party) continue
      const kind = this.speaker(party)?.kind
      const key =
        kind === 'person' ? `person:${party}` : kind === 'anonymous' ? `id:${party}` : this.orgKey(party)
      this.put(key, RECORDED | (stake === 'benefits' ? BENEFITS : stake === 'harmed' ? HARMED : 0))
    }
    const { maker, makerId } = this
    if (!maker || makerId === null || maker.kind === 'anonymous') return
    const own = maker.kind === 'organization' ? this.orgKey(makerId) : `person:${makerId}`
    const spokenFor = this.speaksFor(maker, claim.capacity, claim.capacityOrg)
    const recorded = (key: string) => (this.at(key) & RECORDED) !== 0
    const ownRecorded = recorded(own)
    // A default adds no RECORDED bit, so what is put here does not hide what is asked below.
    if (!ownRecorded && !(spokenFor !== undefined && recorded(spokenFor))) {
      this.put(own, BENEFITS)
      if (spokenFor !== undefined) this.put(spokenFor, BENEFITS)
    }
    // Each role held, whoever holds it: an organization may hold one in another.
    if (!ownRecorded) for (const key of this.held(maker).keys) if (!recorded(key)) this.put(key, BENEFITS)
  }

  private at(key: string): number {
    return this.stakes.get(key) ?? 0
  }

  /** How a speaker stands to the claim, as bits of ALIGNED and ADVERSE. */
  speakerStance(id: string, party: GraphSpeaker, side: Side, capacity?: string, org?: string | null): number {
    if (this.stakes.size === 0) return 0
    if (party.kind === 'organization') {
      const own = this.at(this.orgKey(id))
      return stance(side, own, own)
    }
    if (party.kind === 'anonymous') {
      const own = this.at(`id:${id}`)
      return stance(side, own, party.affiliation ? own | this.at(this.orgKey(party.affiliation)) : own)
    }
    const spokenFor = this.speaksFor(party, capacity, org)
    const own = this.at(`person:${id}`) | (spokenFor === undefined ? 0 : this.at(spokenFor))
    return stance(side, own, own | this.roleStakes(party))
  }

  /** As speakerStance, for a record: its issuer's in official capacity. */
  recordStance(id: string, source: GraphSource, side: Side): number {
    if (this.stakes.size === 0) return 0
    const issuer = source.issuer ? this.speaker(source.issuer) : undefined
    if (issuer && source.issuer) return this.speakerStance(source.issuer, issuer, side, 'official')
    const own = this.at(`doc:${id}`)
    return stance(side, own, own)
  }
}

/** Supports and benefits, or contradicts and is harmed; both at once is aligned. */
export const ALIGNED = 1
/** The other way round, by its own keys alone. */
export const ADVERSE = 2

const stance = (side: Side, own: number, all: number): number => {
  const withIt = side === 'supports' ? BENEFITS : HARMED
  const against = side === 'supports' ? HARMED : BENEFITS
  if (all & withIt) return ALIGNED
  return own & against ? ADVERSE : 0
}
