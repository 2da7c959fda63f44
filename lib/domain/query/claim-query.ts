import type { Family, Flag, Status } from '../sourcing/types'
import type { Basis, SpeechAct } from '../vocabulary'

export const CLAIM_SORTS = ['saidOn', 'recorded', 'published', 'speaker', 'status', 'origins'] as const
/** The sorts that go along a column; `relevance` is the order of a search, and there only with one. */
export type ColumnSort = (typeof CLAIM_SORTS)[number]
/** Those that go along a moment, which markers hold as text. */
export const isByMoment = (sort: string): boolean => sort === 'recorded' || sort === 'published'
export type ClaimSort = ColumnSort | 'relevance'

export const CLAIM_COLUMNS = ['speaker', 'status', 'origins', 'evidence', 'topic', 'said'] as const
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number]

/** A view of the claims: what is asked for, in what order, and which page of it. A value; its address is one form of it. */
export interface ClaimQuery {
  speaker: string[]
  /** `unsupported` stands for the four statuses that the rules name (§2.6). */
  status: (Status | 'unsupported')[]
  family: Family[]
  flag: Flag[]
  act: SpeechAct[]
  basis: Basis[]
  topic: string[]
  source: string[]
  /** What is looked for in statements and quotes, as typed (lib/domain/search/sought.ts). */
  q?: string
  /** EDTF year, month or day; claims whose date overlaps the range match. */
  from?: string
  to?: string
  sort: { by: ClaimSort; descending: boolean }
  /** The columns shown besides the statement; all of them by default. */
  columns: ClaimColumn[]
  per: number
  after?: string
  before?: string
}

/** Rows on a page unless the address asks for another number, and the numbers it may ask for. */
export const PER_DEFAULT = 30
export const PER_LEAST = 10
export const PER_MOST = 100

/** The rows on a page that a text of an address asks for; null for what is no number of them. */
export const sizeOf = (text: string): number | null => {
  const per = Number(text)
  return /^\d{2,3}$/.test(text) && per >= PER_LEAST && per <= PER_MOST ? per : null
}

/** The order of a view that asks for none: a search's best match first, else the newest claim. */
export const defaultSort = ({ q }: Pick<ClaimQuery, 'q'>): ClaimQuery['sort'] => ({
  by: q === undefined ? 'saidOn' : 'relevance',
  descending: true,
})

export const emptyQuery = (): ClaimQuery => ({
  speaker: [],
  status: [],
  family: [],
  flag: [],
  act: [],
  basis: [],
  topic: [],
  source: [],
  sort: { by: 'saidOn', descending: true },
  columns: [...CLAIM_COLUMNS],
  per: PER_DEFAULT,
})

/** The keys that hold several values, meaning any of them, in the order in which an address and a sentence give them. */
export const LIST_KEYS = ['status', 'family', 'speaker', 'topic', 'source', 'flag', 'act', 'basis'] as const
export type ListKey = (typeof LIST_KEYS)[number]
