import type { Reader } from '../../db/client'
import type { FactCheckedClaim, FactCheckReview, FactCheckSpeaker } from '../../domain/fact-check/types'

/** Verdicts that are told of a claim where none are asked for: nobody reads more. */
const MOST_REVIEWS = 50
const MOST_APPEARANCES = 20

const speakerFields = { name: true, kind: true, slug: true, shelf: true } as const

const named = (row: (FactCheckSpeaker & { shelf: string }) | null): FactCheckSpeaker | null =>
  row && row.kind !== 'anonymous' && row.shelf === 'public'
    ? { name: row.name, kind: row.kind, slug: row.slug }
    : null

/**
 * Public claims with their published verdicts, by id.
 * @param reviews the ids of the verdicts that are asked for; left out, the latest
 */
export const factCheckedClaims = async (
  reader: Reader,
  ids: readonly string[],
  reviews?: readonly string[],
): Promise<Map<string, FactCheckedClaim>> => {
  // By id alone: with the shelf beside it SQLite would look for a dozen ids among all that is public.
  const found = await reader.claim.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      shelf: true,
      slug: true,
      statement: true,
      quote: true,
      language: true,
      saidOn: true,
      speaker: { select: speakerFields },
      appearances: {
        where: { source: { shelf: 'public' } },
        orderBy: [{ source: { publishedFrom: 'asc' } }, { id: 'asc' }],
        take: MOST_APPEARANCES,
        select: {
          source: { select: { title: true, slug: true, url: true, canonicalUrl: true, publishedAt: true } },
        },
      },
      reviews: {
        where: { state: 'published', ...(reviews ? { id: { in: [...reviews] } } : {}) },
        orderBy: [{ reviewedFrom: 'desc' }, { id: 'desc' }],
        ...(reviews ? {} : { take: MOST_REVIEWS }),
        include: { reviewer: { select: { ...speakerFields, sameAs: true } }, scale: true },
      },
    },
  })
  const rows = found.filter(({ shelf }) => shelf === 'public')
  const claims = rows.map((row): [string, FactCheckedClaim] => [
    row.id,
    {
      slug: row.slug,
      statement: row.statement,
      quote: row.quote,
      language: row.language,
      speaker: named(row.speaker),
      saidOn: row.saidOn,
      appearances: row.appearances.map(({ source }) => ({
        title: source.title,
        slug: source.slug,
        url: source.canonicalUrl ?? source.url,
        publishedAt: source.publishedAt,
      })),
      reviews: row.reviews.map(
        ({ reviewer, scale, ratingValue, ...review }): FactCheckReview => ({
          id: review.id,
          reviewer: {
            name: reviewer.name,
            kind: reviewer.kind,
            slug: reviewer.slug,
            sameAs: JSON.parse(reviewer.sameAs) as string[],
          },
          ratingText: review.ratingText,
          rating:
            scale && ratingValue !== null
              ? { value: ratingValue, best: scale.best, worst: scale.worst }
              : null,
          summary: review.summary,
          title: review.title,
          url: review.url,
          language: review.language,
          reviewedOn: review.reviewedOn,
          recordedAt: review.recordedAt.toISOString(),
          updatedAt: review.updatedAt.toISOString(),
        }),
      ),
    },
  ])
  return new Map(claims)
}
