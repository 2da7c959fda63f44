import { Prisma } from '../../../db/generated/sqlite/client'

/** Claims of each speaker that are compared, the newest; beyond them the page leads to lists. */
export const COMPARED = 2_000

/** The public claims of a speaker that are compared, as a table `m` of ids and first days, along an index. */
export const madeBy = (speakerId: string, most: number): Prisma.Sql =>
  Prisma.sql`(SELECT "id", "saidFrom", "statement" FROM "Claim" WHERE "shelf" = 'public' AND "speakerId" = ${speakerId}
    ORDER BY "saidFrom" DESC, "id" DESC LIMIT ${most}) m`

/** Newest first, as everywhere. */
export const newestFirst = Prisma.sql`ORDER BY m."saidFrom" DESC, m."id" DESC`
