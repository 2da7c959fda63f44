/** Speakers, sources and topics: as rows of a list, and whole. */
import { z } from 'zod'
import { historyEntry } from './history'
import { count, counts, edtf, maybe, moment, text, url, yes } from './parts'
import { claimRef, nodeRef, sourceRef, speakerRef, topicRef } from './refs'

const kept = {
  id: text('its id, for good'),
  version: count('its version; every change counts it up'),
  recordedAt: moment('when it was recorded'),
  updatedAt: moment('when it was changed last'),
}

const some = (means: string) =>
  z
    .object({
      total: count('how many there are'),
      claims: z.array(claimRef).describe('the newest of them, at most 30'),
    })
    .describe(means)

const org = z
  .object({ slug: text('the last part of its address'), url, name: text('its name') })
  .describe('the organization')

const history = z.array(historyEntry).describe('what happened to it, the latest first; at most 100 entries')

export const speakerItem = speakerRef.extend({
  ...kept,
  description: maybe('who it is'),
  outlet: yes('whether it publishes'),
  affiliation: maybe('the name of the organization that an unnamed speaker belongs to'),
  role: z
    .object({
      title: maybe('the title'),
      org: text('the name of the organization'),
      ended: yes('whether it has ended'),
    })
    .nullable()
    .describe('a role held now, or the latest'),
  claims: count('public claims made'),
  unsupported: count('those that are unsupported'),
  counts,
})

export const speakerData = speakerItem.extend({
  identityNote: maybe('a public note on who it may or may not be'),
  headCountRange: z
    .object({
      min: z.int().nullable().describe('at least so many'),
      max: z.int().nullable().describe('at most so many'),
    })
    .nullable()
    .describe('how many people an unnamed group is'),
  anonymityReason: maybe('why it is not named'),
  affiliatedWith: speakerRef.nullable().describe('the organization that it belongs to'),
  aliases: z.array(z.string()).describe('other names that it goes by'),
  sameAs: z.array(z.string()).describe('addresses of the same speaker elsewhere'),
  wikidataId: maybe('its item in Wikidata'),
  policyLinks: z
    .array(z.object({ kind: text('what policy'), url: text('its address') }))
    .describe('policies of an organization'),
  roles: z
    .array(
      z.object({
        title: maybe('the title'),
        kind: text('the kind of role'),
        org,
        from: edtf('since when'),
        to: edtf('until when'),
        ended: yes('whether it has ended'),
      }),
    )
    .describe('roles, in the order in which they were recorded'),
  people: z
    .array(
      z.object({
        person: speakerRef.describe('who'),
        title: maybe('the title'),
        ended: yes('whether it has ended'),
      }),
    )
    .describe('who holds a role here; at most 50'),
  group: z
    .object({ name: text('its name'), others: z.array(speakerRef).describe('who else is in it') })
    .nullable()
    .describe('organizations that cannot be independent of each other'),
  vouchesFor: z.array(speakerRef).describe('unnamed speakers whom it vouches for; at most 50'),
  mayOverlap: z.array(speakerRef).describe('unnamed speakers who may be the same people'),
  identity: z
    .array(
      z.object({
        kind: text('same, different or unsure'),
        reason: text('why'),
        by: text('who says so'),
        at: moment('since when'),
        other: speakerRef.describe('the other speaker'),
      }),
    )
    .describe('whether named speakers are the same'),
  made: some('claims that it made'),
  testifies: some('claims for or against which it is cited'),
  published: z.array(sourceRef).describe('sources that it published; at most 50'),
  history,
})

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

export const topicItem = topicRef.extend({
  id: text('its id, for good'),
  description: maybe('what it is about'),
  claims: count('public claims filed under it'),
  counts,
})

export const topicData = topicItem.extend({
  newest: z.array(claimRef).describe('the newest of its claims, at most 30'),
  speakers: z
    .array(z.object({ speaker: speakerRef.describe('who'), claims: count('how many') }))
    .describe('who makes most claims about it; at most 12'),
})

export type SpeakerItemData = z.infer<typeof speakerItem>
export type SpeakerData = z.infer<typeof speakerData>
export type SourceItemData = z.infer<typeof sourceItem>
export type SourceData = z.infer<typeof sourceData>
export type TopicItemData = z.infer<typeof topicItem>
export type TopicData = z.infer<typeof topicData>
