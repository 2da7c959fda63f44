/** Why nothing came of a request, on its way out of wherever that was found. */
import { type Problem, STATUS_OF } from '@/lib/domain/api'
import type { Refusal } from '@/lib/domain/result'

type More = Partial<Omit<Problem, 'type' | 'title' | 'status' | 'detail'>>

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly more: More = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail)
  }
}

const MOST_ERRORS = 50

/** Every problem of an input; other refusals have details of other kinds. */
const problemsIn = (details: unknown): NonNullable<More['errors']> =>
  (Array.isArray(details) ? details : [])
    .slice(0, MOST_ERRORS)
    .flatMap(({ field, sentence }: { field?: string; sentence?: string }) =>
      field === undefined || sentence === undefined ? [] : [{ field, detail: sentence }],
    )

/** A command's refusal as it is answered, with what stands where versions met. */
export const refusedBy = ({ code, sentence, field, details }: Refusal): Refused => {
  const more: More = { code, ...(field ? { field } : {}) }
  const errors = code === 'invalid' || code === 'refused_access' ? problemsIn(details) : []
  if (errors.length > 1) more.errors = errors
  const { current, theirs } = (details ?? {}) as { current?: number; theirs?: unknown }
  if (code === 'conflict' && current !== undefined) Object.assign(more, { current, theirs: theirs ?? null })
  return new Refused(STATUS_OF[code], sentence, more)
}
