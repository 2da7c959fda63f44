/** A claim: as a row of a list, and whole. */
import { z } from 'zod'
import { chain, evidenceItem, override, review, role } from './claim-parts'
import { historyEntry } from './history'
import { count, edtf, maybe, moment, text, url, yes } from './parts'
import { claimRef, nodeRef, sourceRef, speakerRef, topicRef } from './refs'

const sides = (means: string) =>
  z.object({ supports: count('in support'), contradicts: count('against') }).describe(means)
const side = text('supports or contradicts')

export const claimItem = z.object({
  id: text('its id, for good'),
  slug: text('the last part of its address; it may be renamed, and the old one then redirects'),
  url,
  version: count('its version; every change counts it up'),
  statement: text('what is claimed, as a sentence'),
  quote: maybe('the words that were used'),
  language: text('the language of the statement (BCP 47)'),
  speechAct: text('the kind of statement'),
  basis: text('how the speaker knows'),
  capacity: text('official or personal'),
  speaker: speakerRef.nullable().describe('who says it; null for a rumour'),
  saidOn: edtf('when it was said'),
  venue: maybe('on what occasion'),
  place: maybe('where'),
  note: maybe('an editor’s note'),
  topics: z.array(topicRef).describe('what it is about'),
  status: text('the sourcing status that the rules derive'),
  shownStatus: text('the status that readers see and lists filter by: an override’s where one stands'),
  family: text('the family of the status that readers see'),
  sentence: text('the status in one sentence'),
  flags: z.array(z.string()).describe('marks beside the status'),
  origins: sides('independent origins, as recorded')
    .nullable()
    .describe('independent origins, as recorded; null for what is not a factual claim'),
  evidence: sides('items of evidence'),
  recordedAt: moment('when it was recorded'),
  updatedAt: moment('when it was changed last'),
})

export const claimData = claimItem.extend({
  capacityOrg: speakerRef.nullable().describe('for whom the speaker spoke'),
  roleThen: role.nullable().describe('the role that the speaker held then'),
  rule: text('the rule that gave the status'),
  ruleset: text('the version of the rules'),
  tiers: sides('the tier of each side, 0 to 3'),
  override: override.nullable().describe('an editor’s public disagreement with the rules'),
  counted: z
    .array(
      z.object({
        side,
        label: text('its name, as it may be printed'),
        class: text('what kind of origin it is'),
        path: z.array(nodeRef).describe('the way to it'),
      }),
    )
    .describe('the origins that count'),
  notCounted: z
    .array(
      z.object({
        side,
        label: text('its name, as it may be printed'),
        reason: text('why it does not count'),
      }),
    )
    .describe('what does not count'),
  rings: z.array(z.array(nodeRef)).describe('sources that cite each other'),
  chain: chain.describe('how it reached us'),
  appearances: z
    .array(
      z.object({
        source: sourceRef.describe('where'),
        locator: maybe('where in it'),
        wording: maybe('in what words'),
      }),
    )
    .describe('where it appeared'),
  items: z.array(evidenceItem).describe('the evidence'),
  stakes: z
    .array(
      z.object({
        party: speakerRef.describe('who'),
        stake: text('benefits, harmed or none'),
        note: maybe('how'),
      }),
    )
    .describe('who gains or loses by it'),
  relations: z
    .array(
      z.object({
        kind: text('denies, contradicts, restates, narrows, corrects or outcome_of'),
        direction: text('out: this claim does it; in: it is done to this claim'),
        note: maybe('an editor’s note'),
        claim: claimRef.describe('the other claim'),
      }),
    )
    .describe('claims that it answers, or that answer it'),
  reviews: z
    .array(review)
    .describe('verdicts by named reviewers, the latest first; never part of the status'),
  history: z.array(historyEntry).describe('what happened to it, the latest first; at most 100 entries'),
})

/** A claim as it stood in one of its versions. */
export const claimVersion = z.object({
  slug: text('the last part of the claim’s address'),
  url: text('the address of this version, for good'),
  version: count('the version'),
  current: count('the version that stands now'),
  statement: text('what is claimed'),
  quote: maybe('the words that were used'),
  speaker: speakerRef.nullable().describe('who says it; null for a rumour'),
  saidOn: edtf('when it was said'),
  venue: maybe('on what occasion'),
  place: maybe('where'),
  note: maybe('an editor’s note'),
  speechAct: text('the kind of statement'),
  basis: text('how the speaker knows'),
  status: text('the derived status when this version ended, or now'),
  at: moment('when it began'),
  actor: text('who made it'),
  reason: maybe('why'),
})

export type ClaimItemData = z.infer<typeof claimItem>
export type ClaimData = z.infer<typeof claimData>
export type ClaimVersionData = z.infer<typeof claimVersion>
