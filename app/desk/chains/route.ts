import { NextResponse } from 'next/server'
import { chainsFrom } from '@/lib/queries/claims/chains'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** Chains of other claims from these sources: `?sources=a,b`. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const ids = (new URL(request.url).searchParams.get('sources') ?? '').split(',').filter(Boolean)
  const chains = await chainsFrom(getDatabase(), await getViewer(), ids)
  return NextResponse.json({ chains }, { headers: { 'Cache-Control': 'no-store' } })
}
