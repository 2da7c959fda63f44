import { openApi } from '@/lib/domain/api/openapi'
import { siteAddress } from '@/lib/web/address'
import { tagged } from '@/lib/web/etag'
import { preflight } from '../router'

/** The description of the API for programs. */
export const GET = async (request: Request): Promise<Response> => {
  const body = JSON.stringify(openApi(await siteAddress()), null, 1)
  const response = tagged(request, body, { 'Content-Type': 'application/json; charset=utf-8' })
  response.headers.set('Access-Control-Allow-Origin', '*')
  return response
}

export const OPTIONS = preflight
