/** A speaker: as a row of a list, and whole. */
import { z } from 'zod'
import { history, kept, org, some } from './kept'
import { count, counts, edtf, maybe, moment, text, url, yes } from './parts'
import { sourceRef, speakerRef } from './refs'

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

export type SpeakerItemData = z.infer<typeof speakerItem>
export type SpeakerData = z.infer<typeof speakerData>
