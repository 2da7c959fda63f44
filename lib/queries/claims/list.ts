import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import {
  type ClaimQuery,
  type ClaimSort,
  type ColumnSort,
  decodeCursor,
  encodeCursor,
} from '../../domain/query'
import { boundValue, plainValue } from '../sort-value'
import type { ClaimItem, ClaimRow, Page } from '../views'
import { namesFor, type QueryNames } from './names'
import { MOST_RANKED, rankedIds, rankedPage, searchCondition, soughtOf, totalWith } from './ranked'
import { claimItems, claimRows } from './rows'
import { type Condition, conditionsOf, whereSql } from './where'

/** Which column each sort orders by; ties are always broken by id, in the same direction. */
const SORT_COLUMN: Record<ColumnSort, string> = {
  saidOn: 'saidFrom',
  recorded: 'recordedAt',
  speaker: 'speakerSort',
  status: 'statusRank',
  origins: 'originsSort',
}

/** Relevance without a search has no meaning; a list in that order is as one that asks for none. */
const columnOf = (sort: ClaimSort): ColumnSort => (sort === 'relevance' ? 'saidOn' : sort)

type Key = [value: string | number, id: string]

interface Order {
  table: Prisma.Sql
  value: Prisma.Sql
  id: Prisma.Sql
}

/**
 * Where the walk is ordered: along the claims, or along one facet value, whose index holds the date too. The latter
 * serves a rare topic or source in the time of a page, however many claims there are.
 */
export const orderOf = (
  sort: ColumnSort,
  conditions: readonly Condition[],
): { order: Order; rest: readonly Condition[] } => {
  const facet = conditions.find((c) => 'facet' in c && c.values.length === 1)
  if (sort === 'saidOn' && facet && 'facet' in facet)
    return {
      order: {
        table: Prisma.sql`(SELECT "claimId", "saidFrom" FROM "ClaimFacet" WHERE "kind" = ${facet.facet}
          AND "value" = ${facet.values[0]} AND "shelf" = 'public') o JOIN "Claim" c ON c."id" = o."claimId"`,
        value: Prisma.sql`o."saidFrom"`,
        id: Prisma.sql`o."claimId"`,
      },
      rest: conditions.filter((c) => c !== facet),
    }
  return {
    order: {
      table: Prisma.sql`"Claim" c`,
      value: Prisma.raw(`c."${SORT_COLUMN[sort]}"`),
      id: Prisma.sql`c."id"`,
    },
    rest: conditions,
  }
}

/** The statement that reads one page of ids, one more than asked for, in the order of the walk. */
export const pageSql = (
  query: ClaimQuery,
  conditions: readonly Condition[],
  cursor: { key: Key; backwards: boolean } | { backwards: boolean; key?: undefined },
): Prisma.Sql => {
  const { order, rest } = orderOf(columnOf(query.sort.by), conditions)
  const descending = query.sort.descending !== cursor.backwards
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const beyond = cursor.key
    ? Prisma.sql` AND (${order.value}, ${order.id}) ${descending ? Prisma.sql`<` : Prisma.sql`>`}
        (${boundValue(query.sort.by === 'recorded', cursor.key[0])}, ${cursor.key[1]})`
    : Prisma.empty
  return Prisma.sql`SELECT ${order.id} AS id, ${order.value} AS value FROM ${order.table}
    WHERE ${whereSql(rest)}${beyond}
    ORDER BY ${order.value} ${direction}, ${order.id} ${direction} LIMIT ${query.per + 1}`
}

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
    const total = await totalWith(db, sought, filters, ids.length < MOST_RANKED ? ids.length : undefined)
    const page = rankedPage(query, ids)
    return { ...page, rows: await rowsOf(db.reader, page.ids), total, names }
  }
  const token = query.before ?? query.after
  const backwards = query.before !== undefined
  const key = token && token !== 'last' ? decodeCursor(query, token) : null
  const [found, total] = await Promise.all([
    db.reader.$queryRaw<{ id: string; value: unknown }[]>(
      pageSql(query, conditions, key ? { key: key as Key, backwards } : { backwards }),
    ),
    totalWith(db, sought, filters),
  ])
  const more = found.length > query.per
  const page = found.slice(0, query.per)
  if (backwards) page.reverse()
  const cursor = (row: { id: string; value: unknown } | undefined) =>
    row ? encodeCursor(query, [plainValue(row.value), row.id]) : null
  const hasNext = backwards ? key !== null : more
  const hasPrevious = backwards ? more : key !== null
  return {
    rows: await rowsOf(
      db.reader,
      page.map((row) => row.id),
    ),
    total,
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
