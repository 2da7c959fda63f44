import { readAddress } from '../address'
import { isFields } from '../cell'
import type { Problem, ReviewDraft } from '../draft'
import type { ImportProfile } from '../profile'
import { MAX_RATING, numberWord, ratingFor, scaled } from '../ratings'
import { party } from './party'
import { at, dated, first, language, number } from './values'

type Fields = Record<string, unknown>

/** The verdict of a review; null where the importer's table leaves its word out. */
export const reviewDraft = (
  fields: Fields,
  profile: ImportProfile,
  problems: Problem[],
): ReviewDraft | null => {
  const reviewer = party(fields.author) ?? party(fields.publisher, 'organization')
  const rating = first(fields.reviewRating)
  const given = at(rating, 'alternateName') ?? at(rating, 'name') ?? at(rating, 'ratingExplanation')
  const numbers = isFields(rating)
    ? scaled({
        value: number(rating.ratingValue),
        best: number(rating.bestRating),
        worst: number(rating.worstRating),
      })
    : { value: null, best: null, worst: null }
  const word = (given ?? numberWord(numbers)).slice(0, MAX_RATING)
  const text = ratingFor(profile.ratings, reviewer?.name ?? '', word)
  if (text === '') return null
  return {
    reviewer,
    word,
    text,
    ...numbers,
    url: readAddress(at(fields, 'url') ?? at(fields, 'mainEntityOfPage') ?? ''),
    title: at(fields, 'name') ?? at(fields, 'headline'),
    summary: at(fields, 'reviewBody') ?? at(fields, 'description'),
    language: language(fields.inLanguage),
    reviewedOn: dated(fields.datePublished ?? fields.dateCreated, profile.dates, 'reviewedOn', problems),
  }
}
