/**
 * The sample that large counts are estimated from: one claim in sixteen, picked by a hash of its id, so that every
 * writer picks the same, and in an order that has nothing to do with what claims say (docs/decisions/0076).
 */
import type { Countable } from './counted'
import { yearOf } from './counted'
import { UNKNOWN_DAY } from './edtf'

/** One in so many. At 2,000 matches, where counting one by one ends, it still holds some 125 of them. */
export const ONE_IN = 16

/** FNV-1a and the last steps of MurmurHash3, 32 bits: ids that are counted up differ in all bits of it. */
const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A claim's place in the sample, from 0 to 2²⁸; null for one that is not in it. */
export const sampleRank = (claimId: string): number | null => {
  const h = hash(claimId)
  return h % ONE_IN === 0 ? h / ONE_IN : null
}

/** All that a claim of the sample is filtered and counted by. */
export interface SampledClaim {
  status: string
  speaker: string
  act: string
  basis: string
  from: number
  to: number
  topic: string[]
  source: string[]
  flag: string[]
}

export const sampledClaim = (
  claim: Countable,
  facets: readonly { kind: string; value: string }[],
  status: string,
): SampledClaim => {
  const of = (kind: string) =>
    facets
      .filter((facet) => facet.kind === kind)
      .map(({ value }) => value)
      .sort()
  return {
    status,
    speaker: claim.speakerId ?? '',
    act: claim.speechAct,
    basis: claim.basis,
    from: claim.saidFrom,
    to: claim.saidTo,
    topic: of('topic'),
    source: of('source'),
    flag: of('flag'),
  }
}

/** The keys under which a claim of the sample is found. */
export const sampleKeys = (claim: SampledClaim): [facet: string, value: string][] => [
  ['all', ''],
  ['status', claim.status],
  ['speaker', claim.speaker],
  ['act', claim.act],
  ['basis', claim.basis],
  ['year', claim.from === UNKNOWN_DAY ? 'undated' : String(yearOf(claim.from))],
  ...(['topic', 'source', 'flag'] as const).flatMap((facet) =>
    claim[facet].map((value): [string, string] => [facet, value]),
  ),
]
