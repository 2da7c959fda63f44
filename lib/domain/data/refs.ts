/** How one thing names another. */
import { z } from 'zod'
import { maybe, text, url } from './parts'

export const speakerRef = z
  .object({
    type: z.literal('speaker').describe('what it is'),
    slug: text('the last part of its address'),
    url,
    name: text('the name, or the words for somebody unnamed'),
    kind: text('person, organization or anonymous'),
    headCount: maybe('how many people an unnamed group is, in the words of the source'),
    vouchedBy: z
      .object({ slug: text('the last part of its address'), url, name: text('its name') })
      .nullable()
      .describe('the outlet that vouches for somebody unnamed'),
  })
  .describe('a speaker')

export const sourceRef = z
  .object({
    type: z.literal('source').describe('what it is'),
    slug: text('the last part of its address'),
    url,
    name: text('the title'),
    kind: text('the kind of source'),
    status: text('current, corrected, retracted, superseded or unavailable'),
    publisher: maybe('the name of the publisher'),
  })
  .describe('a source')

export const unnamedRef = z
  .object({ type: z.literal('unnamed').describe('what it is') })
  .describe('somebody who is reached only on background, and is not named')

export const nodeRef = z.discriminatedUnion('type', [speakerRef, sourceRef, unnamedRef])

export const topicRef = z
  .object({ slug: text('the last part of its address'), url, name: text('the name') })
  .describe('a topic')

export const claimRef = z
  .object({
    slug: text('the last part of its address'),
    url,
    statement: text('what is claimed'),
    speaker: maybe('the name of who says it; null for a rumour'),
    shownStatus: text('the sourcing status that readers see'),
  })
  .describe('a claim')

export type SpeakerRefData = z.infer<typeof speakerRef>
export type SourceRefData = z.infer<typeof sourceRef>
export type NodeRefData = z.infer<typeof nodeRef>
export type TopicRefData = z.infer<typeof topicRef>
export type ClaimRefData = z.infer<typeof claimRef>
