/** The forms of a source and of a link. */
import { type FormValues, flattened, type Nested } from '../form'
import type { LinkRecord } from '../input/claim'
import type { SourceRecord } from '../input/source'
import { linesIn, type Names, refValues, textIn } from './refs'

/** The fields of a form that shows this source; its status and its snapshots have forms of their own. */
export const sourceValues = (record: Omit<SourceRecord, 'id'>, names: Names): FormValues => {
  const { publisher, issuer, authors, snapshots: _kept, status: _status, statusNote: _why, ...plain } = record
  return Object.assign(
    flattened({ ...plain, authors: authors.join('\n') }),
    refValues('publisher', publisher, names),
    refValues('issuer', issuer, names),
  )
}

export const SOURCE_REFS = { publisher: ['speaker'], issuer: ['speaker'] } as const

/** The input of the commands that record and change a source, before it is checked. */
export const sourceRaw = (
  input: { [field: string]: Nested },
  id: (path: string) => string | null,
): Record<string, unknown> => ({
  kind: textIn(input.kind),
  title: textIn(input.title),
  publisher: id('publisher'),
  authors: linesIn(input.authors),
  publishedAt: textIn(input.publishedAt),
  modifiedAt: textIn(input.modifiedAt),
  language: textIn(input.language),
  url: textIn(input.url),
  canonicalUrl: textIn(input.canonicalUrl),
  issuer: id('issuer'),
  authenticity: textIn(input.authenticity) || 'unverified',
  authenticityNote: textIn(input.authenticityNote),
  note: textIn(input.note),
})

/** The fields of a form that shows this link. */
export const linkValues = (record: Omit<LinkRecord, 'id'>, names: Names): FormValues => {
  const { from, to, capacityOrg, ...plain } = record
  return Object.assign(
    flattened(plain),
    refValues('from', from, names),
    refValues('to', to, names),
    refValues('capacityOrg', capacityOrg, names),
  )
}

export const LINK_REFS = {
  from: ['speaker', 'source'],
  to: ['speaker', 'source'],
  capacityOrg: ['organization'],
} as const

/** The input of the commands that record and change a link, before it is checked. */
export const linkRaw = (
  input: { [field: string]: Nested },
  id: (path: string) => string | null,
): Record<string, unknown> => ({
  from: id('from') ?? '',
  to: id('to') ?? '',
  mode: textIn(input.mode),
  basis: textIn(input.basis) || 'not_stated',
  capacity: textIn(input.capacity) || 'personal',
  capacityOrg: id('capacityOrg'),
  wording: textIn(input.wording),
})
