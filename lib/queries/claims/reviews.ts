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
  return rows.map(({ id, version, reviewer, ratingText, ratingValue, scale, summary, url, reviewedOn }) => ({
    id,
    version,
    reviewer: speakerRef(reviewer),
    ratingText,
    rating:
      scale && ratingValue !== null
        ? { value: ratingValue, scaleId: scale.id, scale: scale.name, best: scale.best, worst: scale.worst }
        : null,
    summary,
    url,
    reviewedOn,
  }))
}

export interface ScaleView {
  id: string
  name: string
  publisher: string
  best: number
  worst: number
  labels: { value: number; text: string }[]
}

/** Scales that a verdict can be given on. */
export const ratingScales = async (reader: Reader): Promise<ScaleView[]> => {
  const rows = await reader.ratingScale.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { publisher: { select: { name: true } } },
    take: 200,
  })
  return rows.map(({ id, name, publisher, best, worst, labels }) => ({
    id,
    name,
    publisher: publisher.name,
    best,
    worst,
    labels: JSON.parse(labels) as ScaleView['labels'],
  }))
}
