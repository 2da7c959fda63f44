import { NextResponse } from 'next/server'
import { getAround } from '@/lib/queries/claims/around'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** What is recorded around some speakers and sources, for deriving a claim while it is written: `?ids=a,b`. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const ids = (new URL(request.url).searchParams.get('ids') ?? '').split(',').filter(Boolean)
  const around = await getAround(getDatabase(), await getViewer(), ids)
  return around
    ? NextResponse.json(around, { headers: { 'Cache-Control': 'no-store' } })
    : NextResponse.json({ sentence: 'Sign in to write claims.' }, { status: 403 })
}
