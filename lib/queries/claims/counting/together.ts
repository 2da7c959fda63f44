/** Counting the claims that match by every facet at once, where they are few. */
import type { Reader } from '../../../db/client'
import { Prisma } from '../../../db/generated/sqlite/client'
import { UNKNOWN_DAY } from '../../../domain/edtf'
import { calendarDay } from '../../../domain/edtf/days'
import type { Condition } from '../where'
import { enteredBy } from './among'
import type { Sums } from './counters'

/** Claims that are counted by all of their facets for one page: more would take longer than the page. */
export const FEW = 2_000

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

const groups = ({ facet, only }: Wanted): Prisma.Sql => {
  const name = COLUMNS[facet]
  if (name) {
    const column = Prisma.raw(`m."${name}"`)
    return Prisma.sql`SELECT ${column} AS value, count(*) AS n FROM m
      WHERE ${column} IS NOT NULL ${among(column, only)} GROUP BY ${column}`
  }
  return Prisma.sql`SELECT f."value" AS value, count(*) AS n FROM m JOIN "ClaimFacet" f ON f."claimId" = m."id"
    WHERE f."kind" = ${facet} ${among(Prisma.sql`f."value"`, only)} GROUP BY f."value"`
}

const byYears = (years: readonly number[]): Prisma.Sql => {
  const rows = years.map(
    (year) =>
      Prisma.sql`(CAST(${String(year)} AS TEXT), CAST(${calendarDay(year, 1, 1)} AS INTEGER),
        CAST(${calendarDay(year + 1, 1, 1) - 1} AS INTEGER))`,
  )
  return Prisma.sql`SELECT y.column1 AS value, count(*) AS n FROM m JOIN (VALUES ${Prisma.join(rows)}) AS y
    ON m."saidFrom" <= y.column3 AND m."saidTo" >= y.column2 WHERE m."saidFrom" > ${UNKNOWN_DAY} GROUP BY y.column1`
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

/** The statement that counts up to `FEW` claims by several facets. */
export const togetherSql = (
  first: Condition | null,
  conditions: readonly Condition[],
  wanted: readonly Wanted[],
  years: readonly number[],
): Prisma.Sql => {
  const parts = wanted.flatMap((one) => partsOf(one, years))
  const all = [Prisma.sql`SELECT 'all' AS facet, '' AS value, count(*) AS n FROM m`, ...parts]
  return Prisma.sql`WITH m AS MATERIALIZED (SELECT c."id", c."shownStatus", c."family", c."speakerId", c."speechAct",
      c."basis", c."saidFrom", c."saidTo" FROM "Claim" c WHERE ${enteredBy(first, conditions)} LIMIT ${FEW + 1})
    ${Prisma.join(all, ' UNION ALL ')}`
}

/** @returns the sums by facet and value, and whether more claims match than were counted */
export const countTogether = async (
  reader: Reader,
  first: Condition | null,
  conditions: readonly Condition[],
  wanted: readonly Wanted[],
  years: readonly number[],
): Promise<{ sums: Map<string, Sums>; seen: number; cut: boolean }> => {
  const rows = await reader.$queryRaw<{ facet: string; value: string; n: number | bigint }[]>(
    togetherSql(first, conditions, wanted, years),
  )
  const sums = new Map<string, Sums>([...wanted.map(({ facet }): [string, Sums] => [facet, new Map()])])
  let seen = 0
  for (const { facet, value, n } of rows)
    if (facet === 'all') seen = Number(n)
    else sums.get(facet)?.set(value, Number(n))
  return { sums, seen, cut: seen > FEW }
}
