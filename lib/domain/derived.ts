/**
 * What is stored on a claim besides what editors recorded: its sourcing status and the inverted index behind the
 * filters. A pure function of the claim's graph, so that every writer (a command, the bulk loader, the check of the
 * whole ledger) stores the same.
 */
import { parseEdtf, UNKNOWN_DAY } from './edtf'
import { deriveWithInputs } from './sourcing'
import { FAMILIES, type Sourcing, type SourcingGraph, STATUSES, type Status } from './sourcing/types'

/**
 * What a claim is found by. `source` and `testifies` are the nodes that its graph reaches openly and that readers may
 * filter by; `depends` are the speakers that it reaches on background or through context only, which nobody is shown.
 */
export const FACET_KINDS = ['topic', 'flag', 'source', 'testifies', 'depends'] as const
export type FacetKind = (typeof FACET_KINDS)[number]
export interface Facet {
  kind: FacetKind
  value: string
}

/** The derived columns of a claim, named as in the schema; `flags` is JSON text. */
export interface DerivedColumns {
  status: Status
  shownStatus: Status
  statusRank: number
  family: string
  rule: string
  ruleset: string
  sentence: string
  /** JSON of what the sentence says. */
  sentenceFacts: string
  originsFor: number | null
  originsAgainst: number | null
  originsSort: number
  tierFor: number
  tierAgainst: number
  flags: string
  evidenceFor: number
  evidenceAgainst: number
}

export interface DerivedClaim {
  columns: DerivedColumns
  facets: Facet[]
  sourcing: Sourcing
  /** The canonical JSON of what it was derived from. */
  inputs: string
}

/** First and last day of an EDTF date as stored; both UNKNOWN_DAY where there is none. */
export const dayBounds = (edtf: string | null | undefined): { from: number; to: number } => {
  const date = edtf ? parseEdtf(edtf) : null
  return date?.ok ? { from: date.from, to: date.to } : { from: UNKNOWN_DAY, to: UNKNOWN_DAY }
}

/**
 * Everything derived of one claim.
 * @param graph the claim's graph as the rules take it
 * @param extras the claim's topic ids, and the status of a standing override
 */
export const deriveClaim = (
  graph: SourcingGraph,
  extras: { topics: readonly string[]; override?: Status | null },
): DerivedClaim => {
  const { sourcing, inputs } = deriveWithInputs(graph)
  const shownStatus = extras.override ?? sourcing.status
  const counts = (relation: string) =>
    (graph.evidence ?? []).filter((e) => e.relation === relation && (e.state ?? 'active') === 'active').length
  return {
    sourcing,
    inputs,
    columns: {
      status: sourcing.status,
      shownStatus,
      statusRank: STATUSES.indexOf(shownStatus),
      family: FAMILIES[shownStatus],
      rule: sourcing.rule,
      ruleset: sourcing.ruleset,
      sentence: sourcing.explanation,
      sentenceFacts: JSON.stringify(sourcing.facts),
      originsFor: sourcing.origins?.supports ?? null,
      originsAgainst: sourcing.origins?.contradicts ?? null,
      originsSort: sourcing.origins?.supports ?? -1,
      tierFor: sourcing.tiers.supports,
      tierAgainst: sourcing.tiers.contradicts,
      flags: JSON.stringify(sourcing.flags),
      evidenceFor: counts('supports'),
      evidenceAgainst: counts('contradicts'),
    },
    facets: facetsOf(graph, sourcing, extras.topics),
  }
}

/** The internal alarm is for editors only (rules.md §2.8), so it is no public filter. */
const PRIVATE_FLAGS = new Set(['named_speaker_on_background'])

const facetsOf = (graph: SourcingGraph, sourcing: Sourcing, topics: readonly string[]): Facet[] => {
  const { speakers = {}, sources = {} } = graph
  const evidence = graph.evidence ?? []
  const maker = graph.claim.speaker
  const onward = new Map<string, string[]>()
  for (const link of graph.links ?? []) {
    const list = onward.get(link.from)
    if (list) list.push(link.to)
    else onward.set(link.from, [link.to])
  }
  const reach = (starts: Iterable<string>): Set<string> => {
    const seen = new Set(starts)
    for (const at of seen) for (const to of onward.get(at) ?? []) seen.add(to)
    return seen
  }
  const targets = (open: boolean) =>
    evidence
      .filter((e) => e.target && (open ? e.access !== 'on_background' && e.relation !== 'context' : true))
      .map((e) => e.target as string)
  const everything = reach([...(maker ? [maker] : []), ...(graph.claim.appearsIn ?? []), ...targets(false)])
  const openly = reach(targets(true))

  const facets: Facet[] = topics.map((value) => ({ kind: 'topic', value }))
  for (const flag of sourcing.flags) if (!PRIVATE_FLAGS.has(flag)) facets.push({ kind: 'flag', value: flag })
  for (const node of everything)
    if (Object.hasOwn(sources, node)) facets.push({ kind: 'source', value: node })
    // The maker is a column of the claim.
    else if (node !== maker && Object.hasOwn(speakers, node))
      facets.push({ kind: openly.has(node) ? 'testifies' : 'depends', value: node })
  return facets
}
