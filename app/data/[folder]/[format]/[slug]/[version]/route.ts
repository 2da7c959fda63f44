import { siteAddress } from '@/lib/web/address'
import { dataOrAway } from '@/lib/web/database-away'
import { openly, preflight } from '@/lib/web/open-data'
import { versionAnswer } from '../../../../entities'

interface Context {
  params: Promise<{ folder: string; format: string; slug: string; version: string }>
}

/** A claim as it stood in one of its versions: `/claims/…/v/2.json`. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  openly(request, () => dataOrAway(async () => versionAnswer(request, await params, await siteAddress())))

export const OPTIONS = preflight
