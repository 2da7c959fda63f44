import { sitemapParts } from '@/lib/queries/sitemap'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'
import { tagged } from '@/lib/web/etag'
import { indexXml, SITEMAP_TYPE } from '@/lib/web/sitemap-xml'

/** All parts of the sitemap. */
export const GET = async (request: Request): Promise<Response> => {
  const site = await siteAddress()
  const lists = await sitemapParts(getDatabase(), { kind: 'public' })
  const names = lists.flatMap(({ list, parts }) =>
    Array.from({ length: parts }, (_, i) => `${list}-${i + 1}`),
  )
  const addresses = ['pages', ...names].map((name) => `${site}/sitemap/${name}.xml`)
  return tagged(request, indexXml(addresses), { 'Content-Type': SITEMAP_TYPE })
}
