/** What speakers and sources have in common. */
import { z } from 'zod'
import { historyEntry } from './history'
import { count, moment, text, url } from './parts'
import { claimRef } from './refs'

export const kept = {
  id: text('its id, for good'),
  version: count('its version; every change counts it up'),
  recordedAt: moment('when it was recorded'),
  updatedAt: moment('when it was changed last'),
}

export const some = (means: string) =>
  z
    .object({
      total: count('how many there are'),
      claims: z.array(claimRef).describe('the newest of them, at most 30'),
    })
    .describe(means)

export const org = z
  .object({ slug: text('the last part of its address'), url, name: text('its name') })
  .describe('the organization')

export const history = z
  .array(historyEntry)
  .describe('what happened to it, the latest first; at most 100 entries')
