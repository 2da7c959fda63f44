/** The flags of a result (§2.8), in the order of the alphabet. */
import type { Admitted } from './admit'
import { MET } from './backward'
import type { SideResult } from './side'
import type { Flag, Status } from './types'

export interface Findings {
  status: Status
  admitted: Admitted
  support: SideResult
  against: SideResult
  /** The maker, if it has recanted: then it never raises `contradicted_by_beneficiary`. */
  recanted: string | null
  rings: boolean
  timeInverted: boolean
}

/** Statuses that already say that the claim is contradicted, or that it is not assessed. */
const CONTRADICTED: ReadonlySet<Status> = new Set(['contested', 'contradicted', 'not_checkable'])

export const flagsOf = ({ status, admitted, support, against, ...found }: Findings): Flag[] => {
  const flags: Flag[] = []
  const s = support.tier
  const c = against.tier
  if (support.isAdverse(null)) flags.push('admission_against_interest')
  if (s >= 1 && support.has(MET.self)) flags.push('also_self_support')
  if (s === 2 && !support.hasProven('named')) flags.push('basis_not_stated')
  if (found.rings) flags.push('circular')
  if (against.isAdverse(found.recanted)) flags.push('contradicted_by_beneficiary')
  if (against.has(MET.self)) flags.push('denied')
  if (s >= 2 && support.hasProven('unnamed')) flags.push('includes_unnamed')
  if (support.namesOnBackground() || against.namesOnBackground()) flags.push('named_speaker_on_background')
  if (admitted.partialSupport) flags.push('partial_support')
  if (found.recanted !== null) flags.push('recanted')
  if (admitted.retractedSupport || support.has(MET.dead)) flags.push('retracted_support')
  if (sharesOrigin(support, against)) flags.push('same_origin_both_sides')
  if (found.timeInverted) flags.push('time_inversion')
  if (c === 0 && (against.has(MET.untraced) || against.circular)) flags.push('untraced_contradiction')
  if (s >= 1 && support.has(MET.untraced)) flags.push('untraced_reports')
  if (support.isUnverified() || against.isUnverified()) flags.push('unverified_document')
  if (c >= 1 && !CONTRADICTED.has(status)) flags.push('weaker_contradiction')
  return flags
}

/** Whether a proven key is on both sides. */
const sharesOrigin = (support: SideResult, against: SideResult): boolean => {
  if (support.proven.length === 0 || against.proven.length === 0) return false
  const keys = new Set(against.proven.map((origin) => origin.key))
  return support.proven.some((origin) => keys.has(origin.key))
}
