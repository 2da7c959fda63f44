import { NextResponse } from 'next/server'
import { nameKindsIn } from '@/lib/domain/name-kinds'
import { searchNodes } from '@/lib/queries/resolve'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** What the ledger holds under a name, while it is typed: `?kinds=speaker,source&q=mus`. Nothing for who writes nothing. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const query = new URL(request.url).searchParams
  const kinds = nameKindsIn(query.get('kinds') ?? '')
  const text = (query.get('q') ?? '').slice(0, 200)
  const candidates = await searchNodes(getDatabase(), await getViewer(), text, kinds)
  return NextResponse.json({ candidates }, { headers: { 'Cache-Control': 'no-store' } })
}
