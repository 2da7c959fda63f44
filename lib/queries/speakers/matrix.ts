/** Speakers by sourcing status: how many claims of each status each has made, of all claims or of one topic's. */
import type { Database, Reader } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import { emptyQuery, type MatrixQuery, matrixMarker, matrixPlace } from '../../domain/query'
import { namesFor } from '../claims/names'
import { EXACT_UP_TO } from '../claims/total'
import { countsBy, countsOf, sumOf } from '../counts'
import { speakerRefs } from '../refs'
import type { SpeakerRef, StatusCounts } from '../views'

/** Speakers on a page: as many as one reads down without losing the headings. */
export const MATRIX_PER = 40

export interface MatrixRow {
  speaker: SpeakerRef
  claims: number
  counts: StatusCounts
}

export interface Matrix {
  /** The topic that it is narrowed by; null for all claims. */
  topic: { slug: string; name: string } | null
  /** A topic that was asked for and is not there. */
  unknown: string | null
  /** Most claims first. */
  rows: MatrixRow[]
  /** All claims, also those of other pages and those that nobody is known to have made. */
  all: StatusCounts
  /** Where a topic has more claims than are counted for each speaker: only its newest `counted` are in the rows. */
  partial: { counted: number; of: number } | null
  after: string | null
}

/** Speakers on a page, and claims of a topic that are counted one by one. */
interface Bounds {
  per: number
  most: number
}

interface Found {
  id: string
  n: number | bigint
}

const beyond = (query: MatrixQuery, count: Prisma.Sql, id: Prisma.Sql): Prisma.Sql => {
  const place = matrixPlace(query)
  return place
    ? Prisma.sql`(${count}, ${id}) < (CAST(${place.claims} AS INTEGER), ${place.speakerId})`
    : Prisma.sql`1 = 1`
}

/** A page of all speakers: along the index of speakers by their number of claims. */
export const matrixPageSql = (query: MatrixQuery, per: number): Prisma.Sql =>
  Prisma.sql`SELECT "id", "claimCount" AS n FROM "Speaker" WHERE "shelf" = 'public' AND "claimCount" > 0
    AND ${beyond(query, Prisma.sql`"claimCount"`, Prisma.sql`"id"`)}
    ORDER BY "claimCount" DESC, "id" DESC LIMIT ${per + 1}`

/** The claims of a topic that are counted: the newest, as many as are ever counted one by one. */
const counted = (topicId: string, most: number): Prisma.Sql =>
  Prisma.sql`(SELECT "claimId" FROM "ClaimFacet" WHERE "kind" = 'topic' AND "value" = ${topicId}
    AND "shelf" = 'public' ORDER BY "saidFrom" DESC, "claimId" DESC LIMIT ${most}) f
    JOIN "Claim" c ON c."id" = f."claimId"`

const pageOfTopic = (
  reader: Reader,
  query: MatrixQuery,
  topicId: string,
  { per, most }: Bounds,
): Promise<Found[]> =>
  reader.$queryRaw<Found[]>`SELECT c."speakerId" AS id, count(*) AS n FROM ${counted(topicId, most)}
    WHERE c."speakerId" IS NOT NULL GROUP BY c."speakerId"
    HAVING ${beyond(query, Prisma.sql`count(*)`, Prisma.sql`c."speakerId"`)}
    ORDER BY count(*) DESC, c."speakerId" DESC LIMIT ${per + 1}`

const countsInTopic = async (
  reader: Reader,
  topicId: string,
  ids: readonly string[],
  most: number,
): Promise<Map<string, StatusCounts>> => {
  const counts = new Map<string, StatusCounts>(ids.map((id) => [id, {}]))
  if (ids.length === 0) return counts
  const rows = await reader.$queryRaw<(Found & { status: string })[]>`
    SELECT c."speakerId" AS id, c."shownStatus" AS status, count(*) AS n FROM ${counted(topicId, most)}
    WHERE c."speakerId" IN (${Prisma.join([...ids])}) GROUP BY c."speakerId", c."shownStatus"`
  for (const { id, status, n } of rows) {
    const of = counts.get(id)
    if (of) of[status] = Number(n)
  }
  return counts
}

/** One page of the matrix. A topic that is not there is left out, and said. */
export const getMatrix = async (
  db: Database,
  _viewer: Viewer,
  query: MatrixQuery,
  bounds: Bounds = { per: MATRIX_PER, most: EXACT_UP_TO },
): Promise<Matrix> => {
  const { reader } = db
  const { topics } = await namesFor(reader, { ...emptyQuery(), topic: query.topic ? [query.topic] : [] })
  const topic = query.topic ? topics.get(query.topic) : undefined
  const asked: MatrixQuery = topic ? query : query.after && !query.topic ? { after: query.after } : {}
  const found = topic
    ? await pageOfTopic(reader, asked, topic.id, bounds)
    : await reader.$queryRaw<Found[]>(matrixPageSql(asked, bounds.per))
  const page = found.slice(0, bounds.per).map(({ id, n }) => ({ id, claims: Number(n) }))
  const ids = page.map(({ id }) => id)
  const [refs, counts, all] = await Promise.all([
    speakerRefs(reader, ids, { shelf: { in: ['public'] } }),
    topic ? countsInTopic(reader, topic.id, ids, bounds.most) : countsBy(reader, 'speaker', ids),
    topic ? countsOf(reader, 'topic', topic.id) : countsOf(reader, 'all', ''),
  ])
  const last = page.at(-1)
  const of = sumOf(all)
  return {
    topic: topic && query.topic ? { slug: query.topic, name: topic.name } : null,
    unknown: query.topic && !topic ? query.topic : null,
    rows: page.flatMap(({ id, claims }) => {
      const speaker = refs.get(id)
      return speaker ? [{ speaker, claims, counts: counts.get(id) ?? {} }] : []
    }),
    all,
    partial: topic && of > bounds.most ? { counted: bounds.most, of } : null,
    after: found.length > bounds.per && last ? matrixMarker(asked, last.claims, last.id) : null,
  }
}
