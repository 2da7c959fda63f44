/** Counting the claims that match by every facet at once, where they are few. */
import type { Reader } from '../../../db/client'
import { Prisma } from '../../../db/generated/sqlite/client'
import { rowsOf } from '../../../db/rows'
import { SEARCH_EXACT_UP_TO } from '../../../db/search/counting'
import { UNKNOWN_DAY } from '../../../domain/edtf'
import { calendarDay } from '../../../domain/edtf/days'
import { type Condition, whereSql } from '../where'
import { enteredBy } from './among'
import type { Sums } from './counters'

/** Claims that are counted by all of their facets for one page: more would take longer than the page. */
export const FEW = 1_000

const COLUMNS: Record<string, string> = {
  status: 'shownStatus',
  family: 'family',
  speaker: 'speakerId',
  act: 'speechAct',
  basis: 'basis',
}

/** Which values of a facet are wanted: those of most claims, and some whatever they have. */
export interface Wanted {
  facet: string
  /** So many of most claims. */
  top: number
  chosen: readonly string[]
  /** Only these are counted. */
  only?: readonly string[]
}

const among = (column: Prisma.Sql, only: readonly string[] | undefined) =>
  only === undefined
    ? Prisma.empty
    : only.length === 0
      ? Prisma.sql`AND 1 = 0`
      : Prisma.sql`AND ${column} IN (${Prisma.join([...only])})`

/** The facets that stand in rows of their own, of all claims at once. SQLite must be told to begin with the claims. */
const facetRows = (kinds: readonly string[]): Prisma.Sql =>
  Prisma.sql`f AS MATERIALIZED (SELECT f."kind" AS facet, f."value" AS value, count(*) AS n
    FROM m CROSS JOIN "ClaimFacet" f WHERE f."claimId" = m."id" AND f."kind" IN (${Prisma.join([...kinds])})
    GROUP BY f."kind", f."value")`

/** A facet's values with their counts. */
const groups = ({ facet, only }: Wanted): Prisma.Sql => {
  const name = COLUMNS[facet]
  if (!name)
    return Prisma.sql`SELECT f.value AS value, f.n AS n FROM f WHERE f.facet = ${facet}
      ${among(Prisma.sql`f.value`, only)}`
  const column = Prisma.raw(`m."${name}"`)
  return Prisma.sql`SELECT ${column} AS value, count(*) AS n FROM m
    WHERE ${column} IS NOT NULL ${among(column, only)} GROUP BY ${column}`
}

/** Most claims share their days with others, so the years are compared with far fewer rows. */
const DAYS = Prisma.sql`d AS MATERIALIZED (SELECT m."saidFrom", m."saidTo", count(*) AS n FROM m
  WHERE m."saidFrom" > ${UNKNOWN_DAY} GROUP BY m."saidFrom", m."saidTo")`

const byYears = (years: readonly number[]): Prisma.Sql => {
  const rows = years.map(
    (year) =>
      Prisma.sql`(CAST(${String(year)} AS TEXT), CAST(${calendarDay(year, 1, 1)} AS INTEGER),
        CAST(${calendarDay(year + 1, 1, 1) - 1} AS INTEGER))`,
  )
  return Prisma.sql`SELECT y.column1 AS value, sum(d.n) AS n FROM d JOIN (VALUES ${Prisma.join(rows)}) AS y
    ON d."saidFrom" <= y.column3 AND d."saidTo" >= y.column2 GROUP BY y.column1`
}

/** A facet's part of the statement; its name is one of this file's own. */
const partsOf = (wanted: Wanted, years: readonly number[]): Prisma.Sql[] => {
  const name = Prisma.raw(`'${wanted.facet}'`)
  if (wanted.facet === 'year')
    return years.length === 0
      ? []
      : [Prisma.sql`SELECT ${name} AS facet, g.value, g.n FROM (${byYears(years)}) AS g`]
  const top = Prisma.sql`SELECT ${name} AS facet, g.value, g.n FROM
    (SELECT * FROM (${groups(wanted)}) AS h ORDER BY n DESC, value LIMIT ${wanted.top}) AS g`
  if (wanted.chosen.length === 0) return [top]
  return [
    top,
    Prisma.sql`SELECT ${name} AS facet, g.value, g.n FROM (${groups({ ...wanted, only: wanted.chosen })}) AS g`,
  ]
}

/** Claims that are counted one by one where these conditions are met. */
const mostOf = (conditions: readonly Condition[]) =>
  conditions.some((c) => 'sql' in c) ? SEARCH_EXACT_UP_TO : FEW

/** What the claims are read from, and the conditions: of a search the last recorded, and no more than are counted. */
const readFrom = (first: Condition | null, conditions: readonly Condition[]): [Prisma.Sql, Prisma.Sql] => {
  const search = conditions.find((c) => 'sql' in c)
  return search
    ? [search.table, whereSql(conditions.filter((c) => c !== search))]
    : [Prisma.sql`"Claim" c`, enteredBy(first, conditions)]
}

/** The statement that counts claims by several facets, up to the bound of these conditions. */
export const togetherSql = (
  first: Condition | null,
  conditions: readonly Condition[],
  wanted: readonly Wanted[],
  years: readonly number[],
): Prisma.Sql => {
  const kinds = wanted.flatMap(({ facet }) => (facet === 'year' || COLUMNS[facet] ? [] : [facet]))
  const [from, where] = readFrom(first, conditions)
  const tables = [
    Prisma.sql`m AS MATERIALIZED (SELECT c."id", c."shownStatus", c."family", c."speakerId", c."speechAct",
      c."basis", c."saidFrom", c."saidTo" FROM ${from} WHERE ${where} LIMIT ${mostOf(conditions) + 1})`,
    ...(kinds.length > 0 ? [facetRows(kinds)] : []),
    ...(wanted.some(({ facet }) => facet === 'year') ? [DAYS] : []),
  ]
  const parts = wanted.flatMap((one) => partsOf(one, years))
  const all = [Prisma.sql`SELECT 'all' AS facet, '' AS value, count(*) AS n FROM m`, ...parts]
  return Prisma.sql`WITH ${Prisma.join(tables)} ${Prisma.join(all, ' UNION ALL ')}`
}

/** @returns the sums by facet and value, and whether more claims match than were counted */
export const countTogether = async (
  reader: Reader,
  first: Condition | null,
  conditions: readonly Condition[],
  wanted: readonly Wanted[],
  years: readonly number[],
): Promise<{ sums: Map<string, Sums>; seen: number; cut: boolean }> => {
  const rows = await rowsOf<{ facet: string; value: string; n: number | bigint }>(
    reader,
    togetherSql(first, conditions, wanted, years),
  )
  const sums = new Map<string, Sums>([...wanted.map(({ facet }): [string, Sums] => [facet, new Map()])])
  let seen = 0
  for (const { facet, value, n } of rows)
    if (facet === 'all') seen = Number(n)
    else sums.get(facet)?.set(value, Number(n))
  return { sums, seen, cut: seen > mostOf(conditions) }
}
