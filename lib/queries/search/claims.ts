import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { marked, type Piece } from '../../domain/search/marks'
import type { Sought } from '../../domain/search/sought'
import { MOST_RANKED, rankedIds } from '../claims/ranked'
import { claimRows } from '../claims/rows'
import type { ClaimRow } from '../views'
import { claimsFor } from './reach'

/** A claim that was found, with what of it was. */
export interface FoundClaim extends ClaimRow {
  marks: { statement: Piece[]; quote: Piece[] | null }
}

/** The best claims, and how many there are: exact below MOST_RANKED, at least so many from there on. */
export const findClaims = async (
  db: Database,
  viewer: Viewer,
  sought: Sought,
  limit: number,
): Promise<{ rows: FoundClaim[]; total: { n: number; exact: boolean } }> => {
  const ids = await rankedIds(db, sought, claimsFor(viewer))
  const rows = await claimRows(db.reader, ids.slice(0, limit))
  return {
    rows: rows.map((row) => ({
      ...row,
      marks: {
        statement: marked(row.statement, sought),
        quote: row.quote === null ? null : marked(row.quote, sought),
      },
    })),
    total: { n: Math.min(ids.length, MOST_RANKED), exact: ids.length < MOST_RANKED },
  }
}
