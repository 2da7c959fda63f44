import type { SourcingGraph } from '../../domain/sourcing/types'
import type { LinkRow, Rows, SourceRow, SpeakerRow } from './rows'

/** The links that exist for one claim: those of whole sources, and those joined to it. */
const linksFor = (
  rows: Rows,
  claimId: string,
  bySource: Map<string, LinkRow[]>,
  starts: Iterable<string>,
) => {
  const own = new Map<string, LinkRow[]>()
  for (const { linkId } of rows.claims.get(claimId)?.links ?? []) {
    const link = rows.links.get(linkId)
    if (link?.scope === 'claims') push(own, link.fromId, link)
  }
  const links: LinkRow[] = []
  const seen = new Set(starts)
  const follow = (some: readonly LinkRow[] | undefined) => {
    if (some)
      for (const link of some) {
        links.push(link)
        seen.add(link.toId)
      }
  }
  for (const node of seen) {
    follow(bySource.get(node))
    follow(own.get(node))
  }
  return { links, nodes: seen }
}

const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Links that hold for everything their source says, by where they start. */
export const wholeSourceLinks = (rows: Rows): Map<string, LinkRow[]> => {
  const map = new Map<string, LinkRow[]>()
  for (const link of rows.links.values()) if (link.scope === 'source') push(map, link.fromId, link)
  return map
}

/**
 * The graph of one claim in the form of the rules, cut to what can be reached from it.
 * @throws never; ids without a row are left for the rules, which take them as untraced
 */
export const assembleGraph = (
  rows: Rows,
  claimId: string,
  bySource: Map<string, LinkRow[]> = wholeSourceLinks(rows),
): { graph: SourcingGraph; links: LinkRow[] } => {
  const claim = rows.claims.get(claimId)
  if (!claim) throw new Error(`assembleGraph was asked for a claim that was not loaded: ${claimId}`)
  const appearsIn = [...new Set(claim.appearances.map((a) => a.sourceId))]
  const starts = [
    ...(claim.speakerId ? [claim.speakerId] : []),
    ...appearsIn,
    ...claim.evidence.flatMap((e) => (e.targetId ? [e.targetId] : [])),
  ]
  const { links, nodes } = linksFor(rows, claimId, bySource, starts)
  const removed = new Set(claim.corrections.map((c) => c.sourceId))
  const sources: NonNullable<SourcingGraph['sources']> = Object.create(null)
  const parties = new Set<string>()
  const party = (...ids: (string | null | undefined)[]) => {
    for (const id of ids) if (id) parties.add(id)
  }
  for (const node of nodes) {
    const source = rows.sources.get(node)
    if (source) {
      sources[node] = removed.has(node)
        ? { ...sourceOf(source), correctionRemovesClaim: true }
        : sourceOf(source)
      party(source.publisherId, source.issuerId)
    } else parties.add(node)
  }
  party(claim.capacityOrgId, rows.newsroom, ...claim.stakes.map((s) => s.partyId))
  for (const item of claim.evidence) party(item.capacityOrgId, item.vouchedById)
  for (const link of links) party(link.capacityOrgId)
  const speakers: NonNullable<SourcingGraph['speakers']> = Object.create(null)
  // Employers and vouchers of parties are added too, and lead no further: what else is loaded must not matter.
  for (const id of [...parties]) {
    const speaker = rows.speakers.get(id)
    if (!speaker) continue
    speakers[id] = speakerOf(speaker)
    party(speaker.vouchedById, speaker.affiliationId)
    for (const { orgId } of speaker.roles) parties.add(orgId)
  }
  for (const id of parties) {
    const speaker = Object.hasOwn(speakers, id) ? undefined : rows.speakers.get(id)
    if (speaker) speakers[id] = speakerOf(speaker)
  }
  const graph: SourcingGraph = {
    claim: {
      id: claim.id,
      speaker: claim.speakerId,
      speechAct: claim.speechAct,
      basis: claim.basis,
      capacity: claim.capacity,
      ...(claim.capacityOrgId ? { capacityOrg: claim.capacityOrgId } : {}),
      ...(claim.saidOn ? { saidOn: claim.saidOn } : {}),
      stakes: claim.stakes.map(({ partyId, stake }) => ({ party: partyId, stake })),
      appearsIn,
    },
    speakers,
    sources,
    links: links.map((link) => (link.scope === 'claims' ? { ...linkOf(link), claimId } : linkOf(link))),
    evidence: claim.evidence.map((e) => ({
      id: e.id,
      relation: e.relation,
      covers: e.covers,
      access: e.access,
      state: e.state,
      basis: e.basis,
      capacity: e.capacity,
      target: e.targetId || undefined,
      capacityOrg: e.capacityOrgId || undefined,
      vouchedBy: e.vouchedById || undefined,
    })),
    ...(rows.newsroom ? { newsroom: rows.newsroom } : {}),
  } as SourcingGraph
  return { graph, links }
}

/** Everything that was loaded around some nodes, in the form of the rules, without a claim. */
export const assembleAround = (rows: Rows) => ({
  speakers: Object.fromEntries([...rows.speakers].map(([id, row]) => [id, speakerOf(row)])),
  sources: Object.fromEntries([...rows.sources].map(([id, row]) => [id, sourceOf(row)])),
  links: [...rows.links.values()].map(linkOf),
  newsroom: rows.newsroom,
  outlets: [...rows.speakers.values()].filter(({ outlet }) => outlet).map(({ id }) => id),
})

/**
 * What is made of a row is the same for every claim that reaches it, and popular speakers and sources are reached by
 * thousands, so it is made once for each row. Nothing changes a row after it was loaded.
 */
const once = <Row extends object, Made>(make: (row: Row) => Made): ((row: Row) => Made) => {
  const made = new WeakMap<Row, Made>()
  return (row) => {
    let known = made.get(row)
    if (known === undefined) made.set(row, (known = make(row)))
    return known
  }
}

const linkOf = once((link: LinkRow) => ({
  from: link.fromId,
  to: link.toId,
  mode: link.mode,
  basis: link.basis,
  capacity: link.capacity,
  ...(link.capacityOrgId ? { capacityOrg: link.capacityOrgId } : {}),
}))

const sourceOf = once((source: SourceRow) => ({
  kind: source.kind,
  title: source.title,
  authenticity: source.authenticity,
  status: source.status,
  ...(source.publisherId ? { publisher: source.publisherId } : {}),
  ...(source.issuerId ? { issuer: source.issuerId } : {}),
  ...(source.publishedAt ? { publishedAt: source.publishedAt } : {}),
}))

const speakerOf = once((speaker: SpeakerRow) => ({
  kind: speaker.kind as 'person' | 'organization' | 'anonymous',
  name: speaker.name,
  ...(speaker.groupId ? { group: speaker.groupId } : {}),
  ...(speaker.vouchedById ? { vouchedBy: speaker.vouchedById } : {}),
  ...(speaker.affiliationId ? { affiliation: speaker.affiliationId } : {}),
  ...(speaker.roles.length > 0
    ? {
        roles: speaker.roles.map((r) => ({
          org: r.orgId,
          kind: r.kind,
          ended: r.ended,
          ...(r.from ? { from: r.from } : {}),
          ...(r.to ? { to: r.to } : {}),
        })),
      }
    : {}),
}))
