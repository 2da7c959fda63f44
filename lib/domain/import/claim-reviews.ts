/** The verdicts that a record gives, in columns of its own or as a list of things. */
import { readAddress } from './address'
import { isFields, textOf, textsOf } from './cell'
import type { ReviewDraft } from './draft'
import { languageOf } from './languages'
import { readNumber } from './numbers'
import { named } from './people'
import type { ImportProfile } from './profile'
import { MAX_RATING, numberWord, ratingFor, scaled } from './ratings'
import type { Reading } from './reading'

interface ReviewFields {
  reviewer: string | null
  reviewerUrl: string | null
  rating: string | null
  numbers: ReturnType<typeof scaled>
  url: string | null
  title: string | null
  summary: string | null
  language: string | null
  reviewedOn: string | null
}

/** @returns null where it is no verdict, or the table leaves its word out */
const reviewOf = (fields: ReviewFields, profile: ImportProfile): ReviewDraft | null => {
  const { numbers, rating, reviewer, reviewerUrl, language, ...rest } = fields
  if (rating === null && numbers.value === null && !rest.url && !rest.summary) return null
  const given = rating ?? numberWord(numbers)
  const word = given.slice(0, MAX_RATING)
  const text = ratingFor(profile.ratings, reviewer ?? '', word)
  if (text === '') return null
  return {
    ...rest,
    ...numbers,
    word,
    text,
    reviewer: reviewer ? named(reviewer, { id: reviewer, kind: 'organization', url: reviewerUrl }) : null,
    language: languageOf(language),
  }
}

/** A verdict in a word, in a number, or in a number where a word is expected. */
const rated = (reading: Reading): Pick<ReviewFields, 'rating' | 'numbers'> => {
  const rating = reading.text('rating')
  const ends = { best: reading.number('ratingBest'), worst: reading.number('ratingWorst') }
  const numbers = scaled({ value: reading.number('ratingValue'), ...ends })
  if (numbers.value !== null) return { rating, numbers }
  const alone = scaled({ value: rating === null ? null : readNumber(rating), ...ends })
  return alone.value === null ? { rating, numbers } : { rating: null, numbers: alone }
}

/** The one verdict that columns of a table give. */
const columnReview = (reading: Reading, profile: ImportProfile): ReviewDraft[] => {
  const review = reviewOf(
    {
      reviewer: reading.text('reviewer'),
      reviewerUrl: reading.address('reviewerUrl'),
      ...rated(reading),
      url: reading.address('reviewUrl'),
      title: reading.text('reviewTitle'),
      summary: reading.text('reviewSummary'),
      language: reading.text('language'),
      reviewedOn: reading.date('reviewedOn'),
    },
    profile,
  )
  return review ? [review] : []
}

const CHECK = {
  reviewer: ['checker', 'reviewer', 'publisher', 'organization', 'author'],
  rating: ['rating', 'textualRating', 'verdict', 'label', 'ratingText'],
  url: ['url', 'source', 'reviewUrl', 'link'],
  title: ['title', 'headline'],
  summary: ['summary', 'quote', 'reviewBody', 'short', 'explanation'],
  date: ['date', 'reviewDate', 'datePublished', 'reviewedOn'],
}

/** Verdicts that stand as a list of things in a record. */
const listedReviews = (reading: Reading, profile: ImportProfile): ReviewDraft[] => {
  const value = reading.raw('reviews')
  return (Array.isArray(value) ? value : [value]).flatMap((thing) => {
    if (!isFields(thing)) return []
    const pick = (names: readonly string[]) =>
      names.flatMap((name) => textsOf(thing[name])[0] ?? [])[0] ?? null
    const review = reviewOf(
      {
        reviewer: pick(CHECK.reviewer),
        reviewerUrl: null,
        rating: pick(CHECK.rating),
        numbers: scaled({
          value: readNumber(textOf(thing.ratingValue) ?? ''),
          best: readNumber(textOf(thing.bestRating) ?? ''),
          worst: readNumber(textOf(thing.worstRating) ?? ''),
        }),
        url: readAddress(pick(CHECK.url) ?? ''),
        title: pick(CHECK.title),
        summary: pick(CHECK.summary),
        language: textOf(thing.language) ?? textOf(thing.languageCode),
        reviewedOn: reading.dateOf('reviewedOn', pick(CHECK.date)),
      },
      profile,
    )
    return review ? [review] : []
  })
}

export const reviewsOf = (reading: Reading, profile: ImportProfile): ReviewDraft[] => [
  ...columnReview(reading, profile),
  ...listedReviews(reading, profile),
]
