import type { NextRequest } from 'next/server'
import { getClaim } from '@/lib/queries/claims/page'
import { getDatabase } from '@/lib/web/database'
import { cardOf } from '../../answer'
import { claimCard } from '../../words'

/** The card of a claim, as readers see it. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ slug: string }> }) => {
  const slug = decodeURIComponent((await params).slug)
  const found = await getClaim(getDatabase(), { kind: 'public' }, slug)
  const parts = found.kind === 'found' ? await claimCard(found.page) : null
  return cardOf(request, found, 'claims', parts)
}
