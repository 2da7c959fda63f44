import { isFields } from '../cell'
import type { ClaimDraft, Mapped, NamedDraft, Problem } from '../draft'
import { scaled } from '../ratings'
import { at, names, number, own, pageKey, said, text } from './values'

type Fields = Record<string, unknown>

const speakerOf = (record: Fields, site: string): NamedDraft | null => {
  const name = text(record, 'speaker.name')
  if (!name) return null
  const kind = text(record, 'speaker.kind')
  return {
    name,
    id: pageKey(site, 'speakers', text(record, 'speaker.slug')),
    kind: kind === 'anonymous' || kind === 'organization' ? kind : 'person',
    url: null,
    description: null,
  }
}

/** Fields of a claim that its list carries, by the names of the record that they are kept in. */
const CLAIM: Record<string, string> = {
  statement: 'statement',
  quote: 'quote',
  speechAct: 'speechAct',
  speaker: 'speaker.name',
  basis: 'basis',
  capacity: 'capacity',
  saidOn: 'saidOn',
  venue: 'venue',
  place: 'place',
  note: 'note',
  language: 'language',
  topics: 'topics',
}

const has = (record: Fields, path: string): boolean =>
  Object.hasOwn(record, path) || Object.hasOwn(record, path.split('.')[0] ?? '')

const reviewsOf = (record: Fields, site: string): ClaimDraft['reviews'] =>
  (Array.isArray(record.reviews) ? record.reviews.filter(isFields) : []).flatMap((review) => {
    const word = said(review.ratingText)
    const reviewer = text(review, 'reviewer.name')
    if (!word || !reviewer) return []
    const kind = text(review, 'reviewer.kind') === 'person' ? ('person' as const) : ('organization' as const)
    return [
      {
        reviewer: {
          name: reviewer,
          id: pageKey(site, 'speakers', text(review, 'reviewer.slug')),
          kind,
          url: null,
          description: null,
        },
        word,
        text: word,
        ...scaled({
          value: number(at(review, 'rating.value')),
          best: number(at(review, 'rating.best')),
          worst: number(at(review, 'rating.worst')),
        }),
        url: said(review.url),
        title: null,
        summary: said(review.summary),
        language: said(record.language) ?? 'en',
        reviewedOn: said(review.reviewedOn),
      },
    ]
  })

/** Parts of a claim's whole page that name others by addresses only; archives carry them with their ids. */
const UNREAD = ['appearances', 'items', 'stakes', 'relations']

export const claimOf = (record: Fields, site: string): Mapped => {
  const statement = said(record.statement)
  if (!statement)
    return {
      drafts: [],
      problems: [{ field: 'statement', sentence: 'Nothing says what was claimed.', skips: true }],
    }
  const problems: Problem[] = UNREAD.some((part) => Array.isArray(record[part]) && record[part].length > 0)
    ? [
        {
          field: 'evidence',
          sentence:
            'Its evidence, sources, stakes and relations are not read from this form; an archive of the ledger carries them.',
          skips: false,
        },
      ]
    : []
  const draft: ClaimDraft = {
    subject: 'claim',
    keys: [String(record.id)],
    own: own(record),
    carries: Object.keys(CLAIM).filter((field) => has(record, CLAIM[field] ?? '')),
    statement,
    quote: said(record.quote),
    speaker: speakerOf(record, site),
    saidOn: said(record.saidOn),
    venue: said(record.venue),
    place: said(record.place),
    note: said(record.note),
    language: said(record.language) ?? 'en',
    act: said(record.speechAct) ?? 'assertion',
    basis: said(record.basis) ?? 'not_stated',
    capacity: said(record.capacity) ?? 'personal',
    topics: names(record.topics),
    sources: [],
    wording: null,
    reviews: reviewsOf(record, site),
  }
  return { drafts: [draft], problems }
}
