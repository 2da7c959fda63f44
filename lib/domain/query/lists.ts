/** The smaller queries: lists of speakers and of sources, by page number of a bounded size. */

import {
  SOURCE_KINDS,
  SOURCE_STATUSES,
  type SourceKind,
  type SourceStatus,
  SPEAKER_KINDS,
  type SpeakerKind,
} from '../vocabulary'
import type { Dropped, Params } from './parse'

export const SPEAKER_SORTS = ['name', 'claims', 'unsupported'] as const
export const SOURCE_SORTS = ['title', 'published', 'claims'] as const
export type SpeakerSort = (typeof SPEAKER_SORTS)[number]
export type SourceSort = (typeof SOURCE_SORTS)[number]

export interface SpeakerQuery {
  kind?: SpeakerKind
  sort: SpeakerSort
  /** The sort value and id of the row before the page. */
  after?: string
}

export interface SourceQuery {
  kind?: SourceKind
  status?: SourceStatus
  sort: SourceSort
  after?: string
}

/** Reads the parameters that a list has; everything else is dropped, and said. */
const read = <Q extends object>(
  params: Params,
  initial: Q,
  allowed: Record<string, readonly string[] | 'cursor'>,
) => {
  const entries =
    params instanceof URLSearchParams
      ? [...params.entries()]
      : Object.entries(params).flatMap(([key, value]) =>
          [value].flat().flatMap((v) => (v === undefined ? [] : [[key, v] as const])),
        )
  const query = { ...initial } as Record<string, unknown>
  const dropped: Dropped[] = []
  for (const [key, value] of entries) {
    const values = Object.hasOwn(allowed, key) ? allowed[key] : undefined
    if (value === '' && values) continue
    const fits = values === 'cursor' ? isKey(value) : values?.includes(value)
    if (fits) query[key] = value
    else if (dropped.length < 12)
      dropped.push({
        key: key.slice(0, 60),
        value: value.slice(0, 60),
        why: !values ? 'unknown_key' : values === 'cursor' ? 'bad_cursor' : 'unknown_value',
      })
  }
  return { query: query as Q, dropped }
}

export const parseSpeakerQuery = (params: Params) =>
  read<SpeakerQuery>(params, { sort: 'name' }, { kind: SPEAKER_KINDS, sort: SPEAKER_SORTS, after: 'cursor' })

export const parseSourceQuery = (params: Params) =>
  read<SourceQuery>(
    params,
    { sort: 'title' },
    { kind: SOURCE_KINDS, status: SOURCE_STATUSES, sort: SOURCE_SORTS, after: 'cursor' },
  )

/** The address of a list's view. */
export const listHref = (base: string, query: object, change: object = {}): string => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...query, after: undefined, ...change }))
    if (
      typeof value === 'string' &&
      value !== '' &&
      !(key === 'sort' && (value === 'name' || value === 'title'))
    )
      params.set(key, value)
  const text = params.toString()
  return text ? `${base}?${text}` : base
}

/** Where a page of a list begins, as text in an address. */
export const keyOf = (value: string | number, id: string): string =>
  encodeURIComponent(JSON.stringify([value, id]))

export const decodeKey = (token: string): [string | number, string] | null => {
  try {
    const key: unknown = JSON.parse(decodeURIComponent(token))
    if (!Array.isArray(key) || key.length !== 2 || typeof key[1] !== 'string') return null
    return typeof key[0] === 'string' || Number.isSafeInteger(key[0])
      ? (key as [string | number, string])
      : null
  } catch {
    return null
  }
}

const isKey = (token: string): boolean => token.length <= 500 && decodeKey(token) !== null
