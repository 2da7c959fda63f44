/** What pages, JSON and feeds receive: plain serialisable values, never rows. */
import type { NotCounted, Facts as SentenceFacts } from '../domain/sourcing/types'

export interface SpeakerRef {
  type: 'speaker'
  slug: string
  name: string
  kind: string
  headCount: string | null
  /** The outlet that vouches for an unnamed speaker. */
  vouchedBy: { slug: string; name: string } | null
}

export interface SourceRef {
  type: 'source'
  slug: string
  name: string
  kind: string
  status: string
  publisher: string | null
}

/** Somebody reached only on background: shown without a name, an address or anything else. */
export interface UnnamedRef {
  type: 'unnamed'
}

export type NodeRef = SpeakerRef | SourceRef | UnnamedRef

export interface TopicRef {
  slug: string
  name: string
}

export interface ClaimRow {
  slug: string
  statement: string
  /** Of the statement and its quote (BCP 47). */
  language: string
  quote: string | null
  speechAct: string
  speaker: SpeakerRef | null
  saidOn: string | null
  topics: TopicRef[]
  status: string
  /** What lists show: the override's status where one stands. */
  shownStatus: string
  family: string
  /** Why, in English, as the rules publish it. */
  sentence: string
  /** What the sentence says, for any language; null for a claim that was derived before this was stored. */
  sentenceFacts: SentenceFacts | null
  flags: string[]
  origins: { supports: number; contradicts: number } | null
  evidence: { supports: number; contradicts: number }
}

/** A row as data: what lists for programs have beside what a page shows. */
export interface ClaimItem extends ClaimRow {
  id: string
  version: number
  basis: string
  capacity: string
  venue: string | null
  place: string | null
  note: string | null
  language: string
  recordedAt: string
  publishedAt: string
  updatedAt: string
}

/** How many match: exact, or estimated where counting on would cost more than it tells. */
export interface Total {
  n: number
  exact: boolean
  /** Where it is no estimate but where counting ended: there are more. */
  atLeast?: true
}

export interface Page<T> {
  rows: T[]
  total: Total
  /** Cursors for the neighbouring pages; null where there is none. */
  after: string | null
  before: string | null
}

export interface CountedOrigin {
  side: 'supports' | 'contradicts'
  label: string
  class: string
  path: NodeRef[]
}

export interface ExcludedItem {
  side: 'supports' | 'contradicts'
  label: string
  reason: NotCounted['reason']
}

export interface EvidenceView {
  id: string
  relation: string
  covers: string
  target: NodeRef | null
  basis: string
  capacity: string
  capacityOrg: SpeakerRef | null
  access: string
  state: string
  stateNote: string | null
  excerpt: string | null
  locator: string | null
  note: string | null
  vouchedBy: SpeakerRef | null
}

export interface ChainHop {
  from: NodeRef
  to: NodeRef
  /** A link's mode, or `publishes` where a source's publisher is its maker. */
  mode: string
  wording: string | null
}

export interface LostTrails {
  /** The appearances, as far as they are shown. */
  from: NodeRef[]
  /** They stop at `ends`; or at the appearances themselves; or never, because they run in rings. */
  how: 'stop' | 'begin_nowhere' | 'ring'
  ends: NodeRef[]
}

export interface ChainView {
  nodes: { id: string; node: NodeRef; role: 'appearance' | 'between' | 'maker' }[]
  edges: { from: string; to: string; mode: string; wording: string | null }[]
  paths: ChainHop[][]
  /** Paths beyond those listed. */
  more: number
  /** Whether any path reaches the maker. */
  complete: boolean
  /** The trails from appearances that do not reach the maker; null where all do. */
  lost: LostTrails | null
}

export interface HistoryEntry {
  at: string
  kind: string
  actor: string
  reason: string | null
  version: number | null
  changes: { field: string; before: string | null; after: string | null }[]
  /** A move of the derived status, with what caused it if that was not a change of the claim itself. */
  status: { before: string | null; after: string; cause: string | null } | null
}

export interface RelationView {
  kind: string
  direction: 'out' | 'in'
  note: string | null
  claim: { slug: string; statement: string; speaker: string | null; shownStatus: string }
}

/** A verdict as readers see it. */
export interface ReviewView {
  id: string
  version: number
  reviewer: SpeakerRef
  ratingText: string
  rating: { value: number; scaleId: string; scale: string; best: number; worst: number } | null
  summary: string | null
  url: string | null
  reviewedOn: string
}

