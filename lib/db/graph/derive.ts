/** What the rules derive of a loaded claim. It writes nothing: commands store it, checks and previews compare it. */
import { createHash } from 'node:crypto'
import { type DerivedClaim, deriveClaim } from '../../domain/derived'
import type { SourcingGraph, Status } from '../../domain/sourcing/types'
import type { ClaimRow } from './rows'

/** SHA-256 over the canonical JSON of the admitted graph (rules.md §2): what an override was made against. */
const hashOf = (inputs: string): string => createHash('sha256').update(inputs).digest('hex')

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
