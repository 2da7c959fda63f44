/**
 * A cursor is where a page of claims begins: the sort value and the id of the row before it. It belongs to one view,
 * so that one that was tampered with, or made for other filters or another order, is ignored.
 */
import { type ClaimQuery, isByMoment, LIST_KEYS } from './claim-query'
import { decodeToken, encodeToken, isMoment, type RowKey } from './token'

export type CursorKey = RowKey

/** As `before`: the last page of any view, walking backwards from the end. */
export const LAST = 'last'

/** What a cursor belongs to: the order, the filters and the search, not the page, its size or its columns. */
const scope = (query: ClaimQuery): string =>
  JSON.stringify([
    query.sort,
    ...LIST_KEYS.map((key) => query[key]),
    query.from ?? null,
    query.to ?? null,
    query.q ?? null,
  ])

/** The cursor after (or before) the row with this sort value and id, in this view. */
export const encodeCursor = (query: ClaimQuery, key: CursorKey): string => encodeToken(scope(query), key)

/** A value of another type than the column's must not reach the database: it would be an error there. */
const fits = (query: ClaimQuery, [value]: CursorKey): boolean => {
  if (isByMoment(query.sort.by)) return isMoment(value)
  return (typeof value === 'string') === (query.sort.by === 'speaker')
}

/** The row that a cursor stands for in this view; null for one that is not of this view. Never throws. */
export const decodeCursor = (query: ClaimQuery, token: string): CursorKey | null => {
  const key = decodeToken(scope(query), token)
  return key && fits(query, key) ? key : null
}
