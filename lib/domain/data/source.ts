/** A source: as a row of a list, and whole. */
import { z } from 'zod'
import { history, kept, some } from './kept'
import { count, counts, edtf, maybe, moment, text, yes } from './parts'
import { nodeRef, sourceRef, speakerRef } from './refs'

export const sourceItem = sourceRef.extend({
  ...kept,
  publishedAt: edtf('when it was published'),
  claims: count('public claims that appear in it, lead through it or rest on it'),
})

const link = z.object({
  mode: text('how: quotes, cites, republishes, …'),
  basis: text('how the other knows'),
  wording: maybe('in what words'),
  capacity: text('official or personal'),
  wholeSource: yes('whether it holds for everything that the source says'),
  claims: count('public claims that it holds for, where not for all'),
  other: nodeRef.describe('the other end'),
})

export const sourceData = sourceItem.extend({
  publishedBy: speakerRef.nullable().describe('the publisher'),
  issuer: speakerRef.nullable().describe('who issued a record'),
  authors: z.array(z.string()).describe('authors, as printed'),
  modifiedAt: edtf('when it was changed'),
  language: maybe('its language (BCP 47)'),
  originalUrl: maybe('where it was published'),
  canonicalUrl: maybe('the address that it gives for itself'),
  authenticity: text('of a record: authenticated, unverified or disputed'),
  authenticityNote: maybe('how that is known'),
  isRecord: yes('whether it is itself a record of what it shows'),
  statusNote: maybe('why it has its status'),
  note: maybe('an editor’s note'),
  snapshots: z
    .array(
      z.object({
        uri: text('where it is kept'),
        capturedAt: moment('when it was taken'),
        sha256: text('the hash of the file'),
        mime: text('its type'),
      }),
    )
    .describe('copies, the latest first; at most 20'),
  gotFrom: z.array(link).describe('where it got what it says; at most 100'),
  usedBy: z.array(link).describe('what got it from here; at most 100'),
  counts,
  appearing: some('claims that appear in it'),
  resting: some('claims that appear in it, lead through it or rest on it'),
  history,
})

export type SourceItemData = z.infer<typeof sourceItem>
export type SourceData = z.infer<typeof sourceData>
