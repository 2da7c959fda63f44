/**
 * The admitted graph as canonical JSON (§2): what an override was decided on. Sorted, without names and titles, and
 * without whatever the derivation cannot see, so that renaming somebody makes no override stale.
 */
import type { Item } from './admit'
import type { GraphLink, GraphRole, GraphSource, GraphSpeaker } from './graph'
import { type Study, study } from './study'
import type { SourcingGraph } from './types'

/** Objects are written with their keys in order, and without the fields that are empty. */
const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined

/**
 * A node or link is the same object in the graph of every claim that reaches it while a ledger is written or checked,
 * so its text is made once for each.
 */
const textOnce = <T extends object>(shape: (value: T) => object): ((value: T) => string) => {
  const made = new WeakMap<T, string>()
  return (value) => {
    let known = made.get(value)
    if (known === undefined) made.set(value, (known = JSON.stringify(shape(value))))
    return known
  }
}

const linkText = textOnce((link: GraphLink) => ({
  basis: given(link.basis),
  capacity: given(link.capacity),
  capacityOrg: given(link.capacityOrg),
  from: link.from,
  scoped: Boolean(link.claimId),
  to: link.to,
}))

const roleText = (role: GraphRole): string =>
  JSON.stringify({ ended: given(role.ended), from: given(role.from), org: role.org, to: given(role.to) })

const speakerText = textOnce((speaker: GraphSpeaker) => ({
  affiliation: given(speaker.affiliation),
  group: given(speaker.group),
  kind: speaker.kind,
  roles: speaker.roles && speaker.roles.length > 0 ? speaker.roles.map(roleText).sort() : undefined,
  vouchedBy: given(speaker.vouchedBy),
}))

const sourceText = textOnce((source: GraphSource) => ({
  authenticity: given(source.authenticity),
  correctionRemovesClaim: given(source.correctionRemovesClaim),
  issuer: given(source.issuer),
  kind: source.kind,
  publishedAt: given(source.publishedAt),
  publisher: given(source.publisher),
  status: given(source.status),
}))

const itemText = (item: Item): string =>
  JSON.stringify({
    background: item.background,
    basis: item.basis,
    capacity: given(item.capacity),
    capacityOrg: given(item.capacityOrg),
    id: item.id,
    side: item.side,
    target: item.target,
    voucher: given(item.voucher),
  })

const claimText = (claim: SourcingGraph['claim']): string =>
  JSON.stringify({
    appearsIn: [...new Set(claim.appearsIn ?? [])].sort(),
    basis: given(claim.basis),
    capacity: given(claim.capacity),
    capacityOrg: given(claim.capacityOrg),
    saidOn: given(claim.saidOn),
    speaker: given(claim.speaker),
    speechAct: given(claim.speechAct),
    stakes: (claim.stakes ?? []).map(({ party, stake }) => JSON.stringify({ party, stake })).sort(),
  })

/** An object whose values are JSON already, with its keys in order. */
const objectOf = (fields: (readonly [key: string, json: string])[]): string => {
  fields.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  let text = ''
  for (const [key, json] of fields) text += `${text && ','}${JSON.stringify(key)}:${json}`
  return `{${text}}`
}

/** Texts of JSON in order, as an array of strings. */
const listOf = (texts: string[]): string => JSON.stringify(texts.sort())

/** The canonical JSON of what `deriveSourcing` looks at; the caller hashes it. */
export const canonicalGraph = (graph: SourcingGraph): string => canonicalOf(study(graph))

/** The same, of a graph that has been studied. */
export const canonicalOf = ({ graph, ground, admitted, support, against }: Study): string => {
  const { parties, onward } = ground
  const { items, refused } = admitted
  const reached = new Set<string>()
  for (const { walks } of [support, against])
    for (const { visits } of walks) for (const id of visits.keys()) reached.add(id)
  const links: string[] = []
  const nodes = new Set(reached)
  const org = (id: string | null | undefined) => {
    if (id) nodes.add(id)
  }
  for (const id of reached)
    for (const link of onward.all(id)) {
      links.push(linkText(link))
      // A dead source is no end and not walked through, but that it is there counts.
      nodes.add(link.to)
      org(link.capacityOrg)
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
  const speakers: [string, string][] = []
  const sources: [string, string][] = []
  // The set grows while it is walked: employers, vouchers, publishers and issuers are looked at too.
  for (const id of nodes) {
    const speaker = parties.speaker(id)
    const source = parties.source(id)
    if (speaker) {
      org(speaker.vouchedBy)
      org(speaker.affiliation)
      for (const role of speaker.roles ?? []) org(role.org)
      speakers.push([id, speakerText(speaker)])
    } else if (source) {
      org(source.publisher)
      org(source.issuer)
      sources.push([id, sourceText(source)])
    }
  }
  const parts = {
    claim: claimText(claim),
    evidence: listOf(items.map(itemText)),
    links: listOf(links),
    refused: listOf(refused.map(({ side, reason }) => JSON.stringify({ reason, side }))),
    sources: objectOf(sources),
    speakers: objectOf(speakers),
  }
  return objectOf(Object.entries(parts))
}
