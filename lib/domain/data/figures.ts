/** Pages of figures: speakers by status, claims over time, two speakers side by side. */
import { z } from 'zod'
import { count, counts, maybe, text, yes } from './parts'
import { claimRef, nodeRef, speakerRef, topicRef } from './refs'

const made = z.object({
  speaker: speakerRef.describe('who'),
  claims: count('how many claims of theirs are counted'),
  counts,
})

export const matrixData = z.object({
  topic: topicRef.nullable().describe('the topic that it is narrowed by; null for all claims'),
  all: counts,
  partial: z
    .object({ counted: count('how many'), of: count('of how many') })
    .nullable()
    .describe('where a topic has more claims than are counted for each speaker: only its newest are'),
  rows: z.array(made).describe('speakers, those of most claims first'),
})

export const overTimeData = z.object({
  unit: text('month, year or decade'),
  buckets: z
    .array(
      z.object({
        start: text('the month or year that it begins with'),
        total: count('claims said in it'),
        families: z.record(z.string(), z.int()).describe('those by family of statuses'),
      }),
    )
    .describe('every one from the first to the last'),
  undated: count('claims without a date, or with one that has no beginning'),
  coarse: count('by month: claims whose date does not say the month'),
  newest: z.int().nullable().describe('where only so many, the newest, are counted; else null'),
})

const sides = <T extends z.ZodType>(side: T, means: string) =>
  z.array(side).describe(`${means}; one for each, in the order of the address`)
const some = (means: string) =>
  z
    .object({
      total: count('how many there are'),
      claims: z.array(claimRef).describe('the newest of them'),
    })
    .describe(means)

export const comparisonData = z.object({
  speakers: sides(made, 'whom is compared'),
  topics: z
    .array(z.object({ topic: topicRef, claims: sides(z.int(), 'how many claims') }))
    .describe('what either speaks about'),
  shared: z
    .array(z.object({ topic: topicRef, claims: sides(some('claims about it'), 'claims') }))
    .describe('what both speak about'),
  relies: sides(
    z.object({
      cites: some('claims for which the other is cited'),
      links: z
        .array(
          z.object({
            from: nodeRef.describe('what got it'),
            mode: text('how: quotes, cites, republishes, …'),
            to: nodeRef.describe('from whom or what'),
          }),
        )
        .describe('what it got from the other'),
    }),
    'how one rests on the other',
  ),
  against: sides(
    z.object({
      cited: some('claims against which the other is cited'),
      relations: z
        .array(
          z.object({
            kind: text('denies, corrects, …'),
            from: claimRef.describe('its claim'),
            to: claimRef.describe('the claim of the other'),
          }),
        )
        .describe('its claims about claims of the other'),
    }),
    'how one speaks against the other',
  ),
  same: z
    .array(
      z.object({
        recorded: yes('whether editors recorded it; else they are the same words'),
        claims: sides(claimRef, 'the claims'),
      }),
    )
    .describe('claims of both that say the same'),
  newest: z.int().nullable().describe('where one has more claims: only so many, the newest, are compared'),
})

export const changeItem = z.object({
  id: text('its id, for good'),
  at: text('when; RFC 3339, in UTC'),
  kind: text('what happened: `claim.edited`, …'),
  by: text('who did it'),
  subject: text('what it happened to: claim, speaker, source, topic, link, …'),
  url: maybe('the address of its page; null where it has none, or none any more'),
  title: maybe('what it was called then; null with no page'),
  version: count('the version that it made'),
  reason: maybe('why'),
  fields: z.array(z.string()).describe('the fields that it changed'),
  moved: count('public claims whose status moved with it'),
})

export type MatrixData = z.infer<typeof matrixData>
export type OverTimeData = z.infer<typeof overTimeData>
export type ComparisonData = z.infer<typeof comparisonData>
export type ChangeItemData = z.infer<typeof changeItem>
