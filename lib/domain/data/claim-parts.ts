/** What stands under a claim on its page. */
import { z } from 'zod'
import { count, maybe, moment, text, url, yes } from './parts'
import { nodeRef, speakerRef } from './refs'

export const role = z.object({
  title: maybe('the title'),
  kind: text('the kind of role'),
  org: z
    .object({ slug: text('the last part of its address'), url, name: text('its name') })
    .describe('for whom'),
  ended: yes('whether it had ended by then'),
})

export const override = z.object({
  status: text('the status that an editor set'),
  reason: text('why'),
  by: text('who'),
  at: moment('when'),
})

export const chain = z.object({
  paths: z
    .array(
      z.array(
        z.object({
          from: nodeRef.describe('what has it'),
          to: nodeRef.describe('where it got it'),
          mode: text('how: `quotes`, `republishes`, …; `publishes` for the last step to a publisher'),
          wording: maybe('in what words'),
        }),
      ),
    )
    .describe('ways from where it appeared to who says it, the shortest first'),
  more: count('further ways that are not listed'),
  complete: yes('whether any way leads to who says it'),
})

export const evidenceItem = z.object({
  id: text('its id'),
  relation: text('supports, contradicts or context'),
  covers: text('whole or part'),
  target: nodeRef.nullable().describe('the source or speaker that it is'),
  basis: text('how they know'),
  capacity: text('official or personal'),
  capacityOrg: speakerRef.nullable().describe('for whom they speak'),
  access: text('public, on_record or on_background'),
  state: text('active, withdrawn or retracted'),
  stateNote: maybe('why it is not active'),
  excerpt: maybe('the words that bear on it'),
  locator: maybe('where in it'),
  note: maybe('an editor’s note'),
  vouchedBy: speakerRef.nullable().describe('who vouches for somebody unnamed'),
})

export const review = z.object({
  id: text('its id'),
  version: count('its version'),
  reviewer: speakerRef.describe('who reviewed it'),
  ratingText: text('the verdict in words'),
  rating: z
    .object({
      value: z.number().describe('the number'),
      scaleId: text('the id of the scale'),
      scale: text('its name'),
      best: z.number().describe('its best number'),
      worst: z.number().describe('its worst number'),
    })
    .nullable()
    .describe('the verdict on the reviewer’s own scale'),
  summary: maybe('why'),
  url: maybe('where it was published'),
  reviewedOn: text('when; EDTF'),
})
