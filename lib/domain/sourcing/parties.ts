/** What the rules say of single nodes, before any walk: who is who, roles held, and keys (§2.3). */
import { compareDates } from './dates'
import type { GraphSource, GraphSpeaker, SourcingGraph } from './graph'
import { smaller } from './order'

const RECORD_KINDS = new Set([
  'official_record',
  'court_record',
  'legislation',
  'dataset',
  'recording',
  'photo_or_video',
  'internal_document',
])

/** Printed for a named speaker who is reached on background. */
export const UNNAMED = 'an unnamed source'
/** The key of whoever is unnamed and vouched for by nobody. */
export const NOBODY = 'anon:nobody'

const NONE: Record<string, never> = {}
const NO_KEYS: readonly string[] = []

export class Parties {
  readonly makerId: string | null
  /** The maker, where it is in the map of speakers. */
  readonly maker: GraphSpeaker | undefined
  private readonly speakers: Record<string, GraphSpeaker>
  private readonly sources: Record<string, GraphSource>
  private readonly heldBy = new Map<GraphSpeaker, readonly string[]>()

  constructor(private readonly graph: SourcingGraph) {
    this.speakers = graph.speakers ?? NONE
    this.sources = graph.sources ?? NONE
    this.makerId = graph.claim.speaker || null
    this.maker = this.makerId === null ? undefined : this.speaker(this.makerId)
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

  isDead({ status, correctionRemovesClaim }: GraphSource): boolean {
    return status === 'retracted' || (status === 'corrected' && correctionRemovesClaim === true)
  }

  label(id: string, background: boolean): string {
    const speaker = this.speaker(id)
    if (speaker) return background && speaker.kind !== 'anonymous' ? UNNAMED : speaker.name || id
    return this.source(id)?.title || id
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
    return voucher ? `anon:org:${this.group(voucher)}` : NOBODY
  }

  /** Org keys of the roles held when the claim was made, smallest first; unknown dates count as held (§2.4). */
  held(speaker: GraphSpeaker): readonly string[] {
    const { roles } = speaker
    if (!roles || roles.length === 0) return NO_KEYS
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
    this.heldBy.set(speaker, keys)
    return keys
  }

  /** The organization that a person speaks for in official capacity. */
  speaksFor(speaker: GraphSpeaker, capacity?: string, org?: string | null): string | undefined {
    if (speaker.kind !== 'person' || capacity !== 'official') return undefined
    return org ? this.orgKey(org) : this.held(speaker)[0]
  }

  /** The key of a speaker as a root (§2.3), its anonymity granted by whoever vouches for it. */
  key(id: string, speaker: GraphSpeaker, capacity?: string, org?: string | null): string {
    if (speaker.kind === 'anonymous') return this.unnamedKey(speaker.vouchedBy)
    if (speaker.kind === 'organization') return this.orgKey(id)
    return this.speaksFor(speaker, capacity, org) ?? `person:${id}`
  }

  /** The key of a record of class record: its issuer's, where that is in the map. */
  recordKey(id: string, { issuer }: GraphSource): string {
    const speaker = issuer ? this.speaker(issuer) : undefined
    return issuer && speaker ? this.key(issuer, speaker, 'official') : `doc:${id}`
  }
}
