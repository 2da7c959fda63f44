import type { Folder } from '@/lib/queries/data/refs'
import { siteAddress } from '@/lib/web/address'
import { dataOrAway } from '@/lib/web/database-away'
import { tagged } from '@/lib/web/etag'
import { openly, preflight } from '@/lib/web/open-data'
import { plainWords } from '@/lib/web/plain-words'
import { problem } from '@/lib/web/problem'
import { streamed } from '@/lib/web/streamed'
import { FEEDS, feedText, isFeed } from '../../feeds'
import { figuresAnswer, hasFigures } from '../../figures-answer'
import { listFeed } from '../../list-feed'
import { FORMATS, fileName, linkHeader, optionsOf, pageText, wholeText } from '../../sheets'
import { VIEWS } from '../../views'

interface Context {
  params: Promise<{ folder: string; format: string }>
}

const isFolder = (folder: string): folder is Folder => Object.hasOwn(VIEWS, folder)
const isFormat = (format: string): format is keyof typeof FORMATS => Object.hasOwn(FORMATS, format)

const answer = async (request: Request, { params }: Context): Promise<Response> => {
  const { folder, format } = await params
  const asked = new URL(request.url).searchParams
  const site = await siteAddress()
  if (hasFigures(folder, format)) return figuresAnswer(request, { name: folder, format }, asked, site)
  if (!isFolder(folder) || !(isFormat(format) || isFeed(format)))
    return problem(404, plainWords('data.noSuchForm'))
  if (isFeed(format)) {
    const feed = await listFeed(folder, asked, site)
    return tagged(request, feedText(format, feed), { 'Content-Type': FEEDS[format].type })
  }
  const { whole, bom } = optionsOf(format, asked)
  const view = VIEWS[folder](asked, whole)
  const file: Record<string, string> =
    format === 'json' ? {} : { 'Content-Disposition': `attachment; filename="${fileName(format, view)}"` }
  const headers = { 'Content-Type': FORMATS[format], ...file }
  if (whole) return streamed(request, wholeText(format, view, site, bom), headers)
  const sheet = await view.read(site)
  const link = linkHeader(view, sheet, site, `.${format}`)
  return tagged(request, pageText(format, view, sheet, site, bom), { ...headers, Link: link })
}

/** A list as JSON, JSON Lines, CSV or a feed, `/claims.json?status=unsupported`, or figures: `/matrix.csv`. */
export const GET = async (request: Request, context: Context): Promise<Response> =>
  openly(request, () => dataOrAway(() => answer(request, context)))

export const OPTIONS = preflight
