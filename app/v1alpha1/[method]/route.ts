import type { NextRequest } from 'next/server'
import { type FactCheckError, factCheckAnswer, factCheckQueryOf } from '@/lib/domain/fact-check/search'
import { searchFactChecks } from '@/lib/queries/fact-check/search'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'
import { tagged } from '@/lib/web/etag'

/** Programs on any page may ask: there is nothing in it that is not public. */
const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' }

const failed = (answer: FactCheckError) =>
  Response.json(answer, { status: answer.error.code, headers: { ...HEADERS, 'Cache-Control': 'no-store' } })

/** `claims:search`, as Google's Fact Check Tools API answers it (rules.md §5). */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ method: string }> }) => {
  const { method } = await params
  // The colon may come escaped; anything else that does is none of ours.
  if (method.replace(/%3A/i, ':') !== 'claims:search')
    return failed({
      error: { code: 404, message: 'Only claims:search is answered here.', status: 'NOT_FOUND' },
    })
  const query = factCheckQueryOf(request.nextUrl.searchParams)
  if ('error' in query) return failed(query)
  const site = await siteAddress()
  const found = await searchFactChecks(getDatabase(), query, new URL(site).host.replace(/^www\./, ''))
  return tagged(request, JSON.stringify(factCheckAnswer(site, query, found)), HEADERS)
}
