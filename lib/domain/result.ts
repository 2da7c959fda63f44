/** Expected outcomes are values: what went through, or a refusal with a closed code and a sentence. */
export const REFUSALS = [
  /** The input cannot be read, or contradicts itself. */
  'invalid',
  'not_found',
  /** It was here, and is withdrawn, hidden or closed. */
  'gone',
  /** Somebody saved meanwhile; `details` carries both texts. */
  'conflict',
  'forbidden',
  'duplicate',
  /** Off the record or on deep background: not stored (rules.md §1, Evidence). */
  'refused_access',
  /** The input is fine, but the state of the record does not allow it, as long as something else stands. */
  'blocked',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export interface Refusal {
  code: RefusalCode
  /** What is wrong and how to mend it, in one plain sentence or two. */
  sentence: string
  /** The field of the input that it is about: `evidence.2.access`. */
  field?: string
  details?: unknown
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** What went through. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/**
 * A refusal; it has no `field` or `details` where none are given.
 * @param details of a conflict: both versions; of an invalid input: every problem
 */
export const refuse = (
  code: RefusalCode,
  sentence: string,
  field?: string,
  details?: unknown,
): Result<never> => ({
  ok: false,
  refusal: { code, sentence, ...(field ? { field } : {}), ...(details === undefined ? {} : { details }) },
})
