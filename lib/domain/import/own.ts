/**
 * Records of our own data (docs/data.md), from JSON or from the table of a list: they say by their addresses what they
 * are, so no mapping is needed, and they keep their ids. What the form of a list does not carry stays unsaid.
 */
import { isFields, textOf } from './cell'
import type { ClaimDraft, Mapped, NamedDraft, Own, Problem, SpeakerDraft } from './draft'
import { scaled } from './ratings'

type Fields = Record<string, unknown>

const FOLDERS = ['claims', 'speakers', 'sources', 'topics'] as const
type Folder = (typeof FOLDERS)[number]

const ADDRESS = /^https?:\/\/([^/]+)\/(claims|speakers|sources|topics)\/([^/?#]+)$/

/** What a record says besides its id and its address, by which it is told from a record of anybody else. */
const TELLING: Record<Folder, readonly string[]> = {
  claims: ['statement'],
  speakers: ['name', 'kind'],
  sources: ['name', 'kind', 'status'],
  topics: ['name', 'claims'],
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/

interface Known {
  folder: Folder
  site: string
}

const knownOf = (record: Fields): Known | null => {
  const [, site, folder] = ADDRESS.exec(typeof record.url === 'string' ? record.url : '') ?? []
  if (!site || !folder || typeof record.id !== 'string' || !ID.test(record.id)) return null
  const known = folder as Folder
  return TELLING[known].every((name) => Object.hasOwn(record, name)) ? { folder: known, site } : null
}

/** Whether a record is one of ours. A spreadsheet may have taken columns out of it; its id and its address must be there. */
export const isOwn = (record: Fields): boolean => knownOf(record) !== null

/** A cell of a table begins with an apostrophe where a spreadsheet would take it for a formula (docs/data.md). */
const plain = (text: string): string => (/^'[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text)

const said = (value: unknown): string | null => {
  if (typeof value === 'string') return plain(value).trim() || null
  return textOf(value)
}

/** The value of a path in JSON, or of the column that is called so. */
const at = (record: Fields, path: string): unknown =>
  Object.hasOwn(record, path)
    ? record[path]
    : path.split('.').reduce<unknown>((held, name) => (isFields(held) ? held[name] : undefined), record)

const text = (record: Fields, path: string): string | null => said(at(record, path))

const number = (value: unknown): number | null => {
  const read = typeof value === 'number' ? value : Number.parseFloat(String(value ?? ''))
  return Number.isFinite(read) ? read : null
}

/** By which a speaker of that ledger is known to the collection: the address of its page, without what may change. */
const pageKey = (site: string, folder: Folder, slug: string | null): string | null =>
  slug === null ? null : `${site}/${folder}/${encodeURIComponent(slug)}`

const own = (record: Fields): Own => ({
  id: String(record.id),
  version: number(record.version),
  slug: decodeURIComponent(String(record.url).split('/').at(-1) ?? ''),
})

/** The names of a list: of things in JSON, in a cell joined by `; `. */
const names = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => (isFields(each) ? (said(each.name) ?? []) : []))
  return said(value)?.split('; ').filter(Boolean) ?? []
}

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

const claimOf = (record: Fields, site: string): Mapped => {
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

const speakerDraft = (record: Fields, site: string): Mapped => {
  const name = said(record.name)
  if (!name)
    return { drafts: [], problems: [{ field: 'name', sentence: 'Nothing says who this is.', skips: true }] }
  const kind = said(record.kind)
  const mine = own(record)
  const key = pageKey(site, 'speakers', mine.slug)
  const org = text(record, 'role.org')
  const draft: SpeakerDraft = {
    subject: 'speaker',
    own: mine,
    keys: [mine.id, key ?? mine.id],
    name,
    id: key,
    kind: kind === 'anonymous' || kind === 'organization' ? kind : 'person',
    url: null,
    description: said(record.description),
    wikidata: said(record.wikidataId),
    roles:
      kind === 'person' && org
        ? [
            {
              org,
              title: text(record, 'role.title'),
              from: null,
              to: null,
              ended: text(record, 'role.ended') === 'true',
            },
          ]
        : [],
    ratings: [],
    outlet: said(record.outlet) === 'true',
    headCount: said(record.headCount),
    vouchedBy: text(record, 'vouchedBy.name'),
    affiliation: said(record.affiliation),
  }
  return { drafts: [draft], problems: [] }
}

/** A source or a topic: what its list says of it. */
const thingOf = (record: Fields, folder: 'sources' | 'topics'): Mapped => {
  const name = said(record.name)
  if (!name)
    return {
      drafts: [],
      problems: [{ field: 'name', sentence: 'Nothing says what this is called.', skips: true }],
    }
  const mine = own(record)
  const known = { own: mine, keys: [mine.id], name }
  if (folder === 'topics')
    return { drafts: [{ subject: 'topic', ...known, description: said(record.description) }], problems: [] }
  return {
    drafts: [
      {
        subject: 'source',
        ...known,
        kind: said(record.kind) ?? 'web_page',
        status: said(record.status) ?? 'current',
        url: said(record.originalUrl),
        publisher: said(record.publisher),
        publishedAt: said(record.publishedAt),
      },
    ],
    problems: [],
  }
}

/** A record of ours in the words of an import. */
export const mapOwn = (record: Fields): Mapped => {
  const known = knownOf(record)
  if (known?.folder === 'claims') return claimOf(record, known.site)
  if (known?.folder === 'speakers') return speakerDraft(record, known.site)
  return thingOf(record, known?.folder === 'topics' ? 'topics' : 'sources')
}
