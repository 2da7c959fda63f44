/** The smaller queries: lists of speakers and of sources. */
import {
  SOURCE_KINDS,
  SOURCE_STATUSES,
  type SourceKind,
  type SourceStatus,
  SPEAKER_KINDS,
  type SpeakerKind,
} from '../vocabulary'
import { sizeOf } from './claim-query'
import { LAST } from './cursor'
import { type Dropped, Drops, entriesOf, type Params } from './params'
import { decodeToken, encodeToken, isMoment, type RowKey } from './token'

export const SPEAKER_SORTS = ['name', 'claims', 'unsupported', 'recorded'] as const
export const SOURCE_SORTS = ['title', 'published', 'claims', 'recorded'] as const
export type SpeakerSort = (typeof SPEAKER_SORTS)[number]
export type SourceSort = (typeof SOURCE_SORTS)[number]

export interface SpeakerQuery {
  kind?: SpeakerKind
  sort: SpeakerSort
  /** Rows on a page; as many as `LIST_PER` unless asked. */
  per?: number
  /** The sort value and id of the row before the page. */
  after?: string
  /** The row after the page, or `last` for the last page. */
  before?: string
}

export interface SourceQuery {
  kind?: SourceKind
  status?: SourceStatus
  sort: SourceSort
  per?: number
  after?: string
  before?: string
}

/** Rows on a page of these lists, unless asked. */
export const LIST_PER = 50

/** Names and titles are sorted as text, from A on, unless an address asks for something else. */
const isDefault = (sort: string) => sort === 'name' || sort === 'title'

/** Everything else is sorted from the most on, or the latest: by number, or by the moment when it was recorded. */
const fits = (sort: string, [value]: RowKey): boolean =>
  sort === 'recorded' ? isMoment(value) : (typeof value === 'string') === isDefault(sort)

/** The place that a page marker stands for in this order; null for one of another order, and for none. */
export const placeIn = ({
  sort,
  after,
  before,
}: {
  sort: string
  after?: string
  before?: string
}): RowKey | null => {
  const token = before ?? after
  const key = token ? decodeKey(token) : null
  return key && fits(sort, key) ? key : null
}

/** Where a page of a list begins, as text in an address. */
export const keyOf = (value: string | number, id: string): string => encodeToken('', [value, id])

/** What `keyOf` was made of; null for anything else. Never throws. */
export const decodeKey = (token: string): RowKey | null => decodeToken('', token)

type PageKey = 'after' | 'before'
const isPageKey = (key: string): key is PageKey => key === 'after' || key === 'before'

/** Reads the parameters that a list has; everything else is dropped, and said. */
const read = <Q extends { sort: string; per?: number; after?: string; before?: string }>(
  params: Params,
  initial: Q,
  allowed: { [key in Exclude<keyof Q & string, PageKey | 'per'>]-?: readonly string[] },
): { query: Q; dropped: Dropped[] } => {
  const query: Record<string, unknown> = {}
  const drops = new Drops()
  const cursors: [PageKey, string][] = []
  const isKey = (key: string): key is keyof typeof allowed => Object.hasOwn(allowed, key)
  for (const [key, value] of entriesOf(params)) {
    if (!isKey(key) && !isPageKey(key) && key !== 'per') drops.add(key, value, 'unknown_key')
    else if (value === '') continue
    else if (key === 'per') {
      const per = sizeOf(value)
      if (per === null) drops.add(key, value, 'unknown_value')
      else if (query.per !== undefined) drops.add(key, value, 'repeated')
      else if (per !== LIST_PER) query.per = per
    } else if (!isKey(key)) cursors.push([key as PageKey, value])
    else if (!allowed[key].includes(value)) drops.add(key, value, 'unknown_value')
    else if (Object.hasOwn(query, key)) drops.add(key, value, 'repeated')
    else query[key] = value
  }
  const whole: Q = { ...initial, ...query }
  for (const [name, value] of cursors) {
    if (whole.after !== undefined || whole.before !== undefined) drops.add(name, value, 'repeated')
    else if (placeIn({ sort: whole.sort, after: value }) || (name === 'before' && value === LAST))
      whole[name] = value
    else drops.add(name, value, 'bad_cursor')
  }
  return { query: whole, dropped: drops.list }
}

/** Reads the address of the list of speakers: `kind`, `sort`, `per`, `after` and `before`. Total, as `parseClaimQuery`. */
export const parseSpeakerQuery = (params: Params): { query: SpeakerQuery; dropped: Dropped[] } =>
  read<SpeakerQuery>(params, { sort: 'name' }, { kind: SPEAKER_KINDS, sort: SPEAKER_SORTS })

/** Reads the address of the list of sources: `kind`, `status`, `sort`, `per`, `after` and `before`. Total, as `parseClaimQuery`. */
export const parseSourceQuery = (params: Params): { query: SourceQuery; dropped: Dropped[] } =>
  read<SourceQuery>(
    params,
    { sort: 'title' },
    { kind: SOURCE_KINDS, status: SOURCE_STATUSES, sort: SOURCE_SORTS },
  )

/**
 * The address of a list's view; what is the default is left out.
 * @param change what differs from the query; every change begins at the first page, unless it is a page itself
 */
export const listHref = (
  base: string,
  query: SpeakerQuery | SourceQuery,
  change: Partial<Record<'kind' | 'status' | 'sort' | PageKey, string | undefined>> = {},
): string => {
  const { sort, ...rest } = { ...query, after: undefined, before: undefined, ...change }
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) if (value) params.set(key, String(value))
  if (sort && !isDefault(sort)) params.set('sort', sort)
  const text = params.toString()
  return text ? `${base}?${text}` : base
}
