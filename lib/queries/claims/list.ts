import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { type ClaimQuery, decodeCursor, encodeCursor } from '../../domain/query'
import { plainValue } from '../sort-value'
import type { ClaimItem, ClaimRow, Page } from '../views'
import { sizesOf } from './counting/sizes'
import { namesFor, type QueryNames } from './names'
import { MOST_RANKED, rankedIds, rankedPage, searchCondition, soughtOf, totalWith } from './ranked'
import { claimItems, claimRows } from './rows'
import { type Key, pageSql } from './walk'
import { type Condition, conditionsOf, whereSql } from './where'

/** Where a page is read without asking how many claims each condition matches: there is no choice of index. */
const isSimple = (query: ClaimQuery, conditions: readonly Condition[]): boolean =>
  conditions.length === 0 ||
  (conditions.length === 1 &&
    conditions[0]?.key !== 'date' &&
    (query.sort.by === 'saidOn' || query.sort.by === 'relevance'))

const pageOf = async <T>(
  db: Database,
  query: ClaimQuery,
  rowsOf: (reader: Database['reader'], ids: readonly string[]) => Promise<T[]>,
): Promise<Page<T> & { names: QueryNames }> => {
  const names = await namesFor(db.reader, query)
  const sought = soughtOf(query)
  const filters = conditionsOf(query, names)
  const conditions = sought ? [...filters, searchCondition(db, sought)] : filters
  if (sought && query.sort.by === 'relevance') {
    const ids = await rankedIds(db, sought, whereSql(filters))
    const total = await totalWith(db, sought, filters, {
      ...(ids.length < MOST_RANKED ? { known: ids.length } : {}),
    })
    const page = rankedPage(query, ids)
    return { ...page, rows: await rowsOf(db.reader, page.ids), total, names }
  }
  const token = query.before ?? query.after
  const backwards = query.before !== undefined
  const key = token && token !== 'last' ? decodeCursor(query, token) : null
  const sizes = isSimple(query, conditions) ? null : await sizesOf(db.reader, conditions)
  const [found, total] = await Promise.all([
    db.reader.$queryRaw<{ id: string; value: unknown }[]>(
      pageSql(query, conditions, key ? { key: key as Key, backwards } : { backwards }, sizes),
    ),
    totalWith(db, sought, filters, { sizes }),
  ])
  const more = found.length > query.per
  const page = found.slice(0, query.per)
  if (backwards) page.reverse()
  const cursor = (row: { id: string; value: unknown } | undefined) =>
    row ? encodeCursor(query, [plainValue(row.value), row.id]) : null
  const hasNext = backwards ? key !== null : more
  const hasPrevious = backwards ? more : key !== null
  // A page with nothing before and after it is all that there is, however it was counted.
  const whole = !hasNext && !hasPrevious && !total.exact
  return {
    rows: await rowsOf(
      db.reader,
      page.map((row) => row.id),
    ),
    total: whole ? { n: page.length, exact: true } : total,
    after: hasNext ? cursor(page.at(-1)) : null,
    before: hasPrevious ? cursor(page[0]) : null,
    names,
  }
}

/**
 * One page of the public claims that match.
 * @returns the page, with the names behind the query's addresses
 */
export const listClaims = (
  db: Database,
  _viewer: Viewer,
  query: ClaimQuery,
): Promise<Page<ClaimRow> & { names: QueryNames }> => pageOf(db, query, claimRows)

/** As listClaims, with what lists for programs have besides. */
export const listClaimItems = (
  db: Database,
  _viewer: Viewer,
  query: ClaimQuery,
): Promise<Page<ClaimItem> & { names: QueryNames }> => pageOf(db, query, claimItems)
