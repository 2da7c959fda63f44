/** Questions and answers of Google's Fact Check Tools API, v1alpha1 (rules.md §5). */
import { z } from 'zod'
import { decodeToken, encodeToken } from '../query/token'
import { exactMoment } from './dates'
import type { FactCheckedClaim, FactCheckReview } from './types'

export interface FactCheckQuery {
  /** Words that the claim must have; null where only a publisher is asked for. */
  query: string | null
  /** The language alone, in small letters: regions are not looked at. */
  language: string | null
  /** A host, without `www.`. */
  site: string | null
  maxAgeDays: number | null
  pageSize: number
  offset: number
}

/** As Google's: an invalid argument is the only thing that can be wrong with a question. */
export interface FactCheckError {
  error: { code: number; message: string; status: string }
}

const invalid = (message: string): FactCheckError => ({
  error: { code: 400, message, status: 'INVALID_ARGUMENT' },
})

const PAGE_SIZE = 10
const MOST_ON_A_PAGE = 100
/** Nobody reads on from here; the feed of all verdicts goes through them. */
const MOST_SKIPPED = 10_000

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().max(max))

const LANGUAGE = /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}$/
const HOST =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/

/** Numbers that are asked for; 0 and nothing stand for the default. */
const numbers = {
  maxAgeDays: whole(1_000_000),
  pageSize: whole(1_000_000_000),
  offset: whole(MOST_SKIPPED),
} as const

/** An address is taken for its host, as people paste them. */
const hostIn = (text: string): string | null => {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^www\./, '')
  return HOST.test(host) ? host : null
}

const scopeOf = ({ offset: _offset, pageSize: _size, ...rest }: FactCheckQuery) =>
  JSON.stringify(['claims:search', rest])

/** The token of the page that begins after so many. */
export const pageTokenOf = (query: FactCheckQuery, offset: number): string =>
  encodeToken(scopeOf(query), [offset, 'claims'])

/** Reads what is asked; parameters that are not known are left alone. Never throws. */
export const factCheckQueryOf = (params: URLSearchParams): FactCheckQuery | FactCheckError => {
  const text = (name: string) => params.get(name)?.trim() || null
  const read: Record<string, number> = {}
  for (const [name, schema] of Object.entries(numbers)) {
    const parsed = schema.safeParse(text(name) ?? '0')
    if (!parsed.success)
      return invalid(`Invalid value at '${name}': it must be a whole number, and not too large.`)
    read[name] = parsed.data
  }
  const filter = text('reviewPublisherSiteFilter')
  const site = filter && hostIn(filter)
  if (filter && !site)
    return invalid("Invalid value at 'reviewPublisherSiteFilter': it must be a site, such as example.org.")
  const code = text('languageCode')
  if (code && !LANGUAGE.test(code))
    return invalid("Invalid value at 'languageCode': it must be a language, such as en-US.")
  const query: FactCheckQuery = {
    query: text('query'),
    language: code?.split(/[-_]/)[0]?.toLowerCase() ?? null,
    site,
    maxAgeDays: read.maxAgeDays || null,
    pageSize: Math.min(read.pageSize || PAGE_SIZE, MOST_ON_A_PAGE),
    offset: read.offset ?? 0,
  }
  if (!query.query && !site) return invalid("One of 'query' and 'reviewPublisherSiteFilter' is required.")
  const token = text('pageToken')
  if (!token) return query
  const [offset] = decodeToken(scopeOf(query), token) ?? []
  return typeof offset === 'number' && offset >= 0 && offset <= MOST_SKIPPED
    ? { ...query, offset }
    : invalid("Invalid value at 'pageToken': it was not given out for this question.")
}

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '')

const reviewAnswer = (site: string, slug: string, review: FactCheckReview) => ({
  publisher: { name: review.reviewer.name, site: hostOf(review.url ?? site) },
  url: review.url ?? `${site}/claims/${slug}`,
  ...(review.title ? { title: review.title } : {}),
  ...(exactMoment(review.reviewedOn) ? { reviewDate: exactMoment(review.reviewedOn) } : {}),
  textualRating: review.ratingText,
  languageCode: review.language,
})

/** One claim of an answer; with no field that Google's has not. */
const claimAnswer = (site: string, claim: FactCheckedClaim) => ({
  text: claim.statement,
  ...(claim.speaker ? { claimant: claim.speaker.name } : {}),
  ...(exactMoment(claim.saidOn) ? { claimDate: exactMoment(claim.saidOn) } : {}),
  claimReview: claim.reviews.map((review) => reviewAnswer(site, claim.slug, review)),
})

/** The answer; empty where nothing is found. @param more whether there are claims beyond these */
export const factCheckAnswer = (
  site: string,
  query: FactCheckQuery,
  { claims, more }: { claims: readonly FactCheckedClaim[]; more: boolean },
) => {
  const next = query.offset + claims.length
  return {
    ...(claims.length > 0 ? { claims: claims.map((claim) => claimAnswer(site, claim)) } : {}),
    ...(more && next <= MOST_SKIPPED ? { nextPageToken: pageTokenOf(query, next) } : {}),
  }
}
