import { indexed } from '../../domain/repeats/fold'
import { readingsOf, type Sought } from '../../domain/search/sought'
import { Prisma } from '../generated/sqlite/client'
import { aboutHowMany, MOST_COUNTED, MOST_MATCHED } from './counting'
import type { FoundText, Phrase, TextIndex } from './index'

/** Folded words only, so that nothing of PostgreSQL's query language is left in them; without phrases of no word. */
const folded = (phrases: readonly Phrase[]) =>
  phrases
    .map(({ words, prefix = false }) => ({ words: indexed(words).join(' '), prefix }))
    .filter(({ words }) => words !== '')

/** A row of `words` and `prefix` as a query of the text index; null where its one word is longer than any indexed. */
const query = (row: string) => `(nullif(phraseto_tsquery('claim_text', ${row}.words)::text, '')
  || CASE WHEN ${row}.prefix THEN ':*' ELSE '' END)::tsquery`

/** All phrases of a JSON list. */
const allOf = (json: string) => `(SELECT string_agg(${query('p')}::text, ' & ')::tsquery
  FROM json_to_recordset(${json}) AS p(words text, prefix bool))`

/** A phrase as a query, of values that the planner knows: how common they are decides how the claims are read. */
const known = ({ words, prefix }: Phrase): Prisma.Sql =>
  prefix
    ? Prisma.sql`(nullif(phraseto_tsquery('claim_text', ${words})::text, '') || ':*')::tsquery`
    : Prisma.sql`phraseto_tsquery('claim_text', ${words})`

/** What is sought, as a query. Null where there is nothing to look for. */
export const soughtQuery = ({ all, none }: Sought): Prisma.Sql | null => {
  const wanted = all.flatMap((phrase) => {
    const readings = folded(readingsOf(phrase)).map(known)
    return readings.length > 0 ? [Prisma.sql`(${Prisma.join(readings, ' || ')})`] : []
  })
  const unwanted = folded(none).map((phrase) => Prisma.sql`!!(${known(phrase)})`)
  return wanted.length === 0 ? null : Prisma.join([...wanted, ...unwanted], ' && ')
}

/** The claims that a search looks at, those recorded last. */
const matched = (sought: Sought, limit = MOST_MATCHED): Prisma.Sql | null => {
  const query = soughtQuery(sought)
  return query === null
    ? null
    : Prisma.sql`(SELECT "id", "claimId" FROM "ClaimText" WHERE "words" @@ (${query})
    ORDER BY "id" DESC LIMIT ${limit})`
}

export const postgresText: TextIndex = {
  async commonness(reader, phrases) {
    const asked = phrases.map((phrase, i) => ({
      ...(folded([phrase])[0] ?? { words: '', prefix: false }),
      i,
    }))
    // ANALYZE keeps how common the commonest words are, which spares the counting of just those.
    const rows = await reader.$queryRawUnsafe<
      { i: number; claims: number | null; share: number | null; n: number | null }[]
    >(
      `WITH kept AS (
          SELECT k.lexeme, k.share FROM pg_stats s
          CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS k(lexeme, share)
          WHERE s.schemaname = current_schema() AND s.tablename = 'ClaimText' AND s.attname = 'words'
        )
        SELECT a.i, (SELECT max("id") FROM "ClaimText")::float8 AS claims, kept.share::float8 AS share,
          CASE WHEN kept.share IS NULL THEN (
            SELECT count(*) FROM (
              SELECT 1 FROM "ClaimText" WHERE "words" @@ ${query('a')} LIMIT $2::int
            ) counted
          )::float8 END AS n
        FROM json_to_recordset($1::json) AS a(words text, prefix bool, i int)
        LEFT JOIN kept ON NOT a.prefix AND kept.lexeme = (ts_lexize('claim_stem', a.words))[1]`,
      JSON.stringify(asked),
      MOST_COUNTED,
    )
    const claims = rows[0]?.claims ?? 0
    const counts = new Map(
      rows.map(({ i, share, n }) => [i, share === null ? aboutHowMany(n ?? 0, claims) : share * claims]),
    )
    return { claims, counts: phrases.map((_, i) => counts.get(i) ?? 0) }
  },

  async heaviest(reader, wanted, { shelves, limit }) {
    const asked = wanted
      .map(({ terms, weight }) => ({ terms: folded(terms), weight }))
      .filter(({ terms }) => terms.length > 0)
    if (asked.length === 0 || shelves.length === 0) return []
    // The sum is sorted before the shelf is looked at, so that only the claims that are given back are.
    return reader.$queryRawUnsafe<FoundText[]>(
      `SELECT c."id", c."statement", c."quote" FROM (
          SELECT t."id", sum(a.weight) AS weight
          FROM (
            SELECT w.weight, ${allOf('w.terms')} AS query
            FROM json_to_recordset($1::json) AS w(terms json, weight float8)
          ) a CROSS JOIN LATERAL (SELECT "id" FROM "ClaimText" WHERE "words" @@ a.query) t
          GROUP BY t."id" ORDER BY weight DESC, t."id" OFFSET 0
        ) h CROSS JOIN LATERAL (
          SELECT c."id", c."statement", c."quote" FROM "ClaimText" t JOIN "Claim" c ON c."id" = t."claimId"
          WHERE t."id" = h."id" AND c."shelf" = ANY ($2::text[]) OFFSET 0
        ) c LIMIT $3::int`,
      JSON.stringify(asked),
      [...shelves],
      limit,
    )
  },

  async matching(reader, phrases, { shelves, limit, offset = 0 }) {
    const asked = folded(phrases)
    if (asked.length === 0 || shelves.length === 0) return []
    const rows = await reader.$queryRawUnsafe<{ id: string }[]>(
      `WITH asked AS MATERIALIZED (SELECT ${allOf('$1::json')} AS query)
        SELECT c."id" FROM asked CROSS JOIN "ClaimText" t JOIN "Claim" c ON c."id" = t."claimId"
        WHERE t."words" @@ asked.query AND c."shelf" = ANY ($2::text[])
        ORDER BY ts_rank_cd(t."words", asked.query, 1) DESC, t."id" LIMIT $3::int OFFSET $4::int`,
      JSON.stringify(asked),
      [...shelves],
      limit,
      offset,
    )
    return rows.map(({ id }) => id)
  },

  among(sought) {
    const claims = matched(sought)
    return claims ? Prisma.sql`c."id" IN (SELECT t."claimId" FROM ${claims} t)` : Prisma.sql`1 = 0`
  },

  found(sought) {
    const claims = matched(sought)
    return claims
      ? Prisma.sql`${claims} t JOIN "Claim" c ON c."id" = t."claimId"`
      : Prisma.sql`(SELECT * FROM "Claim" WHERE 1 = 0) c`
  },

  async countUpTo(reader, sought, where, limit) {
    const [row] = await reader.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM (
      SELECT 1 FROM ${this.found(sought)} WHERE ${where} LIMIT ${limit}) counted`
    return Number(row?.n ?? 0)
  },

  async exceeds(reader, sought) {
    const claims = matched(sought, MOST_MATCHED + 1)
    if (!claims) return false
    const [row] = await reader.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM ${claims} t`
    return Number(row?.n ?? 0) > MOST_MATCHED
  },

  async newest(reader, sought, where, limit) {
    const claims = matched(sought)
    if (!claims) return []
    return reader.$queryRaw<FoundText[]>`SELECT c."id", c."statement", c."quote" FROM ${claims} t
      JOIN "Claim" c ON c."id" = t."claimId" WHERE ${where} ORDER BY t."id" DESC LIMIT ${limit}`
  },
}
