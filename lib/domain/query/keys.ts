/**
 * Every key that the address of a list of claims may have, and what may stand there. It is closed: what is not here
 * is dropped. What each key means in the database is declared once, in lib/queries/claims/where.ts.
 */
import { FAMILY_NAMES, FLAGS, STATUSES } from '../sourcing/types'
import { BASES, SPEECH_ACTS } from '../vocabulary'
import { CLAIM_COLUMNS, CLAIM_SORTS, type ListKey } from './claim-query'

export type ClaimKey = ListKey | 'q' | 'from' | 'to' | 'sort' | 'columns' | 'per' | 'after' | 'before'

export type KeyKind =
  /** Repeatable, meaning any of: values of a closed vocabulary. */
  | { kind: 'values'; values: readonly string[] }
  /** Repeatable, meaning any of: addresses of records, checked by their form only. */
  | { kind: 'slugs' }
  /** A year, a month or a day. */
  | { kind: 'date' }
  /** What is typed into a search box. */
  | { kind: 'search' }
  | { kind: 'sort'; values: readonly string[] }
  /** Columns joined by dots, or `none`. */
  | { kind: 'columns'; values: readonly string[] }
  /** Rows on a page. */
  | { kind: 'size' }
  | { kind: 'cursor' }

/** The alarm for editors tells something about a person who spoke on background; it is no filter (rules.md §2.8). */
const PUBLIC_FLAGS = FLAGS.filter((flag) => flag !== 'named_speaker_on_background')

export const CLAIM_KEYS: Readonly<Record<ClaimKey, KeyKind>> = {
  status: { kind: 'values', values: ['unsupported', ...STATUSES] },
  family: { kind: 'values', values: FAMILY_NAMES },
  speaker: { kind: 'slugs' },
  topic: { kind: 'slugs' },
  source: { kind: 'slugs' },
  flag: { kind: 'values', values: PUBLIC_FLAGS },
  act: { kind: 'values', values: SPEECH_ACTS },
  basis: { kind: 'values', values: BASES },
  q: { kind: 'search' },
  from: { kind: 'date' },
  to: { kind: 'date' },
  sort: { kind: 'sort', values: ['relevance', ...CLAIM_SORTS.flatMap((by) => [by, `-${by}`])] },
  columns: { kind: 'columns', values: CLAIM_COLUMNS },
  per: { kind: 'size' },
  after: { kind: 'cursor' },
  before: { kind: 'cursor' },
}
