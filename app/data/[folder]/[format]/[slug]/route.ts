import { siteAddress } from '@/lib/web/address'
import { dataOrAway } from '@/lib/web/database-away'
import { openly, preflight } from '@/lib/web/open-data'
import { entityAnswer } from '../../../entities'

interface Context {
  params: Promise<{ folder: string; format: string; slug: string }>
}

/** A claim, speaker, source or topic as JSON or a feed: `/claims/….json`. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  openly(request, () => dataOrAway(async () => entityAnswer(request, await params, await siteAddress())))

export const OPTIONS = preflight
