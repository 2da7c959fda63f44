import type { Database } from '../db/client'
import type { Viewer } from '../domain/actor'
import { can } from '../domain/actor'

const SHELVES = { in: ['public', 'desk'] }

/** The source that is recorded under an address of the web; null where there is none, or for who records no claims. */
export const sourceAt = async (
  db: Database,
  viewer: Viewer,
  url: string,
): Promise<{ id: string; title: string } | null> => {
  if (!can(viewer, 'record', { kind: 'claim', state: 'draft' })) return null
  // Where on a page one stood makes no other page of it.
  const address = new URL(url)
  address.hash = ''
  const either = [...new Set([url, address.href])]
  return db.reader.source.findFirst({
    where: { shelf: SHELVES, OR: [{ url: { in: either } }, { canonicalUrl: { in: either } }] },
    orderBy: { id: 'asc' },
    select: { id: true, title: true },
  })
}
