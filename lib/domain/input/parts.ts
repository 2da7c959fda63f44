/** Small Zod parts that every input shares: how text, ids, addresses and dates are accepted. */
import { z } from 'zod'
import { parseEdtf } from '../edtf'

/** PostgreSQL holds no U+0000, and half of a surrogate pair is no letter in either database. */
export const text = (error?: string) =>
  z
    .string(error ? { error } : undefined)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'This holds a character that is none, perhaps from a damaged file; write it again.',
    )

/** One line of text, trimmed; `max` in UTF-16 units, as SQL and HTML count. */
export const line = (max: number, what: string) =>
  text(`${what} must be text.`)
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, `${what} cannot be empty.`)
        .max(max, `${what} is longer than ${max} characters; shorten it.`),
    )

/** Text of several lines, trimmed. */
export const prose = (max: number, what: string) =>
  text(`${what} must be text.`)
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
export const address = text()
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

export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is a tag such as en or es-SV.')
  .max(35, 'A language’s tag has at most 35 letters.')

/** W3C Web Annotation selectors; offsets in Unicode code points, end exclusive. */
export const selector = z.object({
  exact: text().min(1).max(2000),
  prefix: text().max(200).optional(),
  suffix: text().max(200).optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
})
