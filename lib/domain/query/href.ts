/** The address of a query, and of the views next to it. */
import {
  CLAIM_COLUMNS,
  type ClaimColumn,
  type ClaimQuery,
  type ColumnSort,
  defaultSort,
  LIST_KEYS,
  type ListKey,
  PER_DEFAULT,
} from './claim-query'

/** The query's parameters in one order; what is the default is left out. `parseClaimQuery` of it gives the query. */
export const paramsOf = (query: ClaimQuery): URLSearchParams => {
  const params = new URLSearchParams()
  for (const key of LIST_KEYS) for (const value of query[key]) params.append(key, value)
  if (query.q !== undefined) params.set('q', query.q)
  if (query.from) params.set('from', query.from)
  if (query.to) params.set('to', query.to)
  const { by, descending } = query.sort
  if (by !== defaultSort(query).by || !descending) params.set('sort', `${descending ? '-' : ''}${by}`)
  if (query.columns.length < CLAIM_COLUMNS.length) params.set('columns', query.columns.join('.') || 'none')
  if (query.per !== PER_DEFAULT) params.set('per', String(query.per))
  if (query.after) params.set('after', query.after)
  if (query.before) params.set('before', query.before)
  return params
}

/** The address of a query under a path: /claims?speaker=…; a relative path, safe in a link. */
export const hrefOf = (query: ClaimQuery, base = '/claims'): string => {
  const params = paramsOf(query).toString()
  return params ? `${base}?${params}` : base
}

/** The same view from its first page; everything but paging goes through here. */
export const firstPage = ({ after: _after, before: _before, ...query }: ClaimQuery): ClaimQuery => query

/** All that the view holds, in its order: with nothing of how it is cut into pages or shown. */
export const wholeView = (query: ClaimQuery): ClaimQuery => ({
  ...firstPage(query),
  per: PER_DEFAULT,
  columns: [...CLAIM_COLUMNS],
})

/** The view without one value of a condition, or without the whole of it. */
export const without = (
  query: ClaimQuery,
  key: ListKey | 'q' | 'from' | 'to',
  value?: string,
): ClaimQuery => {
  const rest = firstPage(query)
  if (key === 'q') {
    const { q: _gone, ...other } = rest
    return other.sort.by === 'relevance' ? { ...other, sort: defaultSort({}) } : other
  }
  if (key === 'from' || key === 'to') {
    const { [key]: _gone, ...other } = rest
    return other
  }
  const list = value === undefined ? [] : (rest[key] as string[]).filter((v) => v !== value)
  return { ...rest, [key]: list }
}

/** The view narrowed (or widened, where the key has values already) by one value. */
export const withValue = (query: ClaimQuery, key: ListKey, value: string): ClaimQuery => {
  const rest = firstPage(query)
  return { ...rest, [key]: [...new Set([...(rest[key] as string[]), value])].sort() }
}

/** The view in another order; asking for the order that it has turns it round. */
export const withSort = (query: ClaimQuery, by: ColumnSort): ClaimQuery => {
  const descends = by !== 'speaker' && by !== 'status'
  const descending = query.sort.by === by ? !query.sort.descending : descends
  return { ...firstPage(query), sort: { by, descending } }
}

/** The view with a column shown or hidden. */
export const withColumn = (query: ClaimQuery, column: ClaimColumn, shown: boolean): ClaimQuery => ({
  ...query,
  columns: CLAIM_COLUMNS.filter((c) => (c === column ? shown : query.columns.includes(c))),
})

/** Another page of the view. */
export const withPage = (
  query: ClaimQuery,
  page: { after: string } | { before: string } | 'first',
): ClaimQuery => (page === 'first' ? firstPage(query) : { ...firstPage(query), ...page })

const SINGLE_CONDITIONS = ['q', 'from', 'to'] as const

/** Whether the view narrows the claims at all. */
export const isNarrowed = (query: ClaimQuery): boolean =>
  LIST_KEYS.some((key) => query[key].length > 0) || SINGLE_CONDITIONS.some((key) => query[key] !== undefined)
