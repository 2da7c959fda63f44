import type { Reader } from '../client'
import { type ClaimRow, claimParts, type Rows, speakerParts } from './rows'

/** Below 999, the least number of bound values that Prisma puts into one statement on SQLite. */
const CHUNK = 900

const chunks = <T>(items: Iterable<T>): T[][] => {
  const all = [...items]
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) =>
    all.slice(i * CHUNK, (i + 1) * CHUNK),
  )
}

const gather = async <T>(ids: Iterable<string>, read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const out: T[] = []
  for (const some of chunks(ids)) for (const row of await read(some)) out.push(row)
  return out
}

/** Where the walk of a claim may start: its maker, the sources it appears in, the targets of its evidence. */
const startsOf = (claim: ClaimRow): string[] => [
  ...(claim.speakerId ? [claim.speakerId] : []),
  ...claim.appearances.map((a) => a.sourceId),
  ...claim.evidence.flatMap((e) => (e.targetId ? [e.targetId] : [])),
]

/**
 * Reads the claims and everything that their graphs can reach: a fixed number of queries, and one for each step of
 * the longest chain of whole-source links.
 * @param client a reader, or the transaction of a command
 */
export const loadRows = async (client: Reader, claimIds: readonly string[]): Promise<Rows> => {
  const rows: Rows = {
    claims: new Map(),
    speakers: new Map(),
    sources: new Map(),
    links: new Map(),
    newsroom: await newsroomOf(client),
  }
  const claims = await gather(claimIds, (some) =>
    client.claim.findMany({ where: { id: { in: some } }, include: claimParts }),
  )
  for (const claim of claims) rows.claims.set(claim.id, claim)

  const linkIds = new Set(claims.flatMap((claim) => claim.links.map((l) => l.linkId)))
  const scoped = await gather(linkIds, (some) =>
    client.link.findMany({ where: { id: { in: some }, withdrawnAt: null } }),
  )
  for (const link of scoped) rows.links.set(link.id, link)

  const starts = [...claims.flatMap(startsOf), ...scoped.flatMap((l) => [l.fromId, l.toId])]
  await loadReach(client, rows, starts)
  return rows
}

const newsroomOf = async (client: Reader): Promise<string | null> =>
  (await client.setting.findUnique({ where: { key: 'newsroom' } }))?.value ?? null

/**
 * Reads what a claim would rest on if it referred to these nodes: the nodes, the links that hold for everything they
 * say, and the parties that the rules ask about.
 */
export const loadAround = async (client: Reader, nodeIds: readonly string[]): Promise<Rows> => {
  const rows: Rows = {
    claims: new Map(),
    speakers: new Map(),
    sources: new Map(),
    links: new Map(),
    newsroom: await newsroomOf(client),
  }
  await loadReach(client, rows, nodeIds)
  return rows
}

/** Follows the links of whole sources from the starts, and reads every node that is reached. */
const loadReach = async (client: Reader, rows: Rows, starts: readonly string[]): Promise<void> => {
  const seen = new Set<string>()
  let frontier = new Set(starts)
  while (frontier.size > 0) {
    for (const node of frontier) seen.add(node)
    const onward = await gather(frontier, (some) =>
      client.link.findMany({ where: { fromId: { in: some }, scope: 'source', withdrawnAt: null } }),
    )
    frontier = new Set()
    for (const link of onward) {
      rows.links.set(link.id, link)
      if (!seen.has(link.toId)) frontier.add(link.toId)
    }
  }
  await loadNodes(client, rows, seen)
}

/** Reads the nodes, then the parties that the rules ask about: publishers, issuers, vouchers, employers, stakes. */
const loadNodes = async (client: Reader, rows: Rows, nodes: Set<string>): Promise<void> => {
  for (const source of await gather(nodes, (some) => client.source.findMany({ where: { id: { in: some } } })))
    rows.sources.set(source.id, source)
  const wanted = new Set([...nodes].filter((node) => !rows.sources.has(node)))
  for (const { publisherId, issuerId } of rows.sources.values())
    for (const party of [publisherId, issuerId]) if (party) wanted.add(party)
  for (const claim of rows.claims.values()) {
    if (claim.capacityOrgId) wanted.add(claim.capacityOrgId)
    for (const { partyId } of claim.stakes) wanted.add(partyId)
    for (const item of claim.evidence)
      for (const party of [item.capacityOrgId, item.vouchedById]) if (party) wanted.add(party)
  }
  for (const { capacityOrgId } of rows.links.values()) if (capacityOrgId) wanted.add(capacityOrgId)
  if (rows.newsroom) wanted.add(rows.newsroom)
  const read = async (ids: Iterable<string>) => {
    for (const speaker of await gather(ids, (some) =>
      client.speaker.findMany({ where: { id: { in: some } }, include: speakerParts }),
    ))
      rows.speakers.set(speaker.id, speaker)
  }
  await read(wanted)
  const orgs = new Set<string>()
  for (const speaker of rows.speakers.values())
    for (const org of [speaker.vouchedById, speaker.affiliationId, ...speaker.roles.map((r) => r.orgId)])
      if (org && !rows.speakers.has(org)) orgs.add(org)
  await read(orgs)
}
