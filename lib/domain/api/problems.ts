/** Refusals of the API (RFC 9457): which status stands for what, and which of them an operation may answer. */
import { z } from 'zod'
import type { RefusalCode } from '../result'
import { isWrite, type Operation, partsOf } from './operation'

/** A refusal of a command as a status. A conflict is one of versions, which If-Match named. */
export const STATUS_OF: Record<RefusalCode, number> = {
  invalid: 422,
  refused_access: 422,
  not_found: 404,
  gone: 410,
  conflict: 412,
  forbidden: 403,
  duplicate: 409,
  blocked: 409,
}

export const problem = z
  .object({
    type: z.string().describe('about:blank: the status says what kind it is'),
    title: z.string().describe('the name of the status'),
    status: z.int().describe('the status'),
    detail: z.string().describe('what is wrong and how to mend it, in a sentence or two'),
    code: z.string().optional().describe('the same in one word, which does not change'),
    field: z
      .string()
      .optional()
      .describe('the field of the body, the header or the parameter that it is about'),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .describe('every problem of the body'),
    reason: z.string().nullable().optional().describe('of what is gone: why'),
    current: z.int().optional().describe('of a conflict: the version that stands'),
    theirs: z.unknown().optional().describe('of a conflict: the record that stands'),
  })
  .describe('why nothing came of it')
export type Problem = z.infer<typeof problem>

/** What each status means here. */
export const PROBLEMS: Record<number, string> = {
  400: 'The request cannot be read: its body is no JSON, or a header is malformed.',
  401: 'There is no key or session, or the key does not work.',
  403: 'The key is not for this, its owner may not do it, or a cookie was sent from another site.',
  404: 'It is not recorded here, or not before whoever asks.',
  405: 'The address takes other methods.',
  409: 'What is recorded does not allow it now.',
  410: 'It was here, and is withdrawn or hidden.',
  412: 'Somebody changed it since; nothing was saved.',
  413: 'The body is larger than 1 MB.',
  415: 'The body is not sent as application/json.',
  422: 'The body was understood and cannot be taken.',
  428: 'If-Match is missing: it names the version that was seen.',
  429: 'Too many requests; Retry-After says when to go on.',
  500: 'Something failed here. Nothing was changed; the same request may be sent again.',
  503: 'The database is away or has no room; send the same request again after Retry-After, with the same Idempotency-Key.',
}

/** Every status other than its own that an operation may answer. */
export const problemsOf = (operation: Operation): number[] => {
  const { scope, path, body, versioned, standing } = operation
  const write = isWrite(operation)
  const has = [
    [write, [400, 409, 410, 422]],
    [scope !== null, [403]],
    [partsOf(path).length > 0 || write, [404]],
    [standing, [410]],
    [versioned, [412, 428]],
    [body !== undefined, [413, 415]],
  ] as const
  const some = has.flatMap(([holds, statuses]) => (holds ? [...statuses] : []))
  return [...new Set([401, 429, 500, 503, ...some])].sort((a, b) => a - b)
}
