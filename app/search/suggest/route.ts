import { NextResponse } from 'next/server'
import { MOST_TYPED } from '@/lib/domain/search/sought'
import { jumpsFor } from '@/lib/queries/search/palette'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** What the palette offers while one types: `?q=mus`. What is only public may be kept for a moment, by anybody. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, MOST_TYPED)
  const viewer = await getViewer()
  const groups = await jumpsFor(getDatabase(), viewer, text)
  const keep = viewer.kind === 'public' ? 'public, max-age=30' : 'private, no-store'
  return NextResponse.json({ groups }, { headers: { 'Cache-Control': keep, Vary: 'Cookie' } })
}
