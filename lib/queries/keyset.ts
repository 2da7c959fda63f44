/** Pages of the lists of speakers and sources: read along an index from a row onwards, either way, with no OFFSET. */
import type { Reader } from '../db/client'
import { Prisma } from '../db/generated/sqlite/client'
import { keyOf, LAST, LIST_PER, placeIn } from '../domain/query'
import { boundValue, plainValue } from './sort-value'

/** A list: its table, the column that orders it, and what its rows must be. */
export interface Walk {
  table: 'Speaker' | 'Source'
  column: string
  descending: boolean
  where: Prisma.Sql
}

/** Which page of a list, in which order. */
export interface Place {
  sort: string
  per?: number
  after?: string
  before?: string
}

/** Whether a page is read from its end, and the row that it begins beyond. */
const placeOf = (place: Place) => {
  const key = placeIn(place)
  const { before } = place
  return { key, backwards: before !== undefined && (key !== null || before === LAST) }
}

/** The statement that reads one page of ids and the sort value of each, one more than are shown. */
export const keysetSql = (walk: Walk, place: Place): Prisma.Sql => {
  const { key, backwards } = placeOf(place)
  const down = walk.descending !== backwards
  const column = Prisma.raw(`"${walk.column}"`)
  const direction = Prisma.raw(down ? 'DESC' : 'ASC')
  const beyond = key
    ? Prisma.sql`AND (${column}, "id") ${Prisma.raw(down ? '<' : '>')} (${boundValue(place.sort === 'recorded', key[0])}, ${key[1]})`
    : Prisma.empty
  return Prisma.sql`SELECT "id", ${column} AS value FROM ${Prisma.raw(`"${walk.table}"`)} WHERE ${walk.where} ${beyond}
    ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${(place.per ?? LIST_PER) + 1}`
}

/** The ids of one page in the order of the list, and the places of the pages beside it; null where there is none. */
export const keysetPage = async (
  reader: Reader,
  walk: Walk,
  place: Place,
): Promise<{ ids: string[]; after: string | null; before: string | null }> => {
  const { key, backwards } = placeOf(place)
  const found = await reader.$queryRaw<{ id: string; value: unknown }[]>(keysetSql(walk, place))
  const { per = LIST_PER } = place
  const page = found.slice(0, per)
  if (backwards) page.reverse()
  const more = found.length > per
  const at = (row: { id: string; value: unknown } | undefined) =>
    row ? keyOf(plainValue(row.value), row.id) : null
  return {
    ids: page.map(({ id }) => id),
    after: (backwards ? key !== null : more) ? at(page.at(-1)) : null,
    before: (backwards ? more : key !== null) ? at(page[0]) : null,
  }
}
