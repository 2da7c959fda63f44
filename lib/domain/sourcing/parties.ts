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

export class Parties {
  readonly makerId: string | null
  readonly maker: GraphSpeaker | undefined
  private readonly speakers: Record<string, GraphSpeaker>
  private readonly sources: Record<string, GraphSource>
  /** Bits of stakes by key; null until somebody asks for a stake that may exist. */
  private readonly stakes = new Map<string, number>()

  constructor(private readonly graph: SourcingGraph) {
    this.speakers = graph.speakers ?? NONE
    this.sources = graph.sources ?? NONE
    this.makerId = graph.claim.speaker || null
    this.maker = this.makerId === null ? undefined : this.speaker(this.makerId)
    this.readStakes()
  }

  speaker(id: string): GraphSpeaker | undefined {
    return Object.hasOwn(this.speakers, id) ? (this.speakers[id] ?? undefined) : undefined
  }

  /** An id in both maps is a speaker. */
  source(id: string): GraphSource | undefined {
    return Object.hasOwn(this.sources, id) && !this.speaker(id) ? (this.sources[id] ?? undefined) : undefined
  }

  isNamed(id: string): boolean {
    const speaker = this.speaker(id)
    return speaker !== undefined && speaker.kind !== 'anonymous'
  }

  isRecord(source: GraphSource): boolean {
    return RECORD_KINDS.has(source.kind)
  }

  isDead(source: GraphSource): boolean {
    return source.status === 'retracted' || (source.status === 'corrected' && source.correctionRemovesClaim === true)
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
  private held(speaker: GraphSpeaker): string[] {
    const { roles } = speaker
    if (!roles || roles.length === 0) return []
    const at = this.graph.claim.saidOn
    const keys: string[] = []
    for (const role of roles) {
      if (!role?.org || (role.ended && !role.to)) continue
      if (compareDates(role.from, at) > 0 || compareDates(role.to, at) < 0) continue
      keys.push(this.orgKey(role.org))
    }
    return keys.length > 1 ? keys.sort(smaller) : keys
  }

  /** The organization that a person speaks for in official capacity. */
  private speaksFor(speaker: GraphSpeaker, capacity?: string, org?: string | null): string | undefined {
    if (speaker.kind !== 'person' || capacity !== 'official') return undefined
    return org ? this.orgKey(org) : this.held(speaker)[0]
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
      const key = kind === 'person' ? `person:${party}` : kind === 'anonymous' ? `id:${party}` : this.orgKey(party)
      this.put(key, RECORDED | (stake === 'benefits' ? BENEFITS : stake === 'harmed' ? HARMED : 0))
    }
    const { maker, makerId } = this
    if (!maker || makerId === null || maker.kind === 'anonymous') return
    const own = maker.kind === 'organization' ? this.orgKey(makerId) : `person:${makerId}`
    const spokenFor = this.speaksFor(maker, claim.capacity, claim.capacityOrg)
    const recorded = (key: string) => ((this.stakes.get(key) ?? 0) & RECORDED) !== 0
    const ownRecorded = recorded(own)
    const defaults: string[] = []
    if (!ownRecorded && !(spokenFor !== undefined && recorded(spokenFor))) {
      defaults.push(own)
      if (spokenFor !== undefined) defaults.push(spokenFor)
    }
    if (!ownRecorded && maker.kind === 'person')
      for (const key of this.held(maker)) if (!recorded(key)) defaults.push(key)
    for (const key of defaults) this.put(key, BENEFITS)
  }

  /** Stakes on a speaker's own keys, and on all of its keys (those of roles and affiliation too). */
  private speakerStakes(id: string, capacity?: string, org?: string | null): { own: number; all: number } {
    const speaker = this.speaker(id)
    if (!speaker || this.stakes.size === 0) return { own: 0, all: 0 }
    const at = (key: string) => this.stakes.get(key) ?? 0
    if (speaker.kind === 'organization') {
      const own = at(this.orgKey(id))
      return { own, all: own }
    }
    if (speaker.kind === 'anonymous') {
      const own = at(`id:${id}`)
      return { own, all: speaker.affiliation ? own | at(this.orgKey(speaker.affiliation)) : own }
    }
    const spokenFor = this.speaksFor(speaker, capacity, org)
    const own = at(`person:${id}`) | (spokenFor === undefined ? 0 : at(spokenFor))
    let all = own
    for (const key of this.held(speaker)) all |= at(key)
    return { own, all }
  }

  /** Aligned: supports and benefits, or contradicts and is harmed. Adverse by its own keys alone: the other way. */
  speakerStance(id: string, side: Side, capacity?: string, org?: string | null): { aligned: boolean; adverse: boolean } {
    return stance(side, this.speakerStakes(id, capacity, org))
  }

  recordStance(id: string, source: GraphSource, side: Side): { aligned: boolean; adverse: boolean } {
    const issuer = this.issuer(source)
    if (issuer !== undefined) return this.speakerStance(issuer, side, 'official')
    const own = this.stakes.get(`doc:${id}`) ?? 0
    return stance(side, { own, all: own })
  }
}

const stance = (side: Side, { own, all }: { own: number; all: number }) => {
  const [withIt, against] = side === 'supports' ? [BENEFITS, HARMED] : [HARMED, BENEFITS]
  const aligned = (all & withIt) !== 0
  // Both at once is aligned.
  return { aligned, adverse: !aligned && (own & against) !== 0 }
}
