/** A record of a file in our words, before what it names has been looked for in the ledger. */
import type { SourceKind, SpeakerKind } from '../vocabulary'

export interface NamedDraft {
  name: string
  /** Its id in the collection that it comes from. */
  id: string | null
  kind: SpeakerKind
  url: string | null
  description: string | null
}

export interface SourceDraft {
  url: string | null
  title: string
  kind: SourceKind
  publisher: string | null
  publishedAt: string | null
  locator: string | null
}

export interface ReviewDraft {
  /** Null where the file does not say whose verdict it is. */
  reviewer: NamedDraft | null
  /** As it stands in the file. */
  word: string
  /** As it is shown; what its publisher's table makes of the word. */
  text: string
  value: number | null
  best: number | null
  worst: number | null
  url: string | null
  title: string | null
  summary: string | null
  language: string
  /** EDTF; null where it is not said. */
  reviewedOn: string | null
}

/** A record of our own data: its id, and the version that the file shows. */
export interface Own {
  id: string
  version: number | null
  slug: string
}

export interface ClaimDraft {
  subject: 'claim'
  own?: Own
  /** Of our own data the fields that the file carries; it says nothing of the others. */
  carries?: string[]
  /** What it is known by in its collection, the surest first; never empty. */
  keys: string[]
  statement: string
  quote: string | null
  speaker: NamedDraft | null
  saidOn: string | null
  venue: string | null
  place: string | null
  note: string | null
  language: string
  act: string
  basis?: string
  capacity?: string
  topics: string[]
  sources: SourceDraft[]
  /** The id of the wording that it repeats. */
  wording: string | null
  reviews: ReviewDraft[]
}

export interface RoleDraft {
  org: string
  title: string | null
  from: string | null
  to: string | null
  ended: boolean
}

export interface SpeakerDraft extends NamedDraft {
  subject: 'speaker'
  own?: Own
  keys: string[]
  wikidata: string | null
  roles: RoleDraft[]
  /** Words of its verdicts, by their ids. */
  ratings: { id: string; name: string }[]
  outlet?: boolean
  /** Of somebody unnamed: how many, in words, and the names of who vouches and whom they belong to. */
  headCount?: string | null
  vouchedBy?: string | null
  affiliation?: string | null
}

export interface WordingDraft {
  subject: 'wording'
  keys: string[]
  statement: string
  note: string | null
  topics: string[]
}

/** A source of our own data by itself, as its list says it. */
export interface SourceThing {
  subject: 'source'
  own: Own
  keys: string[]
  name: string
  kind: string
  status: string
  url: string | null
  publisher: string | null
  publishedAt: string | null
}

/** A topic of our own data. */
export interface TopicThing {
  subject: 'topic'
  own: Own
  keys: string[]
  name: string
  description: string | null
}

export type Draft = ClaimDraft | SpeakerDraft | WordingDraft | SourceThing | TopicThing

/** What is wrong with a record: it is left out altogether, or only the field is. */
export interface Problem {
  field: string
  sentence: string
  skips: boolean
}

export interface Mapped {
  drafts: Draft[]
  problems: Problem[]
}
