/**
 * Before every page. It leaves with a content security policy of its own: scripts run only with this response's nonce.
 * And whether something stands at the address of an entity is asked here, because a page cannot choose its status
 * code: a former address redirects, what is not there answers 404 and what was withdrawn 410, each with a whole page
 * that needs no JavaScript (docs/decisions/0031).
 */
import { type NextRequest, NextResponse } from 'next/server'
import { standingOf } from './lib/queries/standing'
import { getDatabase } from './lib/web/database'
import { AGAIN_AFTER, databaseAnswers, isAway } from './lib/web/database-away'
import { entityAddress, isData, stands } from './lib/web/entity-address'
import { FLASH_COOKIE, forgetSaid } from './lib/web/flash'
import { awayPage, gonePage } from './lib/web/gone'
import { LANGUAGE_COOKIE, languageOf } from './lib/web/languages'
import { isHttps, pagePolicy, safeHeaders } from './lib/web/policy'
import { heldRead } from './lib/web/reads'
import { signedIn } from './lib/web/session'

/** A path that no page has, so that the page for what is not there is shown. */
const NOWHERE = '/-'

/** A path with a broken escape (`%E0%A4%A`) would fail inside the framework, as an error of ours. */
const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Pages that only `npm run bench` asks for are there for nobody else (docs/decisions/0081). */
const isUnmeasured = (path: string): boolean =>
  !process.env.BENCH && /^\/bench(\/|$)/.test(decodeURIComponent(path))

const languageOfReader = (request: NextRequest) =>
  languageOf(request.cookies.get(LANGUAGE_COOKIE)?.value, request.headers.get('accept-language'))

const answer = async (request: NextRequest, headers: Headers): Promise<NextResponse> => {
  const forward = { request: { headers } }
  const nowhere = (status: number) =>
    NextResponse.rewrite(new URL(NOWHERE, request.url), { ...forward, status })
  if (!isDecodable(request.nextUrl.pathname) || isUnmeasured(request.nextUrl.pathname)) return nowhere(404)
  // Data whose address is in another script than Latin; the rest does not come here.
  if (isData(request.nextUrl.pathname)) return NextResponse.next()
  const address = entityAddress(request.nextUrl.pathname)
  if (!address) return NextResponse.next(forward)
  const viewer = (await signedIn(request.headers))?.viewer ?? { kind: 'public' as const }
  const standing = await standingOf(getDatabase(), viewer, address.entity, address.slug)
  if (standing.kind === 'moved') {
    const target = `/${address.folder}/${encodeURIComponent(standing.slug)}${address.rest}${request.nextUrl.search}`
    return NextResponse.redirect(new URL(target, request.url), 308)
  }
  if (stands(address, standing)) return NextResponse.next(forward)
  if (standing.kind !== 'gone') return nowhere(404)
  return new NextResponse(
    gonePage(standing.reason, headers.get('x-nonce') ?? '', languageOfReader(request)),
    {
      status: 410,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    },
  )
}

/** The page of a database that is away; a form that was posted is not sent again by its link. */
const away = (request: NextRequest, headers: Headers): NextResponse => {
  const { pathname, search } = request.nextUrl
  const again = request.method === 'GET' ? pathname + search : '/'
  return new NextResponse(awayPage(again, headers.get('x-nonce') ?? '', languageOfReader(request)), {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': `${AGAIN_AFTER}`,
    },
  })
}

/** They say by themselves, in a form that programs read, that the database is away. */
const SPEAKS_FOR_ITSELF = /^\/(api\/v1|healthz|readyz|metrics)(\/|$)/

const answerOrAway = async (request: NextRequest, headers: Headers): Promise<NextResponse> => {
  if (SPEAKS_FOR_ITSELF.test(request.nextUrl.pathname)) return answer(request, headers)
  if (!(await databaseAnswers())) return away(request, headers)
  try {
    return await answer(request, headers)
  } catch (error) {
    if (!isAway(error)) throw error
    return away(request, headers)
  }
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const held = heldRead(request.nextUrl.pathname, request.headers)
  if (held) return new NextResponse(held.body, held)
  const nonce = btoa(crypto.randomUUID())
  const csp = pagePolicy(nonce, isHttps())
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', csp)
  const response = await answerOrAway(request, headers)
  response.headers.set('Content-Security-Policy', csp)
  for (const [name, value] of Object.entries(safeHeaders())) response.headers.set(name, value)
  // What a page says once is gone with its first answer.
  if (request.method === 'GET' && request.cookies.has(FLASH_COOKIE))
    response.headers.append('Set-Cookie', forgetSaid(request.nextUrl.pathname))
  return response
}

/**
 * Data answers by itself: it has no scripts, chooses its own status, and is the same for everybody. Files to be imported
 * go past it too: what it lets through is held in memory, and cut off at ten megabytes.
 */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|favicon.ico|icon.svg|(?:claims|speakers|sources|topics)(?:/[a-z0-9-]+(?:/v/\\d+)?)?\\.(?:json|jsonl|csv|atom|feed\\.json)$|(?:matrix|over-time|compare|changes)\\.(?:json|csv)$|desk/imports/send$).*)',
  ],
}
