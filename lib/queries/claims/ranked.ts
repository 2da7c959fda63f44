/** A page of a search in the order of relevance. */
import type { Database } from '../../db/client'
import type { Prisma } from '../../db/generated/sqlite/client'
import { textIndex } from '../../db/search'
import { SEARCH_EXACT_UP_TO } from '../../db/search/counting'
import { type ClaimQuery, decodeCursor, encodeCursor, LAST } from '../../domain/query'
import { ranked } from '../../domain/search/rank'
import { asPhrase, type Sought, soughtIn } from '../../domain/search/sought'
import type { Total } from '../views'
import type { Sizes } from './counting/sizes'
import { totalOf } from './total'
import { type Condition, whereSql } from './where'

/**
 * Claims that are compared for one search: those recorded last, and as many that have the words beside one another.
 * Further than this nobody reads on; the other orders go through all that match.
 */
export const MOST_RANKED = 500

/** What a query looks for, where it looks for anything. */
export const soughtOf = ({ q }: ClaimQuery): Sought | null => (q === undefined ? null : soughtIn(q))

/** The condition of a search on one claim. */
export const searchCondition = (db: Database, sought: Sought): Condition => {
  const index = textIndex(db)
  return { key: 'q', sql: index.among(sought), table: index.found(sought) }
}

/** The ids of the claims that are compared, the best first. @param where a condition on "Claim" c */
export const rankedIds = async (db: Database, sought: Sought, where: Prisma.Sql): Promise<string[]> => {
  const index = textIndex(db)
  const found = await index.newest(db.reader, sought, where, MOST_RANKED)
  const phrase = found.length === MOST_RANKED ? asPhrase(sought) : null
  const beside = phrase ? await index.newest(db.reader, phrase, where, MOST_RANKED) : []
  const all = new Map([...found, ...beside].map((claim) => [claim.id, claim]))
  return ranked([...all.values()], sought).map(({ id }) => id)
}

/**
 * How many claims match; of a search never exact where it did not look at all that have its words.
 * @param filters all conditions but the search's own
 * @param known how many there are, where that is known already
 */
export const totalWith = async (
  db: Database,
  sought: Sought | null,
  filters: readonly Condition[],
  { known, sizes = null }: { known?: number; sizes?: Sizes | null } = {},
): Promise<Total> => {
  if (!sought) return totalOf(db.reader, filters, sizes)
  const index = textIndex(db)
  const [n, exceeds] = await Promise.all([
    known ?? index.countUpTo(db.reader, sought, whereSql(filters), SEARCH_EXACT_UP_TO + 1),
    index.exceeds(db.reader, sought),
  ])
  return n > SEARCH_EXACT_UP_TO
    ? { n: SEARCH_EXACT_UP_TO, exact: false, atLeast: true }
    : { n, exact: !exceeds }
}

/** One page of the ranked claims: by how many are before it, which its marker says. */
export const rankedPage = (query: ClaimQuery, ids: readonly string[]) => {
  const { per } = query
  const placed = (token: string | undefined): number | null => {
    const key = token && token !== LAST ? decodeCursor(query, token) : null
    return typeof key?.[0] === 'number' ? key[0] : null
  }
  const lastStart = Math.max(0, Math.ceil(ids.length / per) - 1) * per
  const until = placed(query.before)
  const from = query.before === LAST ? lastStart : until !== null ? until - per : (placed(query.after) ?? 0)
  const start = Math.min(Math.max(0, from), lastStart)
  const page = ids.slice(start, start + per)
  const cursor = (place: number, id: string | undefined) => encodeCursor(query, [place, id ?? 'none'])
  return {
    ids: page,
    after: start + per < ids.length ? cursor(start + per, page.at(-1)) : null,
    before: start > 0 ? cursor(start, page[0]) : null,
  }
}
