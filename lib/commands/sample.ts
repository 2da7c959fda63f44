/** The sample of public claims that large counts are estimated from; the write that changes a claim changes it. */
import { bulkDelete, bulkInsert, type PackedRows, packed } from '../db/bulk'
import type { Tx } from '../db/client'
import type { Countable } from '../domain/counted'
import { sampledClaim, sampleKeys, sampleRank } from '../domain/sample'

export interface SampleRows {
  claim: { claimId: string; keys: string }
  keys: { claimId: string; facet: string; value: string; rank: number }[]
}

/** What the sample holds of a public claim; null for a claim that is not in it. */
export const sampleRows = (
  claim: Countable & { id: string },
  facets: readonly { kind: string; value: string }[],
  status: string,
): SampleRows | null => {
  const rank = sampleRank(claim.id)
  if (rank === null) return null
  const sampled = sampledClaim(claim, facets, status)
  return {
    claim: { claimId: claim.id, keys: JSON.stringify(sampled) },
    keys: sampleKeys(sampled).map(([facet, value]) => ({ claimId: claim.id, facet, value, rank })),
  }
}

export const packedSample = (rows: readonly SampleRows[]): PackedRows[] => [
  packed(
    'ClaimSample',
    rows.map(({ claim }) => claim),
  ),
  packed(
    'SampleKey',
    rows.flatMap(({ keys }) => keys),
  ),
]

/** Takes these claims out of the sample. */
export const dropSample = async (tx: Tx, claimIds: readonly string[]): Promise<void> => {
  const gone = claimIds.filter((id) => sampleRank(id) !== null).map((claimId) => ({ claimId }))
  await bulkDelete(tx, packed('SampleKey', gone))
  await bulkDelete(tx, packed('ClaimSample', gone))
}

/** Stores what the sample holds of these claims now, and nothing of those that are not given rows. */
export const replaceSample = async (
  tx: Tx,
  claimIds: readonly string[],
  rows: readonly SampleRows[],
): Promise<void> => {
  await dropSample(tx, claimIds)
  for (const table of packedSample(rows)) await bulkInsert(tx, table)
}
