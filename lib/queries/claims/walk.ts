/** The statement that reads one page of a list: along which index it walks, and where it begins. */
import { Prisma } from '../../db/generated/sqlite/client'
import { UNKNOWN_DAY } from '../../domain/edtf'
import { type ClaimQuery, type ClaimSort, type ColumnSort, isByMoment } from '../../domain/query'
import { STATUSES } from '../../domain/sourcing/types'
import { boundValue } from '../sort-value'
import { besides, enteredBy } from './counting/among'
import { selectionOf } from './counting/selection'
import type { Sizes } from './counting/sizes'
import { type Condition, conditionSql } from './where'

/** Which column each sort orders by; ties are always broken by id, in the same direction. */
const SORT_COLUMN: Record<ColumnSort, string> = {
  saidOn: 'saidFrom',
  recorded: 'recordedAt',
  published: 'publishedAt',
  speaker: 'speakerSort',
  status: 'statusRank',
  origins: 'originsSort',
}

/** Relevance without a search has no meaning; a list in that order is as one that asks for none. */
const columnOf = (sort: ClaimSort): ColumnSort => (sort === 'relevance' ? 'saidOn' : sort)

export type Key = [value: string | number, id: string]
export type Place = { key: Key; backwards: boolean } | { backwards: boolean; key?: undefined }

/** So few claims are sorted for a page; of more, the index of the order comes to enough that match by itself. */
const SORTED = 5_000

/** Where the walk is ordered, and the conditions in the form in which the databases enter that index. */
interface Way {
  table: Prisma.Sql
  value: Prisma.Sql
  id: Prisma.Sql
  where: Prisma.Sql[]
}

type DateCondition = Extract<Condition, { from: number | null }>
const isDate = (condition: Condition): condition is DateCondition => 'from' in condition

const alongClaims = (sort: ColumnSort, where: Prisma.Sql): Way => ({
  table: Prisma.sql`"Claim" c`,
  value: Prisma.raw(`c."${SORT_COLUMN[sort]}"`),
  id: Prisma.sql`c."id"`,
  where: [where],
})

/** Along one facet value, whose index holds the date too: a rare topic or source takes the time of a page. */
const alongFacet = (facet: Extract<Condition, { facet: string }>, rest: readonly Condition[]): Way => ({
  table: Prisma.sql`(SELECT "claimId", "saidFrom" FROM "ClaimFacet" WHERE "kind" = ${facet.facet}
    AND "value" = ${facet.values[0]} AND "shelf" = 'public') o JOIN "Claim" c ON c."id" = o."claimId"`,
  value: Prisma.sql`o."saidFrom"`,
  id: Prisma.sql`o."claimId"`,
  where: [Prisma.sql`c."shelf" = 'public'`, ...rest.map(conditionSql)],
})

/** The part of the order in which the claims of some statuses stand. */
const ranksOf = (conditions: readonly Condition[]): Prisma.Sql[] => {
  const { statuses } = selectionOf(conditions)
  if (!statuses || statuses.length === 0) return []
  const ranks = statuses.map((status) => STATUSES.indexOf(status))
  return [Prisma.sql`c."statusRank" BETWEEN ${Math.min(...ranks)} AND ${Math.max(...ranks)}`]
}

/** The part of the order in which the claims of some speakers stand: a claim sorts by the name of its maker. */
const namesOf = (conditions: readonly Condition[]): Prisma.Sql[] =>
  conditions.flatMap((c) => {
    if (c.key !== 'speaker' || !('values' in c)) return []
    const of = (which: 'min' | 'max') =>
      Prisma.sql`(SELECT ${Prisma.raw(which)}("sortName") FROM "Speaker" WHERE "id" IN (${Prisma.join(c.values)}))`
    return [Prisma.sql`c."speakerSort" BETWEEN ${of('min')} AND ${of('max')}`]
  })

/** More walks than this at once are not worth their statement. */
const MOST_WAYS = 5

/**
 * Along each status by itself, where some are asked for in an order that goes with the status: those of a common
 * status may all stand at its far end.
 */
const alongStatuses = (sort: ColumnSort, conditions: readonly Condition[]): Way[] | null => {
  const { statuses } = selectionOf(conditions)
  if (!statuses || (sort !== 'origins' && sort !== 'recorded')) return null
  if (statuses.length === 0 || statuses.length > MOST_WAYS) return null
  const rest = conditions.filter(({ key }) => key !== 'status' && key !== 'family')
  return statuses.map((status) => {
    const way = alongClaims(sort, besides(rest))
    return { ...way, where: [Prisma.sql`c."shownStatus" = ${status}`, ...way.where] }
  })
}

