/** Stores what the rules derive of claims, with the index and the counters that follow from it. */
import { createHash } from 'node:crypto'
import type { Tx } from '../db/client'
import { assembleGraph, wholeSourceLinks } from '../db/graph/assemble'
import { loadRows } from '../db/graph/load'
import type { ClaimRow } from '../db/graph/rows'
import { countKeys, type DerivedClaim, deriveClaim, type Facet } from '../domain/derived'
import type { SourcingGraph, Status } from '../domain/sourcing/types'
import { applyCounts, CountDeltas } from './counts'

/** SHA-256 over the canonical JSON of the admitted graph (rules.md §2): what an override was made against. */
const hashOf = (inputs: string): string => createHash('sha256').update(inputs).digest('hex')

export interface StatusMove {
  claimId: string
  before: string | null
  after: Status
}

/** Columns that are compared to find out whether a claim's row has to be written. */
const differs = (claim: ClaimRow, derived: DerivedClaim, hash: string) =>
  claim.inputsHash !== hash ||
  Object.entries(derived.columns).some(([name, value]) => claim[name as keyof ClaimRow] !== value)

/** A stale override stays shown, and is flagged, until an editor confirms or lifts it (rules.md §3). */
export const withOverride = (derived: DerivedClaim, stale: boolean): DerivedClaim => {
  if (!stale) return derived
  const flags = [...derived.sourcing.flags, 'override_stale' as const].sort()
  return {
    ...derived,
    columns: { ...derived.columns, flags: JSON.stringify(flags) },
    facets: [...derived.facets, { kind: 'flag', value: 'override_stale' }],
  }
}

/** Everything derived of one loaded claim, and the hash of what it was derived from. */
export const deriveLoaded = (
  claim: ClaimRow,
  graph: SourcingGraph,
): { derived: DerivedClaim; hash: string } => {
  const override = claim.overrides[0]
  const derived = deriveClaim(graph, {
    topics: claim.topics.map((t) => t.topicId),
    override: (override?.status as Status | undefined) ?? null,
  })
  const hash = hashOf(derived.inputs)
  return { derived: withOverride(derived, override !== undefined && override.inputsHash !== hash), hash }
}

const facetKey = (facet: { kind: string; value: string }) => `${facet.kind} ${facet.value}`

const writeFacets = async (
  tx: Tx,
  claim: ClaimRow,
  before: Facet[],
  after: readonly Facet[],
  moved: boolean,
) => {
  const old = new Set(moved ? [] : before.map(facetKey))
  const now = new Set(after.map(facetKey))
  const gone = before.filter((f) => moved || !now.has(facetKey(f)))
  const fresh = after.filter((f) => !old.has(facetKey(f)))
  if (gone.length > 0)
    await tx.claimFacet.deleteMany({
      where: { claimId: claim.id, OR: gone.map(({ kind, value }) => ({ kind, value })) },
    })
  if (fresh.length > 0)
    await tx.claimFacet.createMany({
      data: fresh.map(({ kind, value }) => ({
        claimId: claim.id,
        kind,
        value,
        shelf: claim.shelf,
        saidFrom: claim.saidFrom,
      })),
    })
}

/** What a claim counted for before this write; null for one that was not there, or not on the public shelf. */
export type CountedBefore = Map<
  string,
  Pick<ClaimRow, 'shelf' | 'speakerId' | 'speechAct' | 'basis' | 'saidFrom'>
>

/**
 * Derives the given claims anew and stores what changed: the columns, the facets, the counters, and a status change
 * for each claim whose status moved because of this event.
 * @param before the countable columns of claims whose own row this command has changed already
 */
export const rederive = async (
  tx: Tx,
  claimIds: readonly string[],
  event: { id: string; at: Date },
  before: CountedBefore = new Map(),
): Promise<StatusMove[]> => {
  const rows = await loadRows(tx, claimIds)
  const bySource = wholeSourceLinks(rows)
  const facetRows = await tx.claimFacet.findMany({ where: { claimId: { in: [...claimIds] } } })
  const oldFacets = groupByClaim(facetRows)
  const deltas = new CountDeltas()
  const moves: StatusMove[] = []
  for (const claim of rows.claims.values()) {
    const { derived, hash } = deriveLoaded(claim, assembleGraph(rows, claim.id, bySource).graph)
    const facets = (oldFacets.get(claim.id) ?? []) as (Facet & { shelf: string; saidFrom: number })[]
    const was = before.get(claim.id) ?? claim
    if (claim.status !== '' && was.shelf === 'public')
      deltas.add(countKeys(was, facets), claim.shownStatus, -1)
    if (claim.shelf === 'public') deltas.add(countKeys(claim, derived.facets), derived.columns.shownStatus, 1)
    const moved = facets.some((f) => f.shelf !== claim.shelf || f.saidFrom !== claim.saidFrom)
    await writeFacets(tx, claim, facets, derived.facets, moved)
    if (differs(claim, derived, hash))
      await tx.claim.update({ where: { id: claim.id }, data: { ...derived.columns, inputsHash: hash } })
    if (claim.status !== derived.columns.status)
      moves.push({ claimId: claim.id, before: claim.status || null, after: derived.columns.status })
  }
  await applyCounts(tx, deltas.entries())
  if (moves.length > 0)
    await tx.statusChange.createMany({
      data: moves.map((move) => ({ ...move, eventId: event.id, at: event.at })),
    })
  return moves
}

const groupByClaim = <T extends { claimId: string }>(rows: T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const list = map.get(row.claimId)
    if (list) list.push(row)
    else map.set(row.claimId, [row])
  }
  return map
}
