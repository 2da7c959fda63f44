import type { NextRequest } from 'next/server'
import { getSpeaker } from '@/lib/queries/speakers/page'
import { getDatabase } from '@/lib/web/database'
import { cardOf } from '../../answer'
import { speakerCard } from '../../words'

/** The card of a speaker, as readers see it. */
export const GET = async (request: NextRequest, { params }: { params: Promise<{ slug: string }> }) => {
  const slug = decodeURIComponent((await params).slug)
  const found = await getSpeaker(getDatabase(), { kind: 'public' }, slug)
  const parts = found.kind === 'found' ? await speakerCard(found.page) : null
  return cardOf(request, found, 'speakers', parts)
}
