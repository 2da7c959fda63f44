/**
 * What would change a claim's status: each thing that an editor could still find out is added to the graph, and the
 * rules are asked again. Nothing here knows what the rules will say.
 */
import { deriveSourcing } from './sourcing'
import type { SourcingGraph, Status } from './sourcing/types'
import { STATUSES } from './sourcing/types'
import { KNOWN_BASES } from './vocabulary'

export const WHAT_IFS = [
  'basis_of_maker',
  'basis_of_testimony',
  'basis_of_link',
  'origin_of_source',
  'one_named',
  'two_named',
  'record',
] as const
export type WhatIfKind = (typeof WHAT_IFS)[number]

export interface WhatIf {
  kind: WhatIfKind
  /** Whom or what it is about, as the graph names it; null for something that is not there yet. */
  about: string | null
  /** What the status would be. */
  status: Status
}

const WITNESS = 'what-if:witness'
const SECOND = 'what-if:second'
const RECORD = 'what-if:record'
const ARCHIVE = 'what-if:archive'

const isKnown = (basis: string | undefined) => (KNOWN_BASES as readonly string[]).includes(basis ?? '')

const witness = (graph: SourcingGraph, id: string): SourcingGraph => ({
  ...graph,
  speakers: { ...graph.speakers, [id]: { kind: 'person', name: id } },
  evidence: [
    ...(graph.evidence ?? []),
    { id, relation: 'supports', target: id, access: 'on_record', basis: 'first_hand' },
  ],
})

const nameOf = (graph: SourcingGraph, id: string | null | undefined): string | null =>
  (id && (graph.speakers?.[id]?.name ?? graph.sources?.[id]?.title)) || null

interface Candidate {
  kind: WhatIfKind
  about: string | null
  graph: SourcingGraph
}

/** How the people who are named already know: the maker, those who testify, those whom sources got it from. */
const knowing = (graph: SourcingGraph): Candidate[] => {
  const { claim, speakers = {}, evidence = [], links = [] } = graph
  const candidates: Candidate[] = []
  if (claim.speaker && !isKnown(claim.basis))
    candidates.push({
      kind: 'basis_of_maker',
      about: nameOf(graph, claim.speaker),
      graph: { ...graph, claim: { ...claim, basis: 'first_hand' } },
    })
  evidence.forEach((item, i) => {
    if (!item.target || !Object.hasOwn(speakers, item.target) || isKnown(item.basis)) return
    const changed = evidence.with(i, { ...item, basis: 'first_hand' })
    candidates.push({
      kind: 'basis_of_testimony',
      about: nameOf(graph, item.target),
      graph: { ...graph, evidence: changed },
    })
  })
  links.forEach((link, i) => {
    if (!Object.hasOwn(speakers, link.to) || isKnown(link.basis)) return
    candidates.push({
      kind: 'basis_of_link',
      about: nameOf(graph, link.to),
      graph: { ...graph, links: links.with(i, { ...link, basis: 'first_hand' }) },
    })
  })
  return candidates
}

/** Where a source that support rests on got it, for those of which nothing is recorded. */
const origins = (graph: SourcingGraph): Candidate[] => {
  const { sources = {}, links = [] } = graph
  const begins = new Set(links.map(({ from }) => from))
  const cited = new Set([
    ...(graph.evidence ?? []).flatMap(({ relation, target }) =>
      relation === 'supports' && target ? [target] : [],
    ),
    ...links.map(({ to }) => to),
  ])
  return [...cited]
    .filter((id) => Object.hasOwn(sources, id) && !begins.has(id))
    .map((id) => ({
      kind: 'origin_of_source',
      about: nameOf(graph, id),
      graph: {
        ...graph,
        speakers: { ...graph.speakers, [WITNESS]: { kind: 'person', name: WITNESS } },
        links: [...links, { from: id, to: WITNESS, mode: 'quotes', basis: 'first_hand' }],
      },
    }))
}

const added = (graph: SourcingGraph): Candidate[] => [
  { kind: 'one_named', about: null, graph: witness(graph, WITNESS) },
  { kind: 'two_named', about: null, graph: witness(witness(graph, WITNESS), SECOND) },
  {
    kind: 'record',
    about: null,
    graph: {
      ...graph,
      speakers: { ...graph.speakers, [ARCHIVE]: { kind: 'organization', name: ARCHIVE } },
      sources: {
        ...graph.sources,
        [RECORD]: { kind: 'official_record', title: RECORD, issuer: ARCHIVE, authenticity: 'authenticated' },
      },
      evidence: [
        ...(graph.evidence ?? []),
        { id: RECORD, relation: 'supports', target: RECORD, access: 'public', basis: 'not_stated' },
      ],
    },
  },
]

/** A graph larger than this is not tried in so many ways while somebody types. */
const MOST_CANDIDATES = 40

/**
 * What an editor could still find out that would change the status, with the status that each would give.
 * @returns each kind once for each thing that it is about; the order is that of the statuses
 */
export const whatWouldChange = (graph: SourcingGraph): WhatIf[] => {
  const now = deriveSourcing(graph).status
  const found = new Map<string, WhatIf>()
  const candidates = [...knowing(graph), ...origins(graph)].slice(0, MOST_CANDIDATES)
  for (const { kind, about, graph: changed } of [...candidates, ...added(graph)]) {
    const { status } = deriveSourcing(changed)
    // Two that give what one gives already are no advice.
    if (status === now || (kind === 'two_named' && found.get('one_named ')?.status === status)) continue
    found.set(`${kind} ${about ?? ''}`, { kind, about, status })
  }
  return [...found.values()].sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
}
