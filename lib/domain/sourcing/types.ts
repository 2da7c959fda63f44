/** The words of the sourcing rules, version 1, and what comes out of them (§2); what goes in is in ./graph. */

export type * from './graph'

export const RULESET = 'sourcing-rules/1'

/** In the order of §2.6, firmest first; lists that sort by status use it. */
export const STATUSES = [
  'documented',
  'corroborated',
  'single_source',
  'anonymous_only',
  'contested',
  'contradicted',
  'self_sourced',
  'untraced',
  'circular',
  'unsourced',
  'not_checkable',
] as const
export type Status = (typeof STATUSES)[number]

export const FAMILY_NAMES = ['firm', 'thin', 'unsupported', 'conflict', 'none'] as const
export type Family = (typeof FAMILY_NAMES)[number]

export const FAMILIES: Record<Status, Family> = {
  documented: 'firm',
  corroborated: 'firm',
  single_source: 'thin',
  anonymous_only: 'thin',
  contested: 'conflict',
  contradicted: 'conflict',
  self_sourced: 'unsupported',
  untraced: 'unsupported',
  circular: 'unsupported',
  unsourced: 'unsupported',
  not_checkable: 'none',
}

/** What the filter "unsupported" means (§2.6). */
export const UNSUPPORTED_STATUSES = ['unsourced', 'circular', 'untraced', 'self_sourced'] as const

export const RULES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11'] as const
export type Rule = (typeof RULES)[number]

export const FLAGS = [
  'admission_against_interest',
  'also_self_support',
  'basis_not_stated',
  'circular',
  'contradicted_by_beneficiary',
  'denied',
  'includes_unnamed',
  'named_speaker_on_background',
  'override_stale',
  'partial_support',
  'recanted',
  'retracted_support',
  'same_origin_both_sides',
  'time_inversion',
  'untraced_contradiction',
  'untraced_reports',
  'unverified_document',
  'weaker_contradiction',
] as const
export type Flag = (typeof FLAGS)[number]

export type Side = 'supports' | 'contradicts'

export type OriginClass = 'record' | 'named' | 'unnamed' | 'unproven'

export interface Counted {
  side: Side
  /** The independent origin: `org:…`, `person:…`, `doc:…` or `anon:…` (§2.3). */
  key: string
  label: string
  class: OriginClass
  evidenceId: string
  path: string[]
}

export const EXCLUSIONS = [
  'withdrawn',
  'retracted',
  'partial',
  'untraced',
  'circular',
  'interested_party',
  'same_origin',
  'recanted',
] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export interface NotCounted {
  side: Side
  evidenceId: string
  label: string
  reason: Exclusion
}

export interface Tally {
  supports: number
  contradicts: number
}

/** Names that may be printed, in order, and how many there are that may not. */
export interface Names {
  names: string[]
  unnamed: number
}

/** What the one sentence says (§2.9), as plain values without words of their own, so that any language can say it. */
export type Facts =
  | { say: 'not_checkable'; speechAct: string }
  | { say: 'contested'; supports: number; contradicts: number }
  | { say: 'recanted'; maker: string | null }
  | { say: 'contradicted'; contradicts: number; who: Names; supports: number }
  /** Only named speakers who do not say how they know; perhaps unnamed sources who do (tier 2). */
  | { say: 'contradicted_unstated' | 'single_unstated'; who: Names; unnamedToo: boolean }
  | { say: 'documented'; records: number; what: Names; sources: number }
  | { say: 'corroborated'; sources: number; who: Names }
  | { say: 'single_source'; who: Names }
  | { say: 'anonymous_only'; sources: number; vouchedFor: 'all' | 'some' | 'none' }
  | { say: 'anonymous_unstated' | 'circular' | 'retracted' | 'nobody' }
  | { say: 'self_sourced'; who: Names }
  | { say: 'untraced'; repeats: number }
  | { say: 'own_word'; maker: string }

export interface Sourcing {
  ruleset: typeof RULESET
  status: Status
  rule: Rule
  origins: Tally | null
  tiers: Tally
  /** The one sentence, in English, as the rules publish it. */
  explanation: string
  /** What it says. */
  facts: Facts
  flags: Flag[]
  cycles: string[][]
  counted: Counted[]
  notCounted: NotCounted[]
}
