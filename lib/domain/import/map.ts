/** One record of a file in our words, by the importer's mapping. */
import { SPEECH_ACTS } from '../vocabulary'
import { addressesIn, readAddress } from './address'
import { isFields, listOf, textOf, textsOf, unquoted, valueAt } from './cell'
import { isClaimReview, mapClaimReview } from './claim-review'
import type { ImportField } from './columns'
import { readImported } from './dates'
import type { ClaimDraft, Mapped, NamedDraft, Problem, ReviewDraft, SourceDraft } from './draft'
import { readNumber } from './numbers'
import { isNobody, named, unslugged } from './people'
import type { ImportProfile } from './profile'
import { MAX_RATING, ratingFor, scaled, UNRATED } from './ratings'
import { sourceDraft } from './sources'
import { mapSpeaker } from './speaker'

type Fields = Record<string, unknown>

/** Answers what a record says of each of our fields. */
export class Reading {
  readonly problems: Problem[] = []

  constructor(
    private readonly record: Fields,
    private readonly profile: ImportProfile,
  ) {}

  raw(field: ImportField): unknown {
    for (const place of this.profile.columns[field] ?? []) {
      const value = valueAt(this.record, place)
      if (textsOf(value).length > 0 || isFields(value) || (Array.isArray(value) && value.length > 0))
        return value
    }
    return this.profile.constants[field]
  }

  /** Every place of a field, each with what it says. */
  all(field: ImportField): string[] {
    return (this.profile.columns[field] ?? []).flatMap(
      (place) => textsOf(valueAt(this.record, place))[0] ?? [],
    )
  }

  text(field: ImportField): string | null {
    return textsOf(this.raw(field))[0] ?? null
  }

  list(field: ImportField): string[] {
    return [...new Set(listOf(this.raw(field)))]
  }

  date(field: ImportField): string | null {
    return this.dateOf(field, this.text(field))
  }

  dateOf(field: string, text: string | null): string | null {
    if (text === null) return null
    const read = readImported(text, this.profile.dates)
    if (read.ok) return read.date
    this.partly(field, read.sentence)
    return null
  }

  number(field: ImportField): number | null {
    const text = this.text(field)
    const number = text === null ? null : readNumber(text)
    if (text !== null && number === null) this.partly(field, `“${text.slice(0, 40)}” is no number.`)
    return number
  }

  address(field: ImportField): string | null {
    const text = this.text(field)
    return text === null ? null : readAddress(text)
  }

  /** Something is left out of the record. */
  partly(field: string, sentence: string): void {
    this.problems.push({ field, sentence, skips: false })
  }

  /** The record is left out. */
  skip(field: string, sentence: string): Mapped {
    return { drafts: [], problems: [...this.problems, { field, sentence, skips: true }] }
  }
}

/** Ledgers quote fragments of at most ten words (lib/domain/input/parts.ts). */
const QUOTED_WORDS = 10
const fragmentOf = (quote: string): string =>
  quote.split(/\s+/).slice(0, QUOTED_WORDS).join(' ').slice(0, 300)

const languageOf = (text: string | null): string =>
  text !== null && text.length <= 35 && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? text : 'en'

const maker = (reading: Reading, profile: ImportProfile): NamedDraft | null => {
  const given = unquoted(reading.text('speaker'))
  if (!given || isNobody(given)) return null
  const kind = reading.text('speakerKind')?.toLowerCase()
  return named(profile.slugs ? unslugged(given) : given, {
    id: reading.text('speakerId') ?? (profile.slugs ? given : null),
    url: reading.address('speakerUrl'),
    description: reading.text('speakerRole'),
    ...(kind === 'organization' || kind === 'person' ? { kind } : {}),
  })
}

const sourcesOf = (reading: Reading): SourceDraft[] => {
  const found: SourceDraft[] = []
  const add = (source: SourceDraft | null) => {
    if (
      source &&
      !found.some(({ url, title }) => url === source.url && (url !== null || title === source.title))
    )
      found.push(source)
  }
  const url = reading.text('sourceUrl')
  const title = reading.text('sourceTitle')
  const more = {
    publisher: reading.text('sourcePublisher'),
    publishedAt: reading.date('sourceDate'),
    ...(title ? { title } : {}),
  }
  if (url) {
    const urls = addressesIn(url)
    for (const each of urls) add(sourceDraft(each, more))
    if (urls.length === 0) add(title ? sourceDraft({ title }, more) : sourceDraft({ title: url }, more))
  } else if (title) add(sourceDraft({ title }, more))
  const listed = reading.raw('sources')
  const things = Array.isArray(listed)
    ? listed
    : typeof listed === 'string'
      ? listOf(listed).flatMap(addressesIn)
      : listed
        ? [listed]
        : []
  for (const thing of things) {
    const source = sourceDraft(thing)
    if (source) add(source)
    else
      reading.partly(
        'sources',
        `“${textOf(thing)?.slice(0, 60) ?? 'An entry'}” does not say which source is meant.`,
      )
  }
  return found
}

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
  const given = rating ?? (numbers.value === null ? UNRATED : `${numbers.value} of ${numbers.best}`)
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

