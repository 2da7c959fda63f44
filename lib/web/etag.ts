/** Answers for programs that ask again and again: with a strong ETag, and nothing sent twice that they have already. */
import { createHash } from 'node:crypto'

/**
 * A strong tag stands for bytes as they are sent. Next compresses them as Accept-Encoding allows, so that is part of
 * it: whoever asks the same way gets the same tag for as long as the text is the same, and for no longer.
 */
const tagOf = (request: Request, body: string | Uint8Array): string => {
  const hash = createHash('sha256').update(`${request.headers.get('accept-encoding') ?? ''}\n`)
  return `"${hash.update(body).digest('base64url')}"`
}

/** Whether If-None-Match (RFC 9110, 13.1.2: a list of tags, weak or strong, or `*`) names this tag. */
const isKnown = (request: Request, tag: string): boolean => {
  const known = request.headers.get('if-none-match')?.trim()
  if (!known) return false
  return known === '*' || (known.match(/"[^"]*"/g)?.includes(tag) ?? false)
}

type Headers = { 'Content-Type': string } & Record<string, string>

const answer = (
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Headers,
  kept: { ETag: string; 'Cache-Control': string; Vary: string },
): Response =>
  isKnown(request, kept.ETag)
    ? new Response(null, { status: 304, headers: kept })
    : new Response(body, { headers: { ...headers, ...kept } })

/**
 * Answers a GET or HEAD request with a whole body, or with 304 where the reader has it: what is the same for everybody,
 * whatever session or key it is asked for with. Whoever keeps it, a cache between too, asks again before each use: it is
 * never older than the ledger.
 */
export const tagged = (
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Headers,
): Response =>
  answer(request, body, headers, {
    ETag: tagOf(request, body),
    'Cache-Control': 'public, no-cache',
    // It is compressed as its reader takes it.
    Vary: 'Accept-Encoding',
  })

/**
 * As `tagged`, for what depends on who asks: what was asked for with a session or a key is kept by nobody but its reader.
 * @param version of what it is about: the tag begins with it, so that a change can name the version that was seen
 */
export const taggedFor = (request: Request, body: string, headers: Headers, version?: number): Response => {
  const hash = tagOf(request, body)
  const personal = request.headers.has('cookie') || request.headers.has('authorization')
  return answer(request, body, headers, {
    ETag: version === undefined ? hash : `"v${version}-${hash.slice(1)}`,
    'Cache-Control': `${personal ? 'private' : 'public'}, no-cache`,
    Vary: 'Accept-Encoding, Cookie, Authorization',
  })
}
