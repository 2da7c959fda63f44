/** Reads an address as a query. Total: what it cannot use it drops, and says. */
import { parseEdtf } from '../edtf'
import { isSlug } from '../ids'
import { FAMILY_NAMES, FLAGS, STATUSES } from '../sourcing/types'
import { BASES, SPEECH_ACTS } from '../vocabulary'
import {
  CLAIM_COLUMNS,
  CLAIM_SORTS,
  type ClaimColumn,
  type ClaimQuery,
  emptyQuery,
  LIST_KEYS,
  type ListKey,
  PER_LEAST,
  PER_MOST,
} from './claim-query'
import { isCursorFor } from './cursor'

/** Something in an address that was not used, and why. */
export interface Dropped {
  key: string
  value: string
  why: 'unknown_key' | 'unknown_value' | 'too_many' | 'bad_cursor'
}

export type Params = URLSearchParams | Record<string, string | string[] | undefined>

/** More values than anybody picks by hand; the rest of a longer list is dropped, and said. */
const MOST_VALUES = 20
/** What is echoed of a dropped value; it may be hostile, and it may be long. */
const ECHOED = 60
/** Dropped things that are said; the rest would only fill the page. */
const MOST_SAID = 12

const entriesOf = (params: Params): [string, string][] =>
  params instanceof URLSearchParams
    ? [...params.entries()]
    : Object.entries(params).flatMap(([key, value]) =>
        (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one): [string, string] => [
          key,
          one,
        ]),
      )

const among = (values: readonly string[]) => {
  const set = new Set(values)
  return (value: string) => set.has(value)
}

/** The public flags; the alarm for editors is no filter. */
const PUBLIC_FLAGS = FLAGS.filter((flag) => flag !== 'named_speaker_on_background')

const ALLOWED: Record<ListKey, (value: string) => boolean> = {
  speaker: isSlug,
  topic: isSlug,
  source: isSlug,
  status: among(['unsupported', ...STATUSES]),
  family: among(FAMILY_NAMES),
  flag: among(PUBLIC_FLAGS),
  act: among(SPEECH_ACTS),
  basis: among(BASES),
}

const SORT = new Map<string, ClaimQuery['sort']>(
  CLAIM_SORTS.flatMap((by) => [
    [by, { by, descending: false }],
    [`-${by}`, { by, descending: true }],
  ]),
)

const isDay = (value: string) => /^\d{4}(-\d{2}){0,2}$/.test(value) && parseEdtf(value).ok

type Setter = (query: ClaimQuery, value: string) => boolean

const SINGLE: Record<string, Setter> = {
  from: (query, value) => isDay(value) && Boolean((query.from = value)),
  to: (query, value) => isDay(value) && Boolean((query.to = value)),
  sort: (query, value) => {
    const sort = SORT.get(value)
    if (sort) query.sort = { ...sort }
    return Boolean(sort)
  },
  per: (query, value) => {
    const per = Number(value)
    const fits = /^\d{2,3}$/.test(value) && per >= PER_LEAST && per <= PER_MOST
    if (fits) query.per = per
    return fits
  },
  columns: (query, value) => {
    const wanted = value.split('.')
    const known = CLAIM_COLUMNS.filter((column) => wanted.includes(column))
    if (!wanted.every((column) => column === 'none' || CLAIM_COLUMNS.includes(column as ClaimColumn)))
      return false
    query.columns = known
    return true
  },
}

const isListKey = (key: string): key is ListKey => (LIST_KEYS as readonly string[]).includes(key)

/** Lists in one order whatever the address's, so that one view has one address. */
const normalise = (query: ClaimQuery): ClaimQuery => {
  for (const key of LIST_KEYS) (query[key] as string[]).sort()
  return query
}

/**
 * Reads the parameters of an address.
 * @returns the query, and everything that was dropped (the first few, each cut to a readable length)
 */
export const parseClaimQuery = (params: Params): { query: ClaimQuery; dropped: Dropped[] } => {
  const query = emptyQuery()
  const dropped: Dropped[] = []
  const cursors: [key: 'after' | 'before', value: string][] = []
  const drop = (key: string, value: string, why: Dropped['why']) => {
    if (dropped.length < MOST_SAID)
      dropped.push({ key: key.slice(0, ECHOED), value: value.slice(0, ECHOED), why })
  }
  const seen = new Set<string>()
  for (const [key, value] of entriesOf(params)) {
    if (key === 'after' || key === 'before') cursors.push([key, value])
    else if (isListKey(key)) {
      const list = query[key] as string[]
      // The form posts an empty value for a choice that was left open.
      if (value === '' || list.includes(value)) continue
      if (!ALLOWED[key](value)) drop(key, value, 'unknown_value')
      else if (list.length >= MOST_VALUES) drop(key, value, 'too_many')
      else list.push(value)
    } else {
      const set = Object.hasOwn(SINGLE, key) ? SINGLE[key] : undefined
      if (!set) drop(key, value, 'unknown_key')
      else if (value !== '' && (seen.has(key) || !set(query, value))) drop(key, value, 'unknown_value')
      else if (value !== '') seen.add(key)
    }
  }
  normalise(query)
  for (const [key, value] of cursors)
    if (value === '') continue
    else if (query.after === undefined && query.before === undefined && isCursorFor(query, value))
      query[key] = value
    else drop(key, value, 'bad_cursor')
  return { query, dropped }
}
