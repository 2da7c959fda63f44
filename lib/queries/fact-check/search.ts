import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { textIndex } from '../../db/search'
import type { FactCheckQuery } from '../../domain/fact-check/search'
import type { FactCheckedClaim } from '../../domain/fact-check/types'
import { isSought, soughtIn } from '../../domain/search/sought'
import { factCheckedClaims } from './claims'

const DAY_MS = 86_400_000

/** A language with any region or none. */
const inLanguage = (language: string) =>
  Prisma.sql`(lower(r."language") = ${language} OR substr(lower(r."language"), 1, ${language.length + 1}) = ${`${language}-`})`

/** Published on a host, with `www.` or without; here, where the reviewer published it nowhere else. */
const onSite = (site: string, own: string) => {
  const begins = ['https://', 'http://'].flatMap((scheme) =>
    ['', 'www.'].map((www) => {
      const start = `${scheme}${www}${site}`
      return Prisma.sql`lower(r."url") = ${start} OR substr(lower(r."url"), 1, ${start.length + 1}) = ${`${start}/`}`
    }),
  )
  return Prisma.sql`(${Prisma.join(begins, ' OR ')}${site === own ? Prisma.sql` OR r."url" IS NULL` : Prisma.empty})`
}

/**
 * Public claims with a published verdict that are asked for, those judged last first.
 * @param own the host of this site, without `www.`
 * @param now milliseconds, from which ages are counted
 */
export const searchFactChecks = async (
  db: Database,
  query: FactCheckQuery,
  own: string,
  now = Date.now(),
): Promise<{ claims: FactCheckedClaim[]; more: boolean }> => {
  const nothing = { claims: [], more: false }
  const conditions = [Prisma.sql`r."state" = 'published'`, Prisma.sql`c."shelf" = 'public'`]
  if (query.query) {
    const sought = soughtIn(query.query)
    if (!isSought(sought)) return nothing
    conditions.push(textIndex(db).among(sought))
  }
  const review = [
    ...(query.language ? [inLanguage(query.language)] : []),
    ...(query.site ? [onSite(query.site, own)] : []),
  ]
  if (query.maxAgeDays !== null) {
    // The newer of the two dates counts.
    const since = Math.floor(now / DAY_MS) - query.maxAgeDays
    conditions.push(Prisma.sql`(r."reviewedFrom" >= ${since} OR c."saidFrom" >= ${since})`)
  }
  const found = await db.reader.$queryRaw<{ id: string }[]>`
    SELECT c."id" AS id FROM "Review" r JOIN "Claim" c ON c."id" = r."claimId"
    WHERE ${Prisma.join([...conditions, ...review], ' AND ')}
    GROUP BY c."id" ORDER BY max(r."reviewedFrom") DESC, c."id" DESC
    LIMIT ${query.pageSize + 1} OFFSET ${query.offset}`
  const ids = found.slice(0, query.pageSize).map(({ id }) => id)
  const claims = await factCheckedClaims(db.reader, ids, await reviewsAmong(db, ids, review))
  return { claims: ids.flatMap((id) => claims.get(id) ?? []), more: found.length > query.pageSize }
}

/** The verdicts that are asked for, of some claims; undefined where all are. */
const reviewsAmong = async (
  db: Database,
  claimIds: readonly string[],
  conditions: readonly Prisma.Sql[],
): Promise<string[] | undefined> => {
  if (conditions.length === 0 || claimIds.length === 0) return undefined
  const rows = await db.reader.$queryRaw<{ id: string }[]>`SELECT r."id" FROM "Review" r
    WHERE r."claimId" IN (${Prisma.join([...claimIds])}) AND ${Prisma.join([...conditions], ' AND ')}`
  return rows.map(({ id }) => id)
}
