import type { NextRequest } from 'next/server'
import { dataFeedLd } from '@/lib/domain/fact-check/json-ld'
import { factCheckFeed } from '@/lib/queries/fact-check/feed'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'
import { tagged } from '@/lib/web/etag'

const PATH = '/feeds/claim-reviews.json'

/** Every verdict in the ledger, as a DataFeed of ClaimReviews, a page at a time (rules.md §5). */
export const GET = async (request: NextRequest) => {
  const site = await siteAddress()
  const marker = request.nextUrl.searchParams.get('after')
  const { items, after } = await factCheckFeed(getDatabase(), marker)
  const self = `${site}${PATH}${marker ? `?after=${encodeURIComponent(marker)}` : ''}`
  const feed = dataFeedLd(site, self, 'On Record', items)
  return tagged(request, JSON.stringify(feed), {
    'Content-Type': 'application/ld+json; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
    ...(feed.dateModified ? { 'Last-Modified': new Date(feed.dateModified).toUTCString() } : {}),
    ...(after ? { Link: `<${site}${PATH}?after=${after}>; rel="next"` } : {}),
  })
}
