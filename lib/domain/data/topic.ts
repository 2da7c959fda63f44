/** A topic: as a row of a list, and whole. */
import { z } from 'zod'
import { count, counts, maybe, text } from './parts'
import { claimRef, speakerRef, topicRef } from './refs'

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

export type TopicItemData = z.infer<typeof topicItem>
export type TopicData = z.infer<typeof topicData>
