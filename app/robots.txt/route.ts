import { siteAddress } from '@/lib/web/address'
import { tagged } from '@/lib/web/etag'

/**
 * What engines need not read: where people work, what is made anew for each who asks, whole exports, and views, of which
 * there are more than anybody can read. The sitemap leads to every page.
 */
const CLOSED = [
  '/desk',
  '/sign-in',
  '/forgot',
  '/setup/',
  '/invite/',
  '/reset/',
  '/accept',
  '/report',
  '/language',
  '/bench/',
  '/api/',
  '/data/',
  '/claims?',
  '/speakers?',
  '/sources?',
  '/over-time?',
  '/matrix?',
  '/compare?',
  '/*.csv',
  '/*.jsonl',
  '/*.json?',
]

export const GET = async (request: Request): Promise<Response> => {
  const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)]
  const text = `${lines.join('\n')}\n\nSitemap: ${await siteAddress()}/sitemap.xml\n`
  return tagged(request, text, { 'Content-Type': 'text/plain; charset=utf-8' })
}
