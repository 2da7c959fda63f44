/** What a request carries: JSON in UTF-8, of a bounded size, with no field that nothing reads. */
import type { z } from 'zod'
import { refusalOf } from '@/lib/commands/command'
import { inputSchema, type JsonSchema, unknownFields } from '@/lib/domain/api/schema'
import { refuse } from '@/lib/domain/result'
import { Refused, refusedBy } from './refused'

const MOST_BYTES = 1_000_000

const TOO_LARGE = 'The body is larger than 1 MB, so nothing was changed; send less at a time.'

/** Reads as much as is allowed, whatever length was promised. */
const bytesOf = async (request: Request): Promise<Buffer> => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw new Refused(413, TOO_LARGE)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > MOST_BYTES) throw new Refused(413, TOO_LARGE)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const isJson = (headers: Headers): boolean =>
  /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '') &&
  /^(identity)?$/i.test(headers.get('content-encoding') ?? '')

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(400, 'The body is not text in UTF-8.')
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, 'The body is not JSON that can be read; look at its quotes, commas and brackets.')
  }
}

const schemas = new WeakMap<z.ZodType, JsonSchema>()
const schemaOf = (schema: z.ZodType): JsonSchema => {
  const made = schemas.get(schema) ?? inputSchema(schema)
  schemas.set(schema, made)
  return made
}

/**
 * Reads and checks a body.
 * @returns the body as it was sent, for a command that reads it again; its text tells one request from another
 * @throws Refused
 */
export const bodyOf = async (
  request: Request,
  schema: z.ZodType | undefined,
): Promise<{ body: unknown; text: string }> => {
  if (!schema) return { body: {}, text: '' }
  const bytes = await bytesOf(request)
  if (bytes.length === 0 && schema.safeParse({}).success) return { body: {}, text: '' }
  if (!isJson(request.headers))
    throw new Refused(415, 'Send the body as application/json, not compressed.', { field: 'Content-Type' })
  const text = textOf(bytes)
  const body = jsonOf(text)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw refusedBy(refusalOf(parsed.error))
  const [unknown] = unknownFields(schemaOf(schema), body)
  if (unknown !== undefined) {
    const sentence = `There is no field “${unknown.slice(0, 100)}” here; look at its spelling.`
    const refusal = refuse('invalid', sentence, unknown.slice(0, 100))
    if (!refusal.ok) throw refusedBy(refusal.refusal)
  }
  return { body, text }
}
