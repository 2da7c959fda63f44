/**
 * What readers may see anyway, any page on the web may read too: without credentials, for the answer never depends on
 * them (docs/decisions/0091).
 */
import { DATA_VERSION } from '../domain/data'
import { heldRead } from './reads'

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Content-Disposition, Data-Version',
  'Data-Version': String(DATA_VERSION),
  'X-Content-Type-Options': 'nosniff',
  // A browser that shows it as a page runs nothing in it.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  // The page that it is a twin of is what engines should find.
  'X-Robots-Tag': 'noindex',
}

/** Answers with data that pages of other sites may read; an address that asks too often is told so before any work. */
export const openly = async (request: Request, answer: () => Promise<Response>): Promise<Response> => {
  const held = heldRead(new URL(request.url).pathname, request.headers)
  const response = held ?? (await answer())
  for (const [name, value] of Object.entries(OPEN)) response.headers.set(name, value)
  return response
}

/** What a browser asks before it sends If-None-Match from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
