/** The graph that the form would make, so that its status can be shown while it is being written. */
import { readDate } from '../edtf'
import type { GraphLink, GraphSource, GraphSpeaker } from '../sourcing/graph'
import type { SourcingGraph } from '../sourcing/types'
import { type ClaimForm, isBlank, isBlankEvidence, type Ref } from './form'
import { type RefKind, refsOf } from './record'

/** What is recorded around the references of a form, by id: what the browser is given to derive with. */
export interface Neighbourhood {
  speakers: Record<string, GraphSpeaker>
  sources: Record<string, GraphSource>
  /** Links that hold for everything their source says. */
  links: GraphLink[]
  newsroom: string | null
  /** Speakers that are news organizations. */
  outlets: string[]
}

export const NOTHING_KNOWN: Neighbourhood = {
  speakers: {},
  sources: {},
  links: [],
  newsroom: null,
  outlets: [],
}

const SPEAKER_KINDS = new Set(['person', 'organization', 'anonymous'])

/** Whether what is to be recorded under a name is a speaker. A name that nothing is said about is taken for one. */
export const makesSpeaker = (ref: Ref, takes: RefKind): boolean =>
  ref.make ? SPEAKER_KINDS.has(ref.make) : takes !== 'source'

const key = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Stands for what is not recorded yet; the same name is the same speaker wherever the form names it. */
const placeholder = (name: string): string => `new:${key(name)}`

class Builder {
  readonly speakers: Record<string, GraphSpeaker>
  readonly sources: Record<string, GraphSource>
  private readonly byName = new Map<string, string>()

  constructor(known: Neighbourhood) {
    this.speakers = { ...known.speakers }
    this.sources = { ...known.sources }
    for (const [id, speaker] of Object.entries(known.speakers))
      if (speaker.name) this.byName.set(key(speaker.name), id)
  }

  /** The organization of that name, recorded or not. */
  private organization(name: string): string | undefined {
    if (name.trim() === '') return undefined
    const known = this.byName.get(key(name))
    if (known) return known
    const id = placeholder(name)
    this.speakers[id] ??= { kind: 'organization', name: name.trim() }
    return id
  }

  /** The id of a reference; what is not recorded is put into the graph as the form describes it. */
  id(ref: Ref, takes: RefKind): string | null {
    if (isBlank(ref)) return null
    if (ref.id) return ref.id
    const id = placeholder(ref.text)
    // Said elsewhere in the form what it is.
    if (!ref.make && (this.speakers[id] || this.sources[id])) return id
    if (makesSpeaker(ref, takes)) this.addSpeaker(id, ref)
    else {
      const date = readDate(ref.date)
      this.sources[id] = {
        kind: ref.make || 'news_report',
        title: ref.text.trim(),
        publisher: this.organization(ref.publisher),
        ...(date.ok ? { publishedAt: date.edtf } : {}),
      }
    }
    return id
  }

  private addSpeaker(id: string, ref: Ref): void {
    const kind = ref.make || 'person'
    const org = this.organization(ref.org)
    this.speakers[id] = {
      kind,
      name: ref.text.trim(),
      ...(kind === 'anonymous'
        ? { vouchedBy: this.organization(ref.vouchedBy), affiliation: this.organization(ref.affiliation) }
        : {}),
      ...(kind === 'person' && org ? { roles: [{ org, title: ref.role }] } : {}),
    }
  }
}

/**
 * The graph of the claim as the form stands.
 * @param known what is recorded around the ids that the form refers to
 */
export const graphOf = (form: ClaimForm, known: Neighbourhood): SourcingGraph => {
  const build = new Builder(known)
  for (const { ref, takes } of refsOf(form)) if (ref.make) build.id(ref, takes)
  const said = readDate(form.saidOn)
  const speaker = build.id(form.speaker, 'speaker')
  const appearsIn = form.appearances.flatMap(({ source }) => build.id(source, 'source') ?? [])
  const links = form.hops.flatMap(({ from, to, mode, basis, capacity, capacityOrg }): GraphLink[] => {
    const ends = [build.id(from, 'node'), build.id(to, 'node')] as const
    return ends[0] && ends[1]
      ? [
          {
            from: ends[0],
            to: ends[1],
            mode: mode || 'attributes',
            claimId: 'form',
            basis: basis || 'not_stated',
            capacity: capacity || 'personal',
            capacityOrg: build.id(capacityOrg, 'speaker') ?? undefined,
          },
        ]
      : []
  })
  const evidence = form.evidence
    .filter((item) => !isBlankEvidence(item))
    .map((item, i) => ({
      id: item.id || `form-${i}`,
      relation: item.relation,
      covers: item.covers || 'whole',
      access: item.access || 'public',
      state: item.state || 'active',
      basis: item.basis || 'not_stated',
      capacity: item.capacity || 'personal',
      target: build.id(item.target, 'node') ?? undefined,
      capacityOrg: build.id(item.capacityOrg, 'speaker') ?? undefined,
      vouchedBy: build.id(item.vouchedBy, 'speaker') ?? undefined,
    }))
  return {
    claim: {
      id: 'form',
      speaker,
      speechAct: form.speechAct || 'assertion',
      basis: form.basis || 'not_stated',
      capacity: form.capacity || 'personal',
      capacityOrg: build.id(form.capacityOrg, 'speaker') ?? undefined,
      ...(said.ok ? { saidOn: said.edtf } : {}),
      stakes: form.stakes.flatMap(({ party, stake }) => {
        const id = build.id(party, 'speaker')
        return id ? [{ party: id, stake: stake || 'none' }] : []
      }),
      appearsIn: [...new Set(appearsIn)],
    },
    speakers: build.speakers,
    sources: build.sources,
    links: [...known.links, ...links],
    evidence,
    ...(known.newsroom ? { newsroom: known.newsroom } : {}),
  }
}

/** Ids of everything recorded that the form refers to. */
export const idsIn = (refs: readonly { ref: Ref; takes: RefKind }[]): string[] => [
  ...new Set(refs.flatMap(({ ref, takes }) => (ref.id && takes !== 'topic' ? [ref.id] : []))),
]