/** The walks whose merged order is the order of a list. */
const waysOf = (sort: ColumnSort, conditions: readonly Condition[], sizes: Sizes | null): Way[] => {
  const least = sizes && conditions.length > 0 ? sizes.least(conditions) : null
  const some = least && least.n > SORTED ? alongStatuses(sort, conditions) : null
  return some ?? [wayOf(sort, conditions, sizes)]
}

const wayOf = (sort: ColumnSort, conditions: readonly Condition[], sizes: Sizes | null): Way => {
  const facet = (c: Condition | null | undefined) => (c && 'facet' in c && c.values.length === 1 ? c : null)
  const least = conditions.length > 0 ? (sizes?.least(conditions) ?? null) : null
  if (sort === 'saidOn') {
    const first = facet(least ? least.condition : conditions.find((c) => facet(c)))
    if (first)
      return alongFacet(
        first,
        conditions.filter((c) => c !== first),
      )
    return alongClaims(
      sort,
      enteredBy(least && !isDate(least.condition) ? least.condition : null, conditions),
    )
  }
  if (least && least.n <= SORTED) return alongClaims(sort, enteredBy(least.condition, conditions))
  if (!least) return alongClaims(sort, enteredBy(null, conditions))
  const way = alongClaims(sort, besides(conditions))
  const within = sort === 'status' ? ranksOf(conditions) : sort === 'speaker' ? namesOf(conditions) : []
  return { ...way, where: [...way.where, ...within] }
}

/** The claims that match in the order of their dates: what to read them from, by what, and under which conditions. */
export const byDate = (conditions: readonly Condition[]): Way => wayOf('saidOn', conditions, null)

/** Where the page begins, in the order of the walk. */
const beyondSql = ({ value, id }: Way, sort: ColumnSort, key: Key, descending: boolean): Prisma.Sql =>
  Prisma.sql`(${value}, ${id}) ${Prisma.raw(descending ? '<' : '>')} (${boundValue(isByMoment(sort), key[0])}, ${key[1]})`

/**
 * The range of days of a walk by date. Each end is said once, by the range or by the place: SQLite would enter the
 * index by either, and with both it takes the one that leaves every page before this one to be walked through.
 */
const daysSql = (
  way: Way,
  { from, to, first = UNKNOWN_DAY + 1 }: DateCondition,
  place: { key?: Key | undefined; descending: boolean },
): Prisma.Sql[] => {
  const last = to ?? Number.POSITIVE_INFINITY
  const at = place.key ? Number(place.key[0]) : null
  const beyond = place.key ? [beyondSql(way, 'saidOn', place.key, place.descending)] : []
  const low = [Prisma.sql`${way.value} >= ${first}`]
  const high = to === null ? [] : [Prisma.sql`${way.value} <= ${to}`]
  const overlap = from === null ? [] : [Prisma.sql`c."saidTo" >= ${from}`]
  if (place.descending) return [...low, ...(at !== null && at <= last ? beyond : high), ...overlap]
  return [...(at !== null && at >= first ? beyond : low), ...high, ...overlap]
}

/**
 * The statement that reads one page of ids, one more than asked for, in the order of the walk.
 * @param sizes how many claims each condition matches; null where there is at most one, and the order is by date
 */
export const pageSql = (
  query: ClaimQuery,
  all: readonly Condition[],
  place: Place,
  sizes: Sizes | null = null,
): Prisma.Sql => {
  const conditions = sizes ? sizes.bounded(all) : all
  const sort = columnOf(query.sort.by)
  const descending = query.sort.descending !== place.backwards
  const date = sort === 'saidOn' ? conditions.find(isDate) : undefined
  const ways = waysOf(
    sort,
    conditions.filter((c) => c !== date),
    sizes,
  )
  const direction = Prisma.raw(descending ? 'DESC' : 'ASC')
  const reading = (way: Way): Prisma.Sql => {
    const range = date
      ? daysSql(way, date, { key: place.key, descending })
      : place.key
        ? [beyondSql(way, sort, place.key, descending)]
        : []
    return Prisma.sql`SELECT ${way.id} AS id, ${way.value} AS value FROM ${way.table}
      WHERE ${Prisma.join([...way.where, ...range], ' AND ')}`
  }
  const page = ({ value, id }: Pick<Way, 'value' | 'id'>) =>
    Prisma.sql`ORDER BY ${value} ${direction}, ${id} ${direction} LIMIT ${query.per + 1}`
  const [first, ...others] = ways.map((way) => Prisma.sql`${reading(way)} ${page(way)}`)
  if (first && others.length === 0) return first
  // A page of each, and the page among them: PostgreSQL merges no walks whose conditions are their own.
  const parts = ways.map((way) => Prisma.sql`SELECT * FROM (${reading(way)} ${page(way)}) AS way`)
  return Prisma.sql`${Prisma.join(parts, ' UNION ALL ')} ${page({ value: Prisma.sql`value`, id: Prisma.sql`id` })}`
}
