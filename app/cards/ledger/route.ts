import type { NextRequest } from 'next/server'
import { getOverview } from '@/lib/queries/overview'
import { getDatabase } from '@/lib/web/database'
import { cardAnswer } from '../answer'
import { ledgerCard } from '../words'

/** The card of every page that has none of its own. */
export const GET = async (request: NextRequest) =>
  cardAnswer(request, await ledgerCard(await getOverview(getDatabase(), { kind: 'public' })))
