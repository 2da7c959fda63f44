/** How many of a view's claims were said in each month or year. */
import type { Database, Reader } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { rowsOf } from '../../db/rows'
import { SEARCH_EXACT_UP_TO } from '../../db/search/counting'
import type { Viewer } from '../../domain/actor'
import { type DatedClaims, inYear, type OverTime, overTime } from '../../domain/over-time'
import type { ClaimQuery } from '../../domain/query'
import { FAMILIES, STATUSES, type Status } from '../../domain/sourcing/types'
import type { Total } from '../views'
import { selectionOf } from './counting/selection'
import { namesFor, type QueryNames } from './names'
import { searchCondition, soughtOf, totalWith } from './ranked'
import { EXACT_UP_TO } from './total'
import { byDate } from './walk'
import { type Condition, conditionsOf, whereSql } from './where'

export interface ClaimsOverTime extends OverTime {
  /** How many claims the view has. */
  total: Total
  /** Where not all of them are counted: only so many, the newest. */
  newest: number | null
  names: QueryNames
}

/** The newest by their dates; of a search those recorded last, which it comes to first. */
const newestSql = (conditions: readonly Condition[], most: number): Prisma.Sql => {
  const search = conditions.find((c) => 'sql' in c)
  if (search)
    return Prisma.sql`FROM ${search.table} WHERE ${whereSql(conditions.filter((c) => c !== search))} LIMIT ${most}`
  const { table, value, id, where } = byDate(conditions)
  return Prisma.sql`FROM ${table} WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY ${value} DESC, ${id} DESC LIMIT ${most}`
}

/** The newest of the claims that match, as many as are ever counted one by one, by their days and families. */
export const datedSql = (conditions: readonly Condition[], most: number): Prisma.Sql =>
  Prisma.sql`SELECT x."saidFrom" AS "from", x."saidTo" AS "to", x."family" AS family, count(*) AS n
    FROM (SELECT c."saidFrom", c."saidTo", c."family" ${newestSql(conditions, most)}) x
    GROUP BY x."saidFrom", x."saidTo", x."family"`

const walked = async (
  reader: Reader,
  conditions: readonly Condition[],
  most: number,
): Promise<DatedClaims[]> => {
  const rows = await rowsOf<Omit<DatedClaims, 'n'> & { n: number | bigint }>(
    reader,
    datedSql(conditions, most),
  )
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}

/** By year from the counters, which hold the year in which a date begins. Undated claims begin in no year. */
const fromCounters = async (reader: Reader, statuses: readonly Status[]): Promise<DatedClaims[]> => {
  const rows = await reader.claimCount.findMany({
    where: { within: '', facet: 'year', status: { in: [...statuses] }, n: { gt: 0 } },
  })
  return rows.map(({ value, status, n }) => inYear(Number(value), FAMILIES[status as Status], n))
}

/**
 * A view's claims over time. A view of more claims than are counted one by one is counted from the counters, by year,
 * where they answer it; else its newest claims are, and `newest` says how many.
 * @param atMost claims that are counted one by one
 */
export const claimsOverTime = async (
  db: Database,
  _viewer: Viewer,
  query: ClaimQuery,
  atMost = EXACT_UP_TO,
): Promise<ClaimsOverTime> => {
  const { reader } = db
  const names = await namesFor(reader, query)
  const sought = soughtOf(query)
  const filters = conditionsOf(query, names)
  const conditions = sought ? [...filters, searchCondition(db, sought)] : filters
  const total = await totalWith(db, sought, filters)
  const most = sought ? Math.min(atMost, SEARCH_EXACT_UP_TO) : atMost
  const many = total.n > most || (!total.exact && total.n >= most)
  const { statuses, filters: others, years, uncounted } = selectionOf(conditions)
  if (many && others.length === 0 && !years && !uncounted)
    return { ...overTime(await fromCounters(reader, statuses ?? STATUSES)), total, newest: null, names }
  const drawn = overTime(await walked(reader, conditions, most))
  return { ...drawn, total, newest: many ? most : null, names }
}
