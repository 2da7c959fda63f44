import { cache } from 'react'
import { getClaim } from '@/lib/queries/claims/page'
import { getDatabase } from '@/lib/web/database'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'

/** The claim of this request, read once for the page and its title. */
export const loadClaim = cache(async (slug: string) =>
  foundOr404(
    await getClaim(getDatabase(), await getViewer(), decodeURIComponent(slug)),
    (now) => `/claims/${now}`,
  ),
)
