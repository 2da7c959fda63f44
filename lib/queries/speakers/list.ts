import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import { keyOf, placeIn, type SpeakerQuery, type SpeakerSort } from '../../domain/query'
import { boundValue, plainValue } from '../sort-value'
import type { SpeakerRow } from '../views'
import { speakerRows } from './rows'

/** Rows on a page. */
const PER = 50

const COLUMN: Record<SpeakerSort, { name: string; descending: boolean }> = {
  name: { name: 'sortName', descending: false },
  claims: { name: 'claimCount', descending: true },
  recorded: { name: 'recordedAt', descending: true },
  unsupported: { name: 'unsupportedCount', descending: true },
}

/** The statement that reads one page of ids and the sort value of each, one more than are shown. */
export const speakerPageSql = (query: SpeakerQuery): Prisma.Sql => {
  const { name, descending } = COLUMN[query.sort]
  const column = Prisma.raw(`"${name}"`)
  const direction = Prisma.raw(descending ? 'DESC' : 'ASC')
  const key = placeIn(query)
  const kind = query.kind ? Prisma.sql`AND "kind" = ${query.kind}` : Prisma.empty
  const beyond = key
    ? Prisma.sql`AND (${column}, "id") ${Prisma.raw(descending ? '<' : '>')} (${boundValue(query.sort === 'recorded', key[0])}, ${key[1]})`
    : Prisma.empty
  return Prisma.sql`SELECT "id", ${column} AS value FROM "Speaker" WHERE "shelf" = 'public' ${kind} ${beyond}
    ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${PER + 1}`
}

/** One page of the public speakers. */
export const listSpeakers = async (
  db: Database,
  _viewer: Viewer,
  query: SpeakerQuery,
): Promise<{ rows: SpeakerRow[]; total: number; after: string | null }> => {
  const [found, total] = await Promise.all([
    db.reader.$queryRaw<{ id: string; value: unknown }[]>(speakerPageSql(query)),
    db.reader.speaker.count({ where: { shelf: 'public', ...(query.kind ? { kind: query.kind } : {}) } }),
  ])
  const page = found.slice(0, PER)
  const last = page.at(-1)
  return {
    rows: await speakerRows(
      db.reader,
      page.map((row) => row.id),
    ),
    total,
    after: found.length > PER && last ? keyOf(plainValue(last.value), last.id) : null,
  }
}
