import { NextResponse } from 'next/server'
import { type NameKind, searchNodes } from '@/lib/queries/resolve'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

const KINDS: Record<string, NameKind[]> = {
  speaker: ['speaker'],
  source: ['source'],
  topic: ['topic'],
  node: ['speaker', 'source'],
}

/** What the ledger holds under a name, while it is typed: `?takes=speaker&q=mus`. Nothing for who writes nothing. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const query = new URL(request.url).searchParams
  const kinds = KINDS[query.get('takes') ?? ''] ?? []
  const text = (query.get('q') ?? '').slice(0, 200)
  const candidates = await searchNodes(getDatabase(), await getViewer(), text, kinds)
  return NextResponse.json({ candidates }, { headers: { 'Cache-Control': 'no-store' } })
}
