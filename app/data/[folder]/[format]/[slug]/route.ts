import { siteAddress } from '@/lib/web/address'
import { openly, preflight } from '@/lib/web/open-data'
import { entityAnswer } from '../../../entities'

interface Context {
  params: Promise<{ folder: string; format: string; slug: string }>
}

/** A claim, speaker, source or topic as JSON or a feed: `/claims/….json`. */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const { folder, format, slug } = await params
  return openly(await entityAnswer(request, { folder, format, slug }, await siteAddress()))
}

export const OPTIONS = preflight