export interface ClaimPage extends ClaimItem {
  shelf: string
  state: string
  capacityOrg: SpeakerRef | null
  /** The role that the speaker held when it was said; null where none is recorded. */
  roleThen: { title: string | null; kind: string; org: { slug: string; name: string }; ended: boolean } | null
  rule: string
  ruleset: string
  tiers: { supports: number; contradicts: number }
  override: { status: string; reason: string; by: string; at: string } | null
  counted: CountedOrigin[]
  notCounted: ExcludedItem[]
  rings: NodeRef[][]
  chain: ChainView
  appearances: { source: SourceRef; locator: string | null; wording: string | null }[]
  items: EvidenceView[]
  stakes: { party: SpeakerRef; stake: string; note: string | null }[]
  relations: RelationView[]
  reviews: ReviewView[]
  history: HistoryEntry[]
}

/** A page that was asked for by its address. */
export type Found<T> =
  | { kind: 'found'; page: T }
  | { kind: 'moved'; slug: string }
  | { kind: 'gone'; reason: string | null }
  | { kind: 'missing' }

/** Public claims by shown status; statuses with none are left out. */
export type StatusCounts = Partial<Record<string, number>>

/** What every record carries. */
interface Kept {
  id: string
  version: number
  recordedAt: string
  updatedAt: string
}

export interface SpeakerRow extends SpeakerRef, Kept {
  description: string | null
  outlet: boolean
  affiliation: string | null
  /** A role held now, or the latest held. */
  role: { title: string | null; org: string; ended: boolean } | null
  claims: number
  unsupported: number
  counts: StatusCounts
}

export interface RoleView {
  title: string | null
  kind: string
  org: { slug: string; name: string }
  from: string | null
  to: string | null
  ended: boolean
}

export interface SpeakerPage extends SpeakerRow {
  shelf: string
  identityNote: string | null
  headCountRange: { min: number | null; max: number | null } | null
  anonymityReason: string | null
  affiliationRef: SpeakerRef | null
  aliases: string[]
  sameAs: string[]
  wikidataId: string | null
  policyLinks: { kind: string; url: string }[]
  roles: RoleView[]
  people: { person: SpeakerRef; title: string | null; ended: boolean }[]
  group: { name: string; others: SpeakerRef[] } | null
  vouchesFor: SpeakerRef[]
  mayOverlap: SpeakerRef[]
  identity: { kind: string; reason: string; by: string; at: string; other: SpeakerRef }[]
  made: ClaimRow[]
  testifies: { rows: ClaimRow[]; total: number }
  published: SourceRef[]
  history: HistoryEntry[]
}

export interface SourceRow extends SourceRef, Kept {
  publishedAt: string | null
  claims: number
}

export interface LinkView {
  mode: string
  basis: string
  wording: string | null
  capacity: string
  /** Whether it holds for everything the source says, or for how many claims. */
  wholeSource: boolean
  claims: number
  other: NodeRef
}

export interface SourcePage extends SourceRow {
  shelf: string
  publisherRef: SpeakerRef | null
  issuer: SpeakerRef | null
  authors: string[]
  modifiedAt: string | null
  language: string | null
  url: string | null
  canonicalUrl: string | null
  authenticity: string
  authenticityNote: string | null
  isRecord: boolean
  statusNote: string | null
  note: string | null
  snapshots: { uri: string; capturedAt: string; sha256: string; mime: string }[]
  gotFrom: LinkView[]
  usedBy: LinkView[]
  counts: StatusCounts
  appearing: { rows: ClaimRow[]; total: number }
  resting: { rows: ClaimRow[]; total: number }
  history: HistoryEntry[]
}

export interface TopicRow extends TopicRef {
  id: string
  description: string | null
  claims: number
  counts: StatusCounts
}

export interface TopicPage extends TopicRow {
  rows: ClaimRow[]
  speakers: { speaker: SpeakerRef; claims: number }[]
}

/** Something that happened in the ledger, as a line that can be read. */
export interface ChangeRow {
  id: string
  at: string
  kind: string
  actor: string
  subjectKind: string
  summary: string
  /** The path of the page that it is about; null where there is none that the viewer may open. */
  path: string | null
  version: number
  reason: string | null
  /** The fields that it changed. */
  fields: string[]
  /** Public claims whose status moved because of it. */
  moved: number
  shelf: string
}

export interface Overview {
  claims: number
  speakers: number
  sources: number
  topics: number
  counts: StatusCounts
  reliedOn: SourceRow[]
  unsupportedBy: SpeakerRow[]
  latest: ChangeRow[]
}
