/** Reading all claims that match, beginning with the condition that fewest match. */
import { Prisma } from '../../../db/generated/sqlite/client'
import { UNKNOWN_DAY } from '../../../domain/edtf'
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

type Facet = Extract<Condition, { facet: string }>
const isFacet = (condition: Condition): condition is Facet => 'facet' in condition

/**
 * The claims that have a value of a facet, along its index, which holds the first day of each as well: with it, and
 * with the other facets looked up beside it, most claims that do not match are told without their own row.
 */
const byFacet = (entry: Facet, conditions: readonly Condition[]): Prisma.Sql => {
  const parts = [
    Prisma.sql`e."kind" = ${entry.facet} AND e."value" IN (${Prisma.join(entry.values)}) AND e."shelf" = 'public'`,
  ]
  for (const c of conditions)
    if ('from' in c) {
      parts.push(Prisma.sql`e."saidFrom" >= ${c.first ?? UNKNOWN_DAY + 1}`)
      if (c.to !== null) parts.push(Prisma.sql`e."saidFrom" <= ${c.to}`)
    } else if (isFacet(c) && c !== entry)
      parts.push(Prisma.sql`EXISTS (SELECT 1 FROM "ClaimFacet" f WHERE f."claimId" = e."claimId"
        AND f."kind" = ${c.facet} AND f."value" IN (${Prisma.join(c.values)}))`)
  return Prisma.sql`c."id" IN (SELECT e."claimId" FROM "ClaimFacet" e WHERE ${Prisma.join(parts, ' AND ')})`
}

/**
 * The conditions of a query on "Claim" c, as whereSql gives them, but entered by one: neither database can tell by
 * itself which is rarest, and SQLite would never begin with a facet.
 * @param first the condition that fewest claims match; where it is a range of days, a facet is narrower still within it
 */
export const enteredBy = (first: Condition | null, conditions: readonly Condition[]): Prisma.Sql => {
  if (!first || 'sql' in first) return whereSql(conditions)
  const entry = isFacet(first) ? first : 'from' in first ? conditions.find(isFacet) : undefined
  if (entry) {
    const rest = conditions.filter((c) => !isFacet(c)).map(aside)
    return Prisma.join([byFacet(entry, conditions), ...rest], ' AND ')
  }
  const rest = conditions
    .filter((c) => c !== first)
    .map((c) => (holdsStatus(first) && ofStatus(c) ? conditionSql(c) : aside(c)))
  return Prisma.join([Prisma.sql`c."shelf" = 'public'`, conditionSql(first), ...rest], ' AND ')
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
