/** Reads an address as a query. Total: what it cannot use it drops, and says. */
import { parseEdtf } from '../edtf'
import { isSlug } from '../ids'
import { isSought, soughtIn, soughtText } from '../search/sought'
import {
  CLAIM_COLUMNS,
  type ClaimQuery,
  type ClaimSort,
  defaultSort,
  emptyQuery,
  LIST_KEYS,
  type ListKey,
  sizeOf,
} from './claim-query'
import { decodeCursor, LAST } from './cursor'
import { CLAIM_KEYS } from './keys'
import { type Dropped, Drops, entriesOf, type Params } from './params'

/** More values than anybody picks by hand; the rest of a longer list is dropped, and said. */
const MOST_VALUES = 20

const isListKey = (key: string): key is ListKey => (LIST_KEYS as readonly string[]).includes(key)

const isValue = (key: ListKey, value: string): boolean => {
  const rule = CLAIM_KEYS[key]
  return rule.kind === 'values' ? rule.values.includes(value) : isSlug(value)
}

const isDay = (value: string) => /^\d{4}(-\d\d){0,2}$/.test(value) && parseEdtf(value).ok

/** Each sets its part of the query and says whether the value could be used. */
const SINGLE: Record<
  'q' | 'from' | 'to' | 'sort' | 'per' | 'columns',
  (query: ClaimQuery, value: string) => boolean
> = {
  q: (query, value) => {
    const text = soughtText(value)
    const sought = isSought(soughtIn(text))
    if (sought) query.q = text
    return sought
  },
  from: (query, value) => {
    if (isDay(value)) query.from = value
    return query.from === value
  },
  to: (query, value) => {
    if (isDay(value)) query.to = value
    return query.to === value
  },
  sort: (query, value) => {
    const rule = CLAIM_KEYS.sort
    const known = rule.kind === 'sort' && rule.values.includes(value)
    const descending = value.startsWith('-')
    const by = value.slice(descending ? 1 : 0) as ClaimSort
    if (known) query.sort = { by, descending: descending || by === 'relevance' }
    return known
  },
  per: (query, value) => {
    const per = sizeOf(value)
    const fits = per !== null
    if (fits) query.per = per
    return fits
  },
  columns: (query, value) => {
    const wanted: readonly string[] = value === 'none' ? [] : value.split('.')
    const columns = CLAIM_COLUMNS.filter((column) => wanted.includes(column))
    const known = columns.length === wanted.length
    if (known) query.columns = columns
    return known
  },
}

const isSingle = (key: string): key is keyof typeof SINGLE => Object.hasOwn(SINGLE, key)

/** Cursors are read last, because they belong to all the rest of the query. */
const setPage = (query: ClaimQuery, cursors: ['after' | 'before', string][], drops: Drops) => {
  for (const [key, value] of cursors) {
    const isOfView = (key === 'before' && value === LAST) || decodeCursor(query, value) !== null
    if (query.after !== undefined || query.before !== undefined) drops.add(key, value, 'repeated')
    else if (isOfView) query[key] = value
    else drops.add(key, value, 'bad_cursor')
  }
}

/**
 * Reads the parameters of an address. Never throws; a view has one query, whatever the order of its parameters.
 * @returns the query, and everything that was dropped (the first few, each cut to a readable length)
 */
export const parseClaimQuery = (params: Params): { query: ClaimQuery; dropped: Dropped[] } => {
  const query = emptyQuery()
  const drops = new Drops()
  const cursors: ['after' | 'before', string][] = []
  const seen = new Set<string>()
  for (const [key, value] of entriesOf(params)) {
    if (isListKey(key)) {
      const list = query[key] as string[]
      // A form posts an empty value for a choice that was left open.
      if (value === '' || list.includes(value)) continue
      if (!isValue(key, value)) drops.add(key, value, 'unknown_value')
      else if (list.length >= MOST_VALUES) drops.add(key, value, 'too_many')
      else list.push(value)
    } else if (key === 'after' || key === 'before') {
      if (value !== '') cursors.push([key, value])
    } else if (!isSingle(key)) drops.add(key, value, 'unknown_key')
    else if (value === '') continue
    else if (seen.has(key)) drops.add(key, value, 'repeated')
    else if (SINGLE[key](query, value)) seen.add(key)
    else drops.add(key, value, key === 'q' ? 'no_words' : 'unknown_value')
  }
  if (query.sort.by === 'relevance' && query.q === undefined) drops.add('sort', 'relevance', 'unknown_value')
  if (!seen.has('sort') || (query.sort.by === 'relevance' && query.q === undefined))
    query.sort = defaultSort(query)
  for (const key of LIST_KEYS) (query[key] as string[]).sort()
  setPage(query, cursors, drops)
  return { query, dropped: drops.list }
}
