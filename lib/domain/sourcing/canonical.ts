/**
 * The admitted graph as canonical JSON (§2): what an override was decided on. Sorted, without names and titles, and
 * without whatever the derivation cannot see, so that renaming somebody makes no override stale.
 */
import { admit } from './admit'
import type { GraphRole, SourcingGraph } from './graph'
import { groundOf } from './onward'
import { Walk } from './walk'

/**
 * JSON with the keys of objects in order, and empty fields left out. Written in one go, without an ordered copy for
 * JSON.stringify: half the time of recording a claim went into such copies.
 */
const text = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  const fields = value as Record<string, unknown>
  let out = ''
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field === undefined || field === null) continue
    out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${text(field)}`
  }
  return `{${out}}`
}

const sorted = (values: readonly unknown[]): unknown[] => values.map(text).sort()

/** The canonical JSON of what `deriveSourcing` looks at; the caller hashes it. */
export const canonicalGraph = (graph: SourcingGraph): string => {
  const ground = groundOf(graph)
  const { parties, onward } = ground
  const { items, refused } = admit(graph, parties)
  const reached = new Set<string>()
  const collect = ({ visits }: Walk) => {
    for (const id of visits.keys()) reached.add(id)
  }
  for (const side of ['supports', 'contradicts'] as const) {
    const group = items.filter((item) => item.side === side)
    if (group.length > 0) collect(new Walk(ground, group, false))
  }
  const links: unknown[] = []
  const nodes = new Set(reached)
  const org = (id: string | null | undefined) => {
    if (id) nodes.add(id)
  }
  for (const id of reached)
    for (const { from, to, claimId, basis, capacity, capacityOrg } of onward.all(id)) {
      links.push({ from, to, scoped: Boolean(claimId), basis, capacity, capacityOrg })
      // A dead source is no end and not walked through, but that it is there counts.
      nodes.add(to)
      org(capacityOrg)
    }
  const { claim } = graph
  org(claim.speaker)
  org(claim.capacityOrg)
  org(graph.newsroom)
  for (const { party } of claim.stakes ?? []) org(party)
  for (const item of items) {
    nodes.add(item.target)
    org(item.capacityOrg)
    org(item.voucher)
  }
  const speakers: [string, unknown][] = []
  const sources: [string, unknown][] = []
  // The set grows while it is walked: employers, vouchers, publishers and issuers are looked at too.
  for (const id of nodes) {
    const speaker = parties.speaker(id)
    const source = parties.source(id)
    if (speaker) {
      const { kind, group, vouchedBy, affiliation, roles } = speaker
      for (const party of [vouchedBy, affiliation, ...(roles ?? []).map((role: GraphRole) => role.org)])
        org(party)
      const held = sorted((roles ?? []).map(({ org: at, from, to, ended }) => ({ org: at, from, to, ended })))
      speakers.push([
        id,
        { kind, group, vouchedBy, affiliation, ...(held.length > 0 ? { roles: held } : {}) },
      ])
    } else if (source) {
      const { kind, publisher, issuer, authenticity, publishedAt, status, correctionRemovesClaim } = source
      org(publisher)
      org(issuer)
      sources.push([
        id,
        { kind, publisher, issuer, authenticity, publishedAt, status, correctionRemovesClaim },
      ])
    }
  }
  const { stakes, appearsIn, id: _id, ...said } = claim
  return text({
    claim: {
      ...said,
      stakes: sorted((stakes ?? []).map(({ party, stake }) => ({ party, stake }))),
      appearsIn: [...new Set(appearsIn ?? [])].sort(),
    },
    speakers: Object.fromEntries(speakers),
    sources: Object.fromEntries(sources),
    links: sorted(links),
    evidence: sorted(items),
    refused: sorted(refused.map(({ side, reason }) => ({ side, reason }))),
  })
}
