import { NextResponse } from 'next/server'
import { repeatsFor } from '@/lib/queries/claims/repeat-view'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** Claims that may already say a statement, best first: `?q=…&quote=…&except=ID`. */
export const GET = async (request: Request): Promise<NextResponse> => {
  const query = new URL(request.url).searchParams
  const text = (name: string) => (query.get(name) ?? '').slice(0, 1_000)
  const repeats = await repeatsFor(getDatabase(), await getViewer(), {
    statement: text('q'),
    quote: text('quote'),
    except: text('except'),
  })
  return NextResponse.json({ repeats }, { headers: { 'Cache-Control': 'no-store' } })
}
