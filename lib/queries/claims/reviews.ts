import type { Reader } from '../../db/client'
import { speakerRef } from '../refs'
import type { ReviewView } from '../views'

/** The published verdicts on a claim, the latest first. */
export const reviewsOf = async (reader: Reader, claimId: string): Promise<ReviewView[]> => {
  const rows = await reader.review.findMany({
    where: { claimId, state: 'published' },
    orderBy: [{ reviewedFrom: 'desc' }, { id: 'desc' }],
    take: 50,
    include: { reviewer: { include: { vouchedBy: true } }, scale: true },
  })
  return rows.map(({ id, reviewer, ratingText, ratingValue, scale, summary, url, reviewedOn }) => ({
    id,
    reviewer: speakerRef(reviewer),
    ratingText,
    rating:
      scale && ratingValue !== null
        ? { value: ratingValue, scale: scale.name, best: scale.best, worst: scale.worst }
        : null,
    summary,
    url,
    reviewedOn,
  }))
}

/** Scales that a verdict can be given on. */
export const ratingScales = (reader: Reader): Promise<{ id: string; name: string }[]> =>
  reader.ratingScale.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: 200,
  })
