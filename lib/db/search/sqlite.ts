import { indexed } from '../../domain/repeats/fold'
import { readingsOf, type Sought } from '../../domain/search/sought'
import { Prisma } from '../generated/sqlite/client'
import { aboutHowMany, MOST_COUNTED, MOST_MATCHED } from './counting'
import type { FoundText, Phrase, TextIndex, Wanted } from './index'

/** Quoted words are only words: no operator or column of FTS5 is written without quotes. Null where there is no word. */
const phraseOf = ({ words, prefix }: Phrase): string | null => {
  const each = indexed(words)
  return each.length > 0 ? `"${each.join(' ')}"${prefix ? '*' : ''}` : null
}

/** A phrase, or any of what it may become. */
const anyOf = (phrase: Phrase): string | null => {
  const readings = readingsOf(phrase).flatMap((reading) => phraseOf(reading) ?? [])
  return readings.length > 1 ? `(${readings.join(' OR ')})` : (readings[0] ?? null)
}

/** What is asked of FTS5: all of the phrases. Null where there is none. */
const matchOf = (phrases: readonly Phrase[]): string | null => {
  const parts = phrases.flatMap((phrase) => anyOf(phrase) ?? [])
  return parts.length > 0 ? parts.join(' AND ') : null
}

/** What is sought, as it is asked of FTS5. Null where there is nothing to look for. */
export const soughtMatch = ({ all, none }: Sought): string | null => {
  const match = matchOf(all)
  const not = none.flatMap((phrase) => phraseOf(phrase) ?? []).map((phrase) => ` NOT ${phrase}`)
  return match === null ? null : `(${match})${not.join('')}`
}

/** The documents that a search looks at. Those of the last claims come first without being sorted. */
const matched = (sought: Sought, limit = MOST_MATCHED): Prisma.Sql | null => {
  const match = soughtMatch(sought)
  return match === null
    ? null
    : Prisma.sql`(SELECT rowid AS "id" FROM "ClaimText" WHERE "ClaimText" MATCH ${match}
    ORDER BY rowid DESC LIMIT ${limit})`
}

/** No claims, for a search for nothing. */
const NONE = Prisma.sql`(SELECT * FROM "Claim" WHERE 1 = 0) c`

const wantedOf = (wanted: readonly Wanted[]) =>
  wanted.flatMap(({ terms, weight }) => {
    const match = matchOf(terms)
    return match ? [[match, weight]] : []
  })

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

export const sqliteText: TextIndex = {
  async commonness(reader, phrases) {
    const rows = await reader.$queryRawUnsafe<{ claims: number | bigint | null; n: number | bigint }[]>(
      `SELECT (SELECT max("id") FROM "ClaimDocument") AS claims, CASE WHEN j."value" IS NULL THEN 0 ELSE
          (SELECT count(*) FROM (SELECT 1 FROM "ClaimText" WHERE "ClaimText" MATCH j."value" LIMIT ?)) END AS n
        FROM json_each(?) j ORDER BY j."key"`,
      MOST_COUNTED,
      JSON.stringify(phrases.map(phraseOf)),
    )
    const claims = Number(rows[0]?.claims ?? 0)
    return { claims, counts: rows.map(({ n }) => aboutHowMany(Number(n), claims)) }
  },

  async heaviest(reader, wanted, { shelves, limit }) {
    const asked = wantedOf(wanted)
    if (asked.length === 0 || shelves.length === 0) return []
    // The sum is sorted before the shelf is looked at, so that only the claims that are given back are.
    return reader.$queryRawUnsafe<FoundText[]>(
      `SELECT c."id", c."statement", c."quote" FROM (
          SELECT t.rowid AS "document", sum(j."value" ->> 1) AS "weight"
          FROM json_each(?) j CROSS JOIN "ClaimText" t ON t."ClaimText" MATCH (j."value" ->> 0)
          GROUP BY t.rowid ORDER BY "weight" DESC, t.rowid LIMIT 1000000000
        ) h
        CROSS JOIN "ClaimDocument" d ON d."id" = h."document"
        CROSS JOIN "Claim" c ON c."id" = d."claimId" AND c."shelf" IN (${marks(shelves)})
        LIMIT ?`,
      JSON.stringify(asked),
      ...shelves,
      limit,
    )
  },

  async matching(reader, phrases, { shelves, limit, offset = 0 }) {
    const match = matchOf(phrases)
    if (match === null || shelves.length === 0) return []
    const rows = await reader.$queryRawUnsafe<{ id: string }[]>(
      `SELECT c."id" FROM "ClaimText" t
        CROSS JOIN "ClaimDocument" d ON d."id" = t.rowid
        CROSS JOIN "Claim" c ON c."id" = d."claimId"
        WHERE t."ClaimText" MATCH ? AND c."shelf" IN (${marks(shelves)})
        ORDER BY t."rank" LIMIT ? OFFSET ?`,
      match,
      ...shelves,
      limit,
      offset,
    )
    return rows.map(({ id }) => id)
  },

  among(sought) {
    const documents = matched(sought)
    return documents
      ? Prisma.sql`c."id" IN (SELECT d."claimId" FROM ${documents} t CROSS JOIN "ClaimDocument" d ON d."id" = t."id")`
      : Prisma.sql`1 = 0`
  },

  found(sought) {
    const documents = matched(sought)
    return documents
      ? Prisma.sql`${documents} t CROSS JOIN "ClaimDocument" d ON d."id" = t."id"
        CROSS JOIN "Claim" c ON c."id" = d."claimId"`
      : NONE
  },

  async countUpTo(reader, sought, where, limit) {
    const [row] = await reader.$queryRaw<{ n: number | bigint }[]>`SELECT count(*) AS n FROM (
      SELECT 1 FROM ${this.found(sought)} WHERE ${where} LIMIT ${limit})`
    return Number(row?.n ?? 0)
  },

  async exceeds(reader, sought) {
    const documents = matched(sought, MOST_MATCHED + 1)
    if (!documents) return false
    const [row] = await reader.$queryRaw<{ n: number | bigint }[]>`SELECT count(*) AS n FROM ${documents}`
    return Number(row?.n ?? 0) > MOST_MATCHED
  },

  newest(reader, sought, where, limit) {
    return reader.$queryRaw<FoundText[]>`SELECT c."id", c."statement", c."quote" FROM ${this.found(sought)}
      WHERE ${where} LIMIT ${limit}`
  },
}
