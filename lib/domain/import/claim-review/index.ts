/**
 * ClaimReview and what wraps it: a DataFeed's items, and the answers of Google's claims:search. Publishers write it in
 * many ways, and nothing in it can be trusted (rules.md §5).
 */
import { readAddress } from '../address'
import { isFields, listOf } from '../cell'
import type { ClaimDraft, Mapped, Problem } from '../draft'
import { isNobody } from '../people'
import type { ImportProfile } from '../profile'
import { valueAt } from '../record-places'
import { appearances } from './appearances'
import { isReview, isSearchAnswer, typesOf } from './forms'
import { party } from './party'
import { at, dated, first, language } from './values'
import { reviewDraft } from './verdict'

export { isClaimReview } from './forms'

type Fields = Record<string, unknown>

/** The words of an address, where they are a title: /2017/02/27/a-title-in-words_5086287.html */
const wordsOf = (url: string | null): string | null => {
  const last = url
    ?.split(/[?#]/)[0]
    ?.split('/')
    .findLast((part) => part.split('-').length > 3)
  const words = last
    ?.replace(/\.[a-z]+$/, '')
    .replace(/(?:_\d+)+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words ? words[0]?.toUpperCase() + words.slice(1) : null
}

const keysOf = (fields: Fields, statement: string): string[] => {
  const own = readAddress(at(fields, 'url') ?? '')
  // One page may review several claims, and a claim may be reworded: the page with the words, then the page alone.
  return own ? [`${own} ${statement.toLowerCase().slice(0, 200)}`, own] : [statement.toLowerCase()]
}

const claimOf = (fields: Fields, profile: ImportProfile): Mapped => {
  const problems: Problem[] = []
  const item = first(fields.itemReviewed)
  const told = at(fields, 'claimReviewed') ?? at(item, 'text')
  const statement = told ?? at(fields, 'name') ?? at(fields, 'headline') ?? wordsOf(at(fields, 'url'))
  if (!statement)
    return {
      drafts: [],
      problems: [{ field: 'statement', sentence: 'It does not say which claim it reviews.', skips: true }],
    }
  if (!told)
    problems.push({
      field: 'statement',
      sentence: 'It leaves the claim empty; its title, or the words of its address, were taken for it.',
      skips: false,
    })
  const author = isFields(item) ? party(item.author) : null
  const review = reviewDraft(fields, profile, problems)
  const venue = isFields(item) && !typesOf(item).includes('Claim') ? at(item, 'name') : null
  const draft: ClaimDraft = {
    subject: 'claim',
    keys: keysOf(fields, statement),
    statement,
    quote: null,
    speaker: author && !isNobody(author.name) ? author : null,
    saidOn: isFields(item) ? dated(item.datePublished, profile.dates, 'saidOn', problems) : null,
    venue: venue ?? (author && isNobody(author.name) ? author.name : null),
    place: null,
    note: null,
    language: language(fields.inLanguage),
    act: 'assertion',
    topics: listOf(valueAt(item, 'keywords')).slice(0, 10),
    sources: appearances(item, problems),
    wording: null,
    reviews: review ? [review] : [],
  }
  return { drafts: [draft], problems }
}

/** A record of an answer of claims:search: one claim with its reviews. */
const searched = (fields: Fields, profile: ImportProfile): Mapped => {
  const reviews = (fields.claimReview as unknown[]).filter(isFields)
  const parts = (reviews.length > 0 ? reviews : [{}]).map((review) =>
    claimOf(
      {
        claimReviewed: fields.text,
        url: review.url,
        author: isFields(review.publisher)
          ? {
              '@type': 'Organization',
              name: review.publisher.name ?? review.publisher.site,
              url: `https://${review.publisher.site}`,
            }
          : undefined,
        headline: review.title,
        datePublished: review.reviewDate,
        inLanguage: review.languageCode,
        reviewRating: { alternateName: review.textualRating },
        itemReviewed: {
          '@type': 'Claim',
          author: fields.claimant ? { name: fields.claimant } : undefined,
          datePublished: fields.claimDate,
        },
      },
      profile,
    ),
  )
  const drafts = parts.flatMap((part) => part.drafts) as ClaimDraft[]
  const [one, ...others] = drafts
  if (!one) return { drafts: [], problems: parts.flatMap((part) => part.problems) }
  const all = {
    ...one,
    keys: [...new Set(drafts.flatMap(({ keys }) => keys))],
    reviews: [one, ...others].flatMap((draft) => draft.reviews),
  }
  return { drafts: [all], problems: parts.flatMap((part) => part.problems) }
}

/** All claims of a record in one of these forms. Reviews of other things, which feeds mix in, are said and left out. */
export const mapClaimReview = (record: Fields, profile: ImportProfile): Mapped => {
  if (isSearchAnswer(record)) return searched(record, profile)
  if (isReview(record)) return claimOf(record, profile)
  const items = (Array.isArray(record.item) ? record.item : [record.item]).filter(
    (item) => item !== null && item !== undefined,
  )
  if (items.length === 0)
    return {
      drafts: [],
      problems: [{ field: 'item', sentence: 'This item of the feed is empty.', skips: true }],
    }
  const parts = items.map((item): Mapped => {
    if (isFields(item) && isReview(item)) return claimOf(item, profile)
    const type = isFields(item) ? typesOf(item).join(', ') : typeof item
    return {
      drafts: [],
      problems: [{ field: 'item', sentence: `This is a ${type}, and no ClaimReview.`, skips: true }],
    }
  })
  return {
    drafts: parts.flatMap(({ drafts }) => drafts),
    problems: parts.flatMap(({ problems }) => problems),
  }
}
