/** Reading all claims that match, beginning with the condition that fewest match. */
import { Prisma } from '../../../db/generated/sqlite/client'
import { type Condition, conditionSql, whereSql } from '../where'

/** Indexes that hold the status besides: those of a speaker's claims. */
const holdsStatus = (condition: Condition) => condition.key === 'speaker'
const ofStatus = ({ key }: Condition) => key === 'status' || key === 'family'

/** A condition that is only looked at in claims that another one found: no index begins with it. */
const aside = (condition: Condition): Prisma.Sql => {
  if (!('column' in condition)) return conditionSql(condition)
  const column = Prisma.raw(`COALESCE(c."${condition.column}", '')`)
  return Prisma.sql`${column} IN (${Prisma.join(condition.values)})`
}

/**
 * The conditions of a query on "Claim" c, as whereSql gives them, but entered by one: neither database can tell by
 * itself which is rarest, and SQLite would never begin with a facet.
 */
export const enteredBy = (first: Condition | null, conditions: readonly Condition[]): Prisma.Sql => {
  if (!first || 'sql' in first) return whereSql(conditions)
  const rest = conditions
    .filter((c) => c !== first)
    .map((c) => (holdsStatus(first) && ofStatus(c) ? conditionSql(c) : aside(c)))
  const enter =
    'facet' in first
      ? Prisma.sql`c."id" IN (SELECT "claimId" FROM "ClaimFacet" WHERE "kind" = ${first.facet}
          AND "value" IN (${Prisma.join(first.values)}) AND "shelf" = 'public')`
      : Prisma.sql`c."shelf" = 'public' AND ${conditionSql(first)}`
  return Prisma.join([enter, ...rest], ' AND ')
}

/** The conditions of a query on "Claim" c as things to look at on the way along an order: no index begins with them. */
export const besides = (conditions: readonly Condition[]): Prisma.Sql =>
  Prisma.join([Prisma.sql`c."shelf" = 'public'`, ...conditions.map(aside)], ' AND ')

/** Counts claims, but no more of them than `limit`. */
export const countSql = (
  first: Condition | null,
  conditions: readonly Condition[],
  limit: number,
): Prisma.Sql =>
  Prisma.sql`SELECT count(*) AS n FROM (SELECT 1 FROM "Claim" c WHERE ${enteredBy(first, conditions)}
    LIMIT ${limit}) AS found`
