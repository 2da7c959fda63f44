/**
 * One way for every request of the API: counted, recognised, matched with an operation of the table, asked for its
 * scope, its version and its body, and then read or changed. Whatever stops it is answered as a problem.
 */
import { answerOnce, requestHash } from '@/lib/commands/kept-answers'
import { isWrite, type Operation } from '@/lib/domain/api'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'
import { AGAIN_AFTER, databaseAnswers, isAway } from '@/lib/web/database-away'
import { taggedFor } from '@/lib/web/etag'
import { logError } from '@/lib/web/log/errors'
import { sameOrigin } from '@/lib/web/origin'
import { problem } from '@/lib/web/problem'
import type { Held } from '@/lib/web/reads'
import { bodyOf } from './body'
import type { Call, Read } from './call'
import { type Caller, callerOf, readerOf } from './caller'
import { READS, WRITES } from './handlers'
import { countRequest, countWrongKey } from './limits'
import { type Matched, match } from './match'
import { Refused, refusedBy } from './refused'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Pages of other sites may call with a key; a cookie never comes along (docs/decisions/0108). */
const OPEN: Record<string, string> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Idempotency-Replayed, WWW-Authenticate',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/** What a browser asks before it sends a key or a body from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })

const ASK = { 'WWW-Authenticate': 'Bearer realm="On Record"' }

const recognised = async (headers: Headers): Promise<Caller> => {
  const caller = await callerOf(headers)
  if (caller) return caller
  const held = await countWrongKey(headers)
  if (!held.ok) throw new Refused(429, 'Too many keys that do not work; wait a while.', {}, held.headers)
  throw new Refused(
    401,
    'This key does not work: it is unknown, revoked or expired, or its account is closed.',
    {},
    ASK,
  )
}

const matched = (request: Request, path: readonly string[]): Matched => {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const found = match(method, path)
  if ('id' in found) return found
  if (found.methods.length === 0)
    throw new Refused(404, 'There is nothing at this address; /api lists all that is.')
  const Allow = [...new Set(found.methods)].join(', ')
  throw new Refused(405, `This address takes ${Allow}.`, {}, { Allow })
}

const allowed = ({ scope }: Operation, caller: Caller, request: Request): void => {
  if (scope !== null && caller.who === null)
    throw new Refused(
      401,
      'Send a key: `Authorization: Bearer onrec_…`. Make one on your account page.',
      {},
      ASK,
    )
  if (scope !== null && !caller.scopes.includes(scope))
    throw new Refused(403, `This key is not for “${scope}”; make one that is.`, { code: 'forbidden' })
  if (caller.byCookie && request.method !== 'GET' && request.method !== 'HEAD' && !sameOrigin(request))
    throw new Refused(
      403,
      'This was sent from another site with a session, so nothing was changed. Use a key.',
    )
}

/** The version that If-Match names: `"v3"`, or the tag that the record was read with. */
const versionOf = ({ versioned }: Operation, headers: Headers): number => {
  if (!versioned) return 0
  const given = headers.get('if-match')?.trim()
  const field = { field: 'If-Match' }
  if (!given || given === '*')
    throw new Refused(
      428,
      'Send If-Match with the version that you saw, such as `"v3"`, so that nobody’s change is lost.',
      field,
    )
  const [, version] = /^(?:W\/)?"v(\d{1,9})(?:-[\w-]*)?"$/.exec(given) ?? []
  if (version === undefined)
    throw new Refused(400, 'If-Match is a version such as `"v3"`, or the ETag of the record.', field)
  return Number(version)
}

const keyOf = (headers: Headers): string | null => {
  const key = headers.get('idempotency-key')
  if (key === null) return null
  if (!/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key))
    throw new Refused(400, 'An Idempotency-Key has 1 to 255 plain signs.', { field: 'Idempotency-Key' })
  return key
}

const readAnswer = (request: Request, read: Read, site: string): Response => {
  if (read.kind === 'moved')
    return new Response(null, { status: 308, headers: { Location: `${site}/api/v1${read.path}` } })
  if (read.kind === 'gone')
    throw new Refused(410, read.reason ? `This was withdrawn: ${read.reason}` : 'This was withdrawn.', {
      code: 'gone',
      reason: read.reason,
    })
  if (read.kind === 'missing')
    throw new Refused(404, 'This is not recorded here, or not before you.', { code: 'not_found' })
  return taggedFor(
    request,
    JSON.stringify(read.json),
    { 'Content-Type': JSON_TYPE, ...(read.link ? { Link: read.link } : {}) },
    read.version,
  )
}

