import { Prisma } from '../generated/sqlite/client'
import { MOST_MATCHED } from './counting'
import { type FoundName, NAMED, type NameIndex, TABLE, trigramsOf } from './names'
import { soughtQuery } from './postgres'

const isPublic = NAMED.map(
  (kind) =>
    `(n."kind" = '${kind}' AND EXISTS (SELECT 1 FROM "${TABLE[kind]}" r WHERE r."id" = n."recordId" AND r."shelf" = 'public'))`,
).join(' OR ')

export const postgresNames: NameIndex = {
  async named(reader, kind, sought, { shelves, limit }) {
    const query = soughtQuery(sought)
    if (query === null || shelves.length === 0) return []
    const table = Prisma.raw(`"${TABLE[kind]}"`)
    // Only speakers are merged; the name of one that was is a name of the other.
    const now = kind === 'speaker' ? Prisma.sql`coalesce(r."mergedIntoId", r."id")` : Prisma.sql`r."id"`
    return reader.$queryRaw<FoundName[]>`SELECT s."id", n."name",
        CASE WHEN s."id" = r."id" THEN n."role" ELSE 'former' END AS "role"
      FROM (SELECT "id", "recordId", "role", "name" FROM "RecordName"
        WHERE "kind" = ${kind} AND "words" @@ (${query}) LIMIT ${MOST_MATCHED}) n
      JOIN ${table} r ON r."id" = n."recordId" JOIN ${table} s ON s."id" = ${now}
      WHERE s."shelf" IN (${Prisma.join(shelves)})
      ORDER BY s."claimCount" DESC, s."id", n."id" LIMIT ${limit}`
  },

  async alike(reader, word, limit) {
    const shares = trigramsOf(word).map((trigram) => Prisma.sql`n."letters" LIKE ${`%${trigram}%`}`)
    const rows = await reader.$queryRaw<{ name: string }[]>`SELECT n."name" FROM "RecordName" n
      WHERE (${Prisma.join(shares, ' OR ')}) AND (${Prisma.raw(isPublic)})
      ORDER BY word_similarity(${word}, n."letters") DESC, n."id" LIMIT ${limit}`
    return rows.map(({ name }) => name)
  },

  async present(reader, words) {
    const rows = await reader.$queryRaw<
      { word: string }[]
    >`SELECT a.word FROM unnest(${[...words]}::text[]) AS a(word)
      WHERE EXISTS (
        SELECT 1 FROM "ClaimText" t JOIN "Claim" c ON c."id" = t."claimId"
        WHERE t."words" @@ phraseto_tsquery('claim_text', a.word) AND c."shelf" = 'public'
      )`
    return rows.map(({ word }) => word)
  },
}
