/** What every shape is made of. A description says what the field means; docs/data-fields.md is made of them. */
import { z } from 'zod'

/**
 * The version of all shapes. It changes only if a field is taken away or comes to mean something else; fields may be
 * added at any time (docs/data.md).
 */
export const DATA_VERSION = 1

export const text = (means: string) => z.string().describe(means)
export const maybe = (means: string) => z.string().nullable().describe(means)
export const yes = (means: string) => z.boolean().describe(means)
export const count = (means: string) => z.int().describe(means)
export const moment = (means: string) => z.string().describe(`${means}; RFC 3339, in UTC`)
export const edtf = (means: string) =>
  z.string().nullable().describe(`${means}; EDTF, null where it is not known`)

export const url = text('the address of its page')

/** Claims by the status that lists show. */
export const counts = z
  .record(z.string(), z.int())
  .describe('public claims by status; those with none are left out')
