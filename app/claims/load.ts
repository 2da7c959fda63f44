import { parseClaimQuery } from '@/lib/domain/query'
import { getClaimFacets } from '@/lib/queries/claims/facets'
import { listClaims } from '@/lib/queries/claims/list'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

export type SearchParams = Record<string, string | string[] | undefined>

/** All that the page of claims shows at an address. */
export const loadClaims = async (params: SearchParams) => {
  const { query, dropped } = parseClaimQuery(params)
  const db = getDatabase()
  const viewer = await getViewer()
  const list = await listClaims(db, viewer, query)
  return { query, dropped, list, facets: await getClaimFacets(db, viewer, query, list) }
}
