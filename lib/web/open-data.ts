/**
 * What readers may see anyway, any page on the web may read too: without credentials, for the answer never depends on
 * them (docs/decisions/0091).
 */
import { DATA_VERSION } from '../domain/data'

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

/** Lets pages of other sites read an answer. */
export const openly = (response: Response): Response => {
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
