/** Small Zod parts that every input shares: how text, ids, addresses and dates are accepted. */
import { z } from 'zod'
import { parseEdtf } from '../edtf'

/** One line of text, trimmed; `max` in UTF-16 units, as SQL and HTML count. */
export const line = (max: number, what: string) =>
  z
    .string({ error: `${what} must be text.` })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, `${what} cannot be empty.`)
        .max(max, `${what} is longer than ${max} characters; shorten it.`),
    )

/** Text of several lines, trimmed. */
export const prose = (max: number, what: string) =>
  z
    .string({ error: `${what} must be text.` })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, `${what} cannot be empty.`)
        .max(max, `${what} is longer than ${max} characters; shorten it.`),
    )

/** An optional part: a missing, null or blank value becomes null. */
export const maybe = <T extends z.ZodType>(part: T) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    z.union([z.null(), part]),
    // The types of a part that may be left out; what it does is the preprocessing above.
  ) as unknown as z.ZodDefault<z.ZodNullable<T>>

/** The id of a row; references are checked against the database by the command. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/, 'An id has only letters, digits, hyphens and underscores.')

/** A stored address is http or https: anything else could run when it is followed (design.md §7). */
export const address = z
  .string()
  .trim()
  .max(2048, 'An address has at most 2,048 characters.')
  .refine((text) => {
    try {
      return /^https?:$/.test(new URL(text).protocol)
    } catch {
      return false
    }
  }, 'Write a full address that begins with http:// or https://.')

/** A date as EDTF text. */
export const edtf = z.string().superRefine((text, context) => {
  const date = parseEdtf(text)
  if (!date.ok) context.addIssue({ code: 'custom', message: date.sentence })
})

/** A quoted fragment: at most ten words, because the ledger quotes and does not copy. */
export const FRAGMENT_WORDS = 10
export const fragment = line(300, 'The quote').refine(
  (text) => text.split(' ').length <= FRAGMENT_WORDS,
  `Quote at most ${FRAGMENT_WORDS} words; put the rest in your own.`,
)

/** W3C Web Annotation selectors; offsets in Unicode code points, end exclusive. */
export const selector = z.object({
  exact: z.string().min(1).max(2000),
  prefix: z.string().max(200).optional(),
  suffix: z.string().max(200).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
})
