/** Stores what the rules derive of claims, with the index and the counters that follow from it. */
import { bulkDelete, bulkInsert, bulkUpdate, packed } from '../db/bulk'
import type { Tx } from '../db/client'
import { assembleGraph, wholeSourceLinks } from '../db/graph/assemble'
import { deriveLoaded } from '../db/graph/derive'
import { loadRows } from '../db/graph/load'
import type { ClaimRow } from '../db/graph/rows'
import { type Countable, countKeys } from '../domain/counted'
import type { DerivedClaim, Facet } from '../domain/derived'
import type { Status } from '../domain/sourcing/types'
import { applyCounts, CountDeltas } from './counts'
import { replaceSample, type SampleRows, sampleRows } from './sample'

export { deriveLoaded, withOverride } from '../db/graph/derive'

export interface StatusMove {
  claimId: string
  before: string | null
  after: Status
}

/** Columns that are compared to find out whether a claim's row has to be written. */
const differs = (claim: ClaimRow, derived: DerivedClaim, hash: string) =>
  claim.inputsHash !== hash ||
  Object.entries(derived.columns).some(([name, value]) => claim[name as keyof ClaimRow] !== value)

interface FacetRow extends Facet {
  claimId: string
}

const facetKey = (facet: { kind: string; value: string }) => `${facet.kind} ${facet.value}`

/** Rows of the index that go and that come, over all claims of one run. */
class FacetChanges {
  private readonly gone: FacetRow[] = []
  private readonly fresh: (FacetRow & { shelf: string; saidFrom: number })[] = []

  /** @param moved whether the claim's shelf or day changed, so that every row of it has to be written again */
  add(claim: ClaimRow, before: readonly Facet[], after: readonly Facet[], moved: boolean): void {
    const old = new Set(moved ? [] : before.map(facetKey))
    const now = new Set(after.map(facetKey))
    const { id: claimId, shelf, saidFrom } = claim
    for (const facet of before)
      if (moved || !now.has(facetKey(facet)))
        this.gone.push({ claimId, kind: facet.kind, value: facet.value })
    for (const facet of after)
      if (!old.has(facetKey(facet)))
        this.fresh.push({ claimId, kind: facet.kind, value: facet.value, shelf, saidFrom })
  }

  async write(tx: Tx): Promise<void> {
    await bulkDelete(tx, packed('ClaimFacet', this.gone))
    await bulkInsert(tx, packed('ClaimFacet', this.fresh))
  }
}

/** What moved claims: one event for all, or for each claim its own. */
export interface Moving {
  id: string | ReadonlyMap<string, string>
  at: Date
}

/** What a claim counted for before this write; null for one that was not there, or not on the public shelf. */
export type CountedBefore = Map<string, Countable & { shelf: string }>

/** Claims loaded at once: bounds memory, and stays below both databases' limits on bound values. */
const SOME = 900

/**
 * Derives the given claims anew and stores what changed: the columns, the facets, the counters, and a status change
 * for each claim whose status moved because of this event.
 * @param before the countable columns of claims whose own row this command has changed already
 */
export const rederive = async (
  tx: Tx,
  claimIds: readonly string[],
  event: Moving,
  before: CountedBefore = new Map(),
): Promise<StatusMove[]> => {
  const moves: StatusMove[] = []
  for (let start = 0; start < claimIds.length; start += SOME)
    for (const move of await rederiveSome(tx, claimIds.slice(start, start + SOME), event, before))
      moves.push(move)
  return moves
}

const rederiveSome = async (
  tx: Tx,
  claimIds: readonly string[],
  event: Moving,
  before: CountedBefore,
): Promise<StatusMove[]> => {
  const rows = await loadRows(tx, claimIds)
  const bySource = wholeSourceLinks(rows)
  const facetRows = await tx.claimFacet.findMany({ where: { claimId: { in: [...claimIds] } } })
  const oldFacets = groupByClaim(facetRows)
  const deltas = new CountDeltas()
  const moves: StatusMove[] = []
  const index = new FacetChanges()
  const updates: object[] = []
  const sample: SampleRows[] = []
  for (const claim of rows.claims.values()) {
    const { derived, hash } = deriveLoaded(claim, assembleGraph(rows, claim.id, bySource).graph)
    const facets = (oldFacets.get(claim.id) ?? []) as (Facet & { shelf: string; saidFrom: number })[]
    const was = before.get(claim.id) ?? claim
    if (claim.status !== '' && was.shelf === 'public')
      deltas.add(countKeys(was, facets), claim.shownStatus, -1)
    if (claim.shelf === 'public') {
      deltas.add(countKeys(claim, derived.facets), derived.columns.shownStatus, 1)
      const sampled = sampleRows(claim, derived.facets, derived.columns.shownStatus)
      if (sampled) sample.push(sampled)
    }
    const moved = facets.some((f) => f.shelf !== claim.shelf || f.saidFrom !== claim.saidFrom)
    index.add(claim, facets, derived.facets, moved)
    if (differs(claim, derived, hash)) updates.push({ ...derived.columns, inputsHash: hash, id: claim.id })
    if (claim.status !== derived.columns.status)
      moves.push({ claimId: claim.id, before: claim.status || null, after: derived.columns.status })
  }
  await index.write(tx)
  await bulkUpdate(tx, packed('Claim', updates))
  await applyCounts(tx, deltas.entries())
  await replaceSample(tx, [...rows.claims.keys()], sample)
  if (moves.length > 0)
    await bulkInsert(
      tx,
      packed(
        'StatusChange',
        moves.map((move) => ({
          ...move,
          eventId: typeof event.id === 'string' ? event.id : event.id.get(move.claimId),
          at: event.at,
        })),
      ),
    )
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
