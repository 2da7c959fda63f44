/** In which forms reviews come: by themselves, as items of a feed, as answers of claims:search. */
import { isFields } from '../cell'

type Fields = Record<string, unknown>

export const typesOf = (value: Fields): string[] =>
  [value['@type'] ?? value.type]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\/|^schema:/, ''))

export const isReview = (value: unknown): boolean =>
  isFields(value) &&
  (typesOf(value).includes('ClaimReview') ||
    (Object.hasOwn(value, 'claimReviewed') && Object.hasOwn(value, 'reviewRating')))

export const isFeedItem = (value: Fields): boolean =>
  Object.hasOwn(value, 'item') &&
  (typesOf(value).includes('DataFeedItem') || Object.hasOwn(value, 'dateModified'))

export const isSearchAnswer = (value: Fields): boolean =>
  Object.hasOwn(value, 'text') && Array.isArray(value.claimReview)

/** Whether a record is in one of these forms, so that no mapping is needed. */
export const isClaimReview = (record: Fields): boolean =>
  isReview(record) || isFeedItem(record) || isSearchAnswer(record)
