import type { Database } from '../../db/client'
import type { FactCheckedClaim, FactCheckReview } from '../../domain/fact-check/types'
import { decodeToken, encodeToken } from '../../domain/query/token'
import { factCheckedClaims } from './claims'

/** Verdicts on a page: some hundred kilobytes. */
const PER = 100
const SCOPE = 'claim-reviews'

export interface FactCheckFeed {
  items: { claim: FactCheckedClaim; review: FactCheckReview }[]
  /** The marker of the next page; null on the last. */
  after: string | null
}

/**
 * A page of all published verdicts on public claims, the newest first.
 * @param marker of the page before; one that was not given out is ignored
 */
export const factCheckFeed = async (db: Database, marker: string | null): Promise<FactCheckFeed> => {
  const [day, id] = (marker && decodeToken(SCOPE, marker)) || []
  const beyond =
    typeof day === 'number' && id
      ? { OR: [{ reviewedFrom: { lt: day } }, { reviewedFrom: day, id: { lt: id } }] }
      : {}
  const rows = await db.reader.review.findMany({
    where: { state: 'published', claim: { shelf: 'public' }, ...beyond },
    orderBy: [{ reviewedFrom: 'desc' }, { id: 'desc' }],
    take: PER + 1,
    select: { id: true, claimId: true, reviewedFrom: true },
  })
  const shown = rows.slice(0, PER)
  const claims = await factCheckedClaims(
    db.reader,
    shown.map(({ claimId }) => claimId),
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    items: shown.flatMap((row) => {
      const claim = claims.get(row.claimId)
      const review = claim?.reviews.find((one) => one.id === row.id)
      return claim && review ? [{ claim, review }] : []
    }),
    after: last && rows.length > PER ? encodeToken(SCOPE, [last.reviewedFrom, last.id]) : null,
  }
}
