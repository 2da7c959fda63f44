/** What the answers of several operations share. */
import { z } from 'zod'
import { maybe as maybeInput, prose } from '../input/parts'

export const text = (means: string) => z.string().describe(means)
export const maybe = (means: string) => z.string().nullable().describe(means)
export const count = (means: string) => z.int().describe(means)

const id = text('its id, for good')
const version = count('the version that stands now; If-Match of the next change names it')

/** What a change of something with an address answers. */
export const saved = z.object({ id, slug: text('the last part of its address'), version })
/** The same, where claims may have moved with it. */
export const settled = saved.extend({
  moved: count('claims whose status moved with it at once'),
  job: maybe('the work in the background that moves the others; null where all is done'),
})
export const savedPart = z.object({ id, version })
export const settledPart = settled.omit({ slug: true })

/** A record as it is written: GET it, change it, PUT it back. */
export const recordOf = <T extends z.ZodType>(record: T, more: z.ZodRawShape = {}) =>
  z.object({ id, version, ...more, record: record.describe('the record, as PUT takes it') })

/** A page of a list that is no list for readers. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    links: z
      .object({ self: text('this address'), next: maybe('the next page; null on the last') })
      .describe('addresses'),
    data: z.array(item).describe('the records'),
  })

/** Why: asked for where readers see the change. */
export const reason = maybeInput(prose(1000, 'The reason')).describe(
  'why; required where readers see what changed',
)
export const because = z.object({ reason: prose(1000, 'The reason').describe('why; readers see it') })
