import { pageUrl } from '@/lib/queries/data/refs'
import { SITEMAP_LISTS, sitemapEntries } from '@/lib/queries/sitemap'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'
import { plainWords } from '@/lib/web/plain-words'
import { problem } from '@/lib/web/problem'
import { SITEMAP_TYPE, urlsXml, urlXml } from '@/lib/web/sitemap-xml'
import { streamed } from '@/lib/web/streamed'

/** Pages about no single record. */
const PAGES = [
  '/',
  '/claims',
  '/speakers',
  '/sources',
  '/topics',
  '/over-time',
  '/matrix',
  '/compare',
  '/method',
]

async function* pages(site: string): AsyncGenerator<string> {
  yield PAGES.map((path) => urlXml(site + path)).join('')
}

/** `claims-12.xml`: a list and the number of its part. */
const partOf = (name: string) => {
  const [, list, part] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(name) ?? []
  const known = SITEMAP_LISTS.find((one) => one === list)
  return known ? { list: known, part: Number(part) } : null
}

/** A part of the sitemap: at most 50,000 addresses. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> => {
  const name = (await params).part
  const site = await siteAddress()
  const headers = { 'Content-Type': SITEMAP_TYPE }
  if (name === 'pages.xml') return streamed(request, urlsXml(pages(site)), headers)
  const asked = partOf(name)
  if (!asked) return problem(404, plainWords('data.missing'))
  const { list, part } = asked
  async function* entries(): AsyncGenerator<string> {
    for await (const portion of sitemapEntries(getDatabase(), { kind: 'public' }, list, part))
      yield portion.map(({ slug, updatedAt }) => urlXml(pageUrl(site, list, slug), updatedAt)).join('')
  }
  return streamed(request, urlsXml(entries()), headers)
}
