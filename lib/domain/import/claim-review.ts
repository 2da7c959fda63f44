/**
 * ClaimReview and what wraps it: a DataFeed's items, and the answers of Google's claims:search. Publishers write it in
 * many ways, and nothing in it can be trusted (rules.md §5).
 */
import { addressesIn, readAddress } from './address'
import { isFields, listOf, textOf, valueAt } from './cell'
import { type DateOrder, readImported } from './dates'
import type { ClaimDraft, Mapped, NamedDraft, Problem, ReviewDraft, SourceDraft } from './draft'
import { readNumber } from './numbers'
import { isNobody, named } from './people'
import type { ImportProfile } from './profile'
import { MAX_RATING, numberWord, ratingFor, scaled } from './ratings'
import { sourceDraft } from './sources'

type Fields = Record<string, unknown>

const typesOf = (value: Fields): string[] =>
  [value['@type'] ?? value.type]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\/|^schema:/, ''))

const isReview = (value: unknown): boolean =>
  isFields(value) &&
  (typesOf(value).includes('ClaimReview') ||
    (Object.hasOwn(value, 'claimReviewed') && Object.hasOwn(value, 'reviewRating')))

const isFeedItem = (value: Fields): boolean =>
  Object.hasOwn(value, 'item') &&
  (typesOf(value).includes('DataFeedItem') || Object.hasOwn(value, 'dateModified'))

const isSearchAnswer = (value: Fields): boolean =>
  Object.hasOwn(value, 'text') && Array.isArray(value.claimReview)

/** Whether a record is in one of these forms, so that no mapping is needed. */
export const isClaimReview = (record: Fields): boolean =>
  isReview(record) || isFeedItem(record) || isSearchAnswer(record)

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const at = (value: unknown, path: string): string | null => textOf(first(valueAt(first(value), path)))
const number = (value: unknown): number | null => {
  const text = textOf(first(value))
  return text === null ? null : readNumber(text)
}

const language = (value: unknown, otherwise = 'en'): string => {
  const tag = textOf(first(value)) ?? ''
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : otherwise
}

const hostOf = (url: string | null): string | null => {
  try {
    return url ? new URL(url).hostname.replace(/^www\./, '') : null
  } catch {
    return null
  }
}

/** Who is described by `author` or `publisher`: by name, or by the host of their address. */
const party = (value: unknown, kind?: NamedDraft['kind']): NamedDraft | null => {
  const thing = first(value)
  if (!isFields(thing)) {
    const text = textOf(thing)
    return text ? named(text, kind ? { kind } : {}) : null
  }
  const url =
    [thing.url, thing['@id'], first(thing.sameAs)].flatMap(
      (each) => readAddress(textOf(first(each)) ?? '') ?? [],
    )[0] ?? null
  const name = at(thing, 'name') ?? hostOf(url)
  if (!name) return null
  const type = typesOf(thing)
  const known = type.includes('Person')
    ? 'person'
    : type.some((each) => /Organization/.test(each))
      ? 'organization'
      : undefined
  const of = kind ?? known
  return named(name, { url, description: at(thing, 'jobTitle'), ...(of ? { kind: of } : {}) })
}

/** Appearances as publishers give them: things, bare addresses, several in one text. */
const appearances = (item: unknown, problems: Problem[]): SourceDraft[] => {
  if (!isFields(item)) return []
  const own = typesOf(item).includes('Claim') ? [] : [{ ...item, name: item.name ?? null }]
  const listed = [item.firstAppearance, item.appearance, item.isPartOf].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  )
  const found: SourceDraft[] = []
  const add = (source: SourceDraft | null) => {
    if (source?.url && !found.some(({ url }) => url === source.url)) found.push(source)
  }
  for (const thing of [...own, ...listed]) {
    if (thing === undefined || thing === null || thing === '') continue
    if (isFields(thing)) add(sourceDraft({ ...thing, id: undefined }))
    else {
      const text = textOf(thing)
      if (!text) continue
      const urls = addressesIn(text)
      for (const url of urls) add(sourceDraft(url))
      if (urls.length === 0)
        problems.push({
          field: 'sources',
          sentence: `“${text.slice(0, 60)}” is no address, so this appearance was left out.`,
          skips: false,
        })
    }
  }
  return found
}

const dated = (value: unknown, order: DateOrder, field: string, problems: Problem[]): string | null => {
  const text = textOf(first(value))
  if (!text) return null
  const read = readImported(text, order)
  if (!read.ok) problems.push({ field, sentence: read.sentence, skips: false })
  return read.ok ? read.date : null
}

const reviewDraft = (fields: Fields, profile: ImportProfile, problems: Problem[]): ReviewDraft | null => {
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
