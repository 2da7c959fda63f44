import { Prisma } from '../generated/sqlite/client'
import { MOST_MATCHED } from './counting'
import { type FoundName, NAMED, type NameIndex, TABLE, trigramsOf } from './names'
import { soughtMatch } from './sqlite'

const isPublic = NAMED.map(
  (kind) =>
    `EXISTS (SELECT 1 FROM "${TABLE[kind]}" r WHERE n."kind" = '${kind}' AND r."id" = n."recordId" AND r."shelf" = 'public')`,
).join(' OR ')

export const sqliteNames: NameIndex = {
  async named(reader, kind, sought, { shelves, limit }) {
    const match = soughtMatch(sought)
    if (match === null || shelves.length === 0) return []
    const table = Prisma.raw(`"${TABLE[kind]}"`)
    // Only speakers are merged; the name of one that was is a name of the other.
    const now = kind === 'speaker' ? Prisma.sql`coalesce(r."mergedIntoId", r."id")` : Prisma.sql`r."id"`
    return reader.$queryRaw<FoundName[]>`SELECT s."id", n."name",
        CASE WHEN s."id" = r."id" THEN n."role" ELSE 'former' END AS "role"
      FROM (SELECT rowid AS "id" FROM "NameText" WHERE "NameText" MATCH ${`{${kind}} : (${match})`} LIMIT ${MOST_MATCHED}) t
      CROSS JOIN "RecordName" n ON n."id" = t."id"
      CROSS JOIN ${table} r ON r."id" = n."recordId"
      CROSS JOIN ${table} s ON s."id" = ${now}
      WHERE s."shelf" IN (${Prisma.join(shelves)})
      ORDER BY s."claimCount" DESC, s."id", n."id" LIMIT ${limit}`
  },

  async alike(reader, word, limit) {
    const trigrams = JSON.stringify(trigramsOf(word).map((trigram) => `"${trigram}"`))
    const rows = await reader.$queryRaw<{ name: string }[]>`SELECT n."name" FROM (
        SELECT l.rowid AS "id", count(*) AS "shared" FROM json_each(${trigrams}) j
        CROSS JOIN "NameLetters" l ON l."NameLetters" MATCH j."value"
        GROUP BY l.rowid ORDER BY "shared" DESC, l.rowid LIMIT ${limit}
      ) t CROSS JOIN "RecordName" n ON n."id" = t."id" WHERE ${Prisma.raw(isPublic)}
      ORDER BY t."shared" DESC, n."id"`
    return rows.map(({ name }) => name)
  },

  async present(reader, words) {
    const rows = await reader.$queryRaw<
      { word: string }[]
    >`SELECT j."value" AS "word" FROM json_each(${JSON.stringify(words)}) j
      WHERE EXISTS (
        SELECT 1 FROM "ClaimText" t CROSS JOIN "ClaimDocument" d ON d."id" = t.rowid
        CROSS JOIN "Claim" c ON c."id" = d."claimId"
        WHERE t."ClaimText" MATCH '"' || j."value" || '"' AND c."shelf" = 'public'
      )`
    return rows.map(({ word }) => word)
  },
}
