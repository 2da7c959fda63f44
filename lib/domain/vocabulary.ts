/** The closed vocabularies of the ledger (sourcing rules, version 1, §1), as lists and as Zod enums. */
import { z } from 'zod'

export const SPEAKER_KINDS = ['person', 'organization', 'anonymous'] as const
export const ROLE_KINDS = [
  'spokesperson',
  'official',
  'employee',
  'owner',
  'member',
  'candidate',
  'expert',
  'other',
] as const
export const SOURCE_KINDS = [
  'news_report',
  'opinion_article',
  'press_release',
  'statement',
  'interview',
  'transcript',
  'recording',
  'photo_or_video',
  'official_record',
  'court_record',
  'legislation',
  'dataset',
  'study',
  'internal_document',
  'social_post',
  'web_page',
  'book',
  'fact_check',
  'reference_work',
  'ai_output',
  'own_notes',
] as const
/** Kinds that are themselves a record of what they show; they carry an issuer and an authenticity. */
export const RECORD_KINDS = [
  'official_record',
  'court_record',
  'legislation',
  'dataset',
  'recording',
  'photo_or_video',
  'internal_document',
] as const
export const AUTHENTICITIES = ['authenticated', 'unverified', 'disputed'] as const
export const SOURCE_STATUSES = ['current', 'corrected', 'retracted', 'superseded', 'unavailable'] as const
export const LINK_MODES = [
  'own_reporting',
  'attributes',
  'quotes',
  'cites',
  'republishes',
  'translates',
  'summarises',
  'revises',
] as const
export const BASES = [
  'first_hand',
  'measured',
  'official_role',
  'expert',
  'second_hand',
  'inferred',
  'not_stated',
] as const
/** The bases by which somebody can be said to know (rules.md §1, Evidence). */
export const KNOWN_BASES = ['first_hand', 'measured', 'official_role', 'expert'] as const
export const CAPACITIES = ['official', 'personal'] as const
export const CHECKABLE_ACTS = ['assertion', 'denial', 'confirmation'] as const
export const SPEECH_ACTS = [
  'assertion',
  'denial',
  'confirmation',
  'opinion',
  'prediction',
  'question',
  'promise',
  'instruction',
] as const
export const STAKES = ['benefits', 'harmed', 'none'] as const
export const RELATION_KINDS = [
  'denies',
  'contradicts',
  'restates',
  'narrows',
  'corrects',
  'outcome_of',
] as const
export const EVIDENCE_RELATIONS = ['supports', 'contradicts', 'context'] as const
export const COVERS = ['whole', 'part'] as const
/** What may be stored. The other two terms are refused on entry with a sentence. */
export const STORED_ACCESS = ['public', 'on_record', 'on_background'] as const
export const REFUSED_ACCESS = ['deep_background', 'off_record'] as const
export const EVIDENCE_STATES = ['active', 'withdrawn', 'retracted'] as const
export const IDENTITY_KINDS = ['same', 'different', 'unsure'] as const
export const CLAIM_STATES = ['draft', 'submitted', 'published', 'withdrawn', 'hidden'] as const
/** Where something stands: in public, on the editors' desk, in the teaching ledger, or closed (a 410 with its reason). */
export const SHELVES = ['public', 'desk', 'teaching', 'closed'] as const
export const REVIEW_STATES = ['draft', 'published', 'withdrawn'] as const
export const USER_ROLES = ['contributor', 'editor', 'reviewer', 'admin'] as const

export const speakerKind = z.enum(SPEAKER_KINDS)
export const roleKind = z.enum(ROLE_KINDS)
export const sourceKind = z.enum(SOURCE_KINDS)
export const authenticity = z.enum(AUTHENTICITIES)
export const sourceStatus = z.enum(SOURCE_STATUSES)
export const linkMode = z.enum(LINK_MODES)
export const basis = z.enum(BASES)
export const capacity = z.enum(CAPACITIES)
export const speechAct = z.enum(SPEECH_ACTS)
export const stake = z.enum(STAKES)
export const relationKind = z.enum(RELATION_KINDS)
export const evidenceRelation = z.enum(EVIDENCE_RELATIONS)
export const covers = z.enum(COVERS)
export const evidenceState = z.enum(EVIDENCE_STATES)
export const identityKind = z.enum(IDENTITY_KINDS)
export const claimState = z.enum(CLAIM_STATES)
export const shelf = z.enum(SHELVES)
export const reviewState = z.enum(REVIEW_STATES)
export const userRole = z.enum(USER_ROLES)

export type SpeakerKind = (typeof SPEAKER_KINDS)[number]
export type RoleKind = (typeof ROLE_KINDS)[number]
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type Authenticity = (typeof AUTHENTICITIES)[number]
export type SourceStatus = (typeof SOURCE_STATUSES)[number]
export type LinkMode = (typeof LINK_MODES)[number]
export type Basis = (typeof BASES)[number]
export type Capacity = (typeof CAPACITIES)[number]
export type SpeechAct = (typeof SPEECH_ACTS)[number]
export type Stake = (typeof STAKES)[number]
export type RelationKind = (typeof RELATION_KINDS)[number]
export type EvidenceRelation = (typeof EVIDENCE_RELATIONS)[number]
export type Covers = (typeof COVERS)[number]
export type Access = (typeof STORED_ACCESS)[number]
export type EvidenceState = (typeof EVIDENCE_STATES)[number]
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
export type ClaimState = (typeof CLAIM_STATES)[number]
export type Shelf = (typeof SHELVES)[number]
export type ReviewState = (typeof REVIEW_STATES)[number]
export type UserRole = (typeof USER_ROLES)[number]

/** How trying to sign in ended. */
export const SIGN_IN_OUTCOMES = ['in', 'wrong', 'many', 'disabled', 'code_wrong'] as const
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number]
