/**
 * Claims in the words of schema.org (rules.md §5). A verdict of a reviewer is a ClaimReview. The sourcing status is no
 * verdict and never becomes a Rating: a claim without a review is a plain Claim.
 */
import { exactDay } from './dates'
import type { FactCheckedClaim, FactCheckReview, FactCheckSpeaker } from './types'

const CONTEXT = 'https://schema.org' as const

/** What readers of these formats show in one line. */
const SHORT = 75

const agent = (site: string, { name, kind, slug }: FactCheckSpeaker, url = `${site}/speakers/${slug}`) => ({
  '@type': kind === 'person' ? ('Person' as const) : ('Organization' as const),
  name,
  url,
})

/** Leaves out what is not known, so that nothing is said of it. */
const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T as undefined extends T[K] ? never : K]: T[K]
  } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** The statement, or the words that were said where only those are short enough. Nothing is cut: that changes claims. */
const claimReviewed = ({ statement, quote }: FactCheckedClaim): string =>
  statement.length > SHORT && quote && quote.length <= SHORT ? quote : statement

const claim = (site: string, claim: FactCheckedClaim) => {
  const appearance = claim.appearances.map(({ title, slug, url, publishedAt }) =>
    known({
      '@type': 'CreativeWork' as const,
      name: title,
      url: url ?? `${site}/sources/${slug}`,
      datePublished: exactDay(publishedAt),
    }),
  )
  return known({
    '@type': 'Claim' as const,
    name: claim.statement,
    url: `${site}/claims/${claim.slug}`,
    author: claim.speaker ? agent(site, claim.speaker) : undefined,
    datePublished: exactDay(claim.saidOn),
    inLanguage: claim.language,
    firstAppearance: appearance[0],
    appearance: appearance.length > 0 ? appearance : undefined,
  })
}

const rating = ({ ratingText, rating }: FactCheckReview) => ({
  '@type': 'Rating' as const,
  alternateName: ratingText,
  ...(rating ? { ratingValue: rating.value, bestRating: rating.best, worstRating: rating.worst } : {}),
})

/** Without its context, as a part of something larger. */
export const claimReview = (site: string, of: FactCheckedClaim, review: FactCheckReview) =>
  known({
    '@type': 'ClaimReview' as const,
    url: `${site}/claims/${of.slug}`,
    claimReviewed: claimReviewed(of),
    reviewRating: rating(review),
    author: agent(site, review.reviewer, review.reviewer.sameAs[0]),
    itemReviewed: claim(site, of),
    name: review.title ?? undefined,
    reviewBody: review.summary ?? undefined,
    // Where the reviewer published it; the address above is this page's own.
    sameAs: review.url ?? undefined,
    datePublished: exactDay(review.reviewedOn),
    dateModified: review.updatedAt,
    inLanguage: review.language,
  })

/**
 * What a claim's page carries: one ClaimReview, of the latest verdict, or a plain Claim where there is none.
 * @param site the address of this site, without a slash at the end
 */
export const claimPageLd = (site: string, of: FactCheckedClaim) => {
  const [latest] = of.reviews
  return { '@context': CONTEXT, ...(latest ? claimReview(site, of, latest) : claim(site, of)) }
}

/** A page of the feed of all verdicts. @param self its own address */
export const dataFeedLd = (
  site: string,
  self: string,
  name: string,
  items: readonly { claim: FactCheckedClaim; review: FactCheckReview }[],
) =>
  known({
    '@context': CONTEXT,
    '@type': 'DataFeed' as const,
    name,
    url: self,
    dateModified: items
      .map(({ review }) => review.updatedAt)
      .sort()
      .at(-1),
    dataFeedElement: items.map(({ claim: of, review }) => ({
      '@type': 'DataFeedItem' as const,
      dateCreated: review.recordedAt,
      dateModified: review.updatedAt,
      url: `${site}/claims/${of.slug}`,
      item: [claimReview(site, of, review)],
    })),
  })

/** JSON as the text of a script: nothing in it ends the script, begins a comment, or is a line end of old engines. */
export const asScript = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
