import type { Result } from '../lib/domain/result'

/** The value of a result, for loaders whose input is known to be good. @throws with the refusal's sentence */
export const must = <T>(result: Result<T>, what: string): T => {
  if (result.ok) return result.value
  throw new Error(`${what}: ${result.refusal.sentence} (${result.refusal.field ?? result.refusal.code})`)
}
