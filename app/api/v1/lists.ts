/** Lists as their twins have them: the same views, under addresses of the API. */
import { VIEWS } from '@/app/data/views'
import { DATA_VERSION } from '@/lib/domain/data'
import type { Folder } from '@/lib/queries/data/refs'
import type { Call, Read } from './call'

/** One page of a list, with the way to its neighbours (RFC 8288). */
export const listed = async (folder: Folder, { query, site }: Call): Promise<Read> => {
  const view = VIEWS[folder](query, false)
  const sheet = await view.read(site)
  const at = (place: string) => `${site}/api/v1/${folder}${place}`
  const orNull = (place: string | null | undefined) => (place ? at(place) : null)
  const links = {
    self: at(view.self),
    page: `${site}/${folder}${view.self}`,
    first: at(view.first),
    next: orNull(sheet.next),
    ...(sheet.prev === undefined ? {} : { prev: orNull(sheet.prev) }),
    ...(view.last === undefined ? {} : { last: at(view.last) }),
  }
  const link = ['next', 'prev', 'first', 'last'].flatMap((rel) => {
    const address = links[rel as keyof typeof links]
    return address ? [`<${address}>; rel="${rel}"`] : []
  })
  const { total, dropped, items } = sheet
  return {
    kind: 'found',
    json: { version: DATA_VERSION, kind: folder, links, total, dropped, data: items },
    link: link.join(', '),
  }
}
