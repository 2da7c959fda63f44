/** Expected outcomes are values: what went through, or a refusal with a closed code and a sentence. */
export const REFUSALS = [
  'invalid',
  'not_found',
  'gone',
  'conflict',
  'forbidden',
  'duplicate',
  'refused_access',
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

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (code: RefusalCode, sentence: string, field?: string): Result<never> => ({
  ok: false,
  refusal: { code, sentence, ...(field ? { field } : {}) },
})