/** The one verdict that columns of a table give. */
const columnReview = (reading: Reading, profile: ImportProfile): ReviewDraft[] => {
  const review = reviewOf(
    {
      reviewer: reading.text('reviewer'),
      reviewerUrl: reading.address('reviewerUrl'),
      rating: reading.text('rating'),
      numbers: scaled({
        value: reading.number('ratingValue'),
        best: reading.number('ratingBest'),
        worst: reading.number('ratingWorst'),
      }),
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

const isAct = (text: string): boolean => (SPEECH_ACTS as readonly string[]).includes(text)

/** Ids stay as they are; sentences that serve as ids are compared without case and without the mark at their end. */
const keyOf = (text: string): string =>
  /\s/.test(text.trim())
    ? text
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/[\s.;,:]+$/, '')
        .trim()
    : text.trim()

/** @returns ids as the collection gives them; where it gives none, what the record says */
const keysOf = (
  reading: Reading,
  statement: string,
  speaker: NamedDraft | null,
  saidOn: string | null,
): string[] => {
  const ids = [...new Set(reading.all('id').map(keyOf))]
  if (ids.length > 0) return ids
  return [[statement, speaker?.name ?? '', saidOn ?? ''].map((part) => keyOf(part).toLowerCase()).join('|')]
}

/** Access terms under which nothing is stored, wherever a table says them (rules.md §1, Evidence). */
const REFUSED = /^(?:off[-_ ]the[-_ ]record|off[-_ ]record|deep[-_ ]background)$/i
const refusedAccess = (record: Fields): boolean =>
  Object.entries(record).some(
    ([name, value]) => /access|terms|attribution/i.test(name) && REFUSED.test(textOf(value) ?? ''),
  )

const mapClaim = (record: Fields, profile: ImportProfile): Mapped => {
  const reading = new Reading(record, profile)
  if (refusedAccess(record))
    return reading.skip(
      'access',
      'What was told off the record or on deep background is not stored here, so it was left out.',
    )
  const quote = reading.text('quote')
  const wordings = reading.list('wordings')
  const statement = reading.text('statement') ?? (wordings.length > 0 ? '' : quote)
  if (statement === null) return reading.skip('statement', 'Nothing says what was claimed.')
  const speaker = maker(reading, profile)
  const nobody = reading.text('speaker')
  const saidOn = reading.date('saidOn')
  const act = reading.text('act')?.toLowerCase() ?? 'assertion'
  const draft: ClaimDraft = {
    subject: 'claim',
    keys: keysOf(reading, statement || (quote ?? ''), speaker, saidOn),
    statement,
    quote: quote === null ? null : fragmentOf(quote),
    speaker,
    saidOn,
    venue: reading.text('venue') ?? (speaker === null && nobody ? nobody : null),
    place: reading.text('place'),
    note: reading.text('note'),
    language: languageOf(reading.text('language')),
    act: isAct(act) ? act : 'assertion',
    topics: reading.list('topics'),
    sources: sourcesOf(reading),
    wording: null,
    reviews: [...columnReview(reading, profile), ...listedReviews(reading, profile)],
  }
  const drafts =
    wordings.length === 0
      ? [draft]
      : wordings.map((wording) => ({
          ...draft,
          wording,
          keys: wordings.length === 1 ? draft.keys : draft.keys.map((key) => `${key}#${wording}`),
        }))
  return { drafts, problems: reading.problems }
}

const mapWording = (record: Fields, profile: ImportProfile): Mapped => {
  const reading = new Reading(record, profile)
  const statement = reading.text('statement')
  const keys = reading.all('id')
  if (!statement) return reading.skip('statement', 'Nothing says what was claimed.')
  if (keys.length === 0) return reading.skip('id', 'A wording that others refer to needs an id.')
  return {
    drafts: [
      { subject: 'wording', keys, statement, note: reading.text('note'), topics: reading.list('topics') },
    ],
    problems: reading.problems,
  }
}

/** Reads a record; never throws, whatever stands in it. */
export const mapRecord = (record: Fields, profile: ImportProfile): Mapped => {
  if (profile.subject === 'speakers') return mapSpeaker(new Reading(record, profile))
  if (profile.subject === 'wordings') return mapWording(record, profile)
  return isClaimReview(record) ? mapClaimReview(record, profile) : mapClaim(record, profile)
}