/** Where something new is: below its list, or where it belongs. */
const locationOf = (operation: Operation, call: Call, value: object): string => {
  const { slug, id, evidence } = value as { slug?: string; id: string; evidence?: string }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(call.part(name)))
  // A verdict is recorded under its claim, and stands by itself.
  const folder = path.endsWith('/reviews') ? '/reviews' : path
  return `${call.site}/api/v1${folder}/${encodeURIComponent(evidence ?? slug ?? id)}`
}

const written = async (
  request: Request,
  { id, operation }: Matched,
  call: Call,
  text: string,
): Promise<Response> => {
  const key = keyOf(request.headers)
  const { who, viewer } = call.caller
  const { pathname } = new URL(request.url)
  const once =
    key === null || who === null
      ? null
      : { who, key, requestHash: requestHash([request.method, pathname, `${call.version}`, text]) }
  const result = await answerOnce(call.db, viewer, once, async (context) => {
    const write = WRITES[id as keyof typeof WRITES] as (context: unknown, call: Call) => Promise<object>
    const value = await write(context, call)
    const headers: Record<string, string> =
      operation.status === 201 ? { Location: locationOf(operation, call, value) } : {}
    return {
      status: operation.status,
      headers,
      body: JSON.stringify(value),
    }
  })
  if (!result.ok) throw refusedBy(result.refusal)
  const { status, headers, body, again } = result.value
  return new Response(body, {
    status,
    headers: {
      'Content-Type': JSON_TYPE,
      'Cache-Control': 'no-store',
      ...headers,
      ...(again ? { 'Idempotency-Replayed': 'true' } : {}),
    },
  })
}

const answer = async (
  request: Request,
  path: readonly string[],
  hold: (held: Held) => void,
): Promise<Response> => {
  const caller = await recognised(request.headers)
  const found = matched(request, path)
  const { id, operation, parts } = found
  const write = isWrite(operation)
  const held = await countRequest(caller.who, request.headers, write)
  hold(held)
  if (!held.ok) throw new Refused(429, 'Too many requests; wait as long as Retry-After says.')
  allowed(operation, caller, request)
  const version = versionOf(operation, request.headers)
  const { body, text } = await bodyOf(request, operation.body)
  const site = await siteAddress()
  const call: Call = {
    db: getDatabase(),
    caller,
    viewer: readerOf(caller),
    site,
    part: (name) => parts[name] ?? '',
    query: new URL(request.url).searchParams,
    body,
    version,
  }
  return write
    ? written(request, found, call, text)
    : readAnswer(request, await READS[id as keyof typeof READS](call), site)
}

const away = (): Response =>
  problem(
    503,
    'The database went away, or has no room, before it confirmed this. Send the same request again later: with the same Idempotency-Key it is done once.',
    {},
    { 'Retry-After': `${AGAIN_AFTER}` },
  )

const refusal = (error: unknown): Response => {
  if (error instanceof Refused) return problem(error.status, error.detail, error.more, error.headers)
  if (isAway(error)) return away()
  logError(error, { route: '/api/v1' }, 'a request of the API failed')
  return problem(500, 'Something failed here, and nothing was changed. The same request may be sent again.')
}

/** The steps below /api/v1, decoded; the proxy has turned away what cannot be. */
const stepsOf = (request: Request): string[] =>
  new URL(request.url).pathname
    .replace(/^\/api\/v1\/?/, '')
    .split('/')
    .map(decodeURIComponent)

/** Answers a request of the API. */
export const handle = async (request: Request): Promise<Response> => {
  let limits: Record<string, string> = {}
  const answered = async () =>
    (await databaseAnswers())
      ? answer(request, stepsOf(request), ({ headers }) => {
          limits = headers
        })
      : away()
  const response = await answered().catch(refusal)
  for (const [name, value] of Object.entries({ ...OPEN, ...limits })) response.headers.set(name, value)
  return response
}
