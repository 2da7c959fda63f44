/** Finds what an address names, before it is read or changed. */
import { stop } from '@/lib/commands/command'
import type { Reader } from '@/lib/db/client'
import { DATA_VERSION } from '@/lib/domain/data'
import { type Named, type NamedRow, named } from '@/lib/queries/api-refs'
import { pageUrl } from '@/lib/queries/data/refs'
import type { Found } from '@/lib/queries/views'
import type { Call, Read } from './call'

const FOLDER = { claim: 'claims', speaker: 'speakers', source: 'sources', topic: 'topics' } as const

/** What is to be changed, by the part of the path that names it; stops where it is not recorded. */
export const here = async (tx: Reader, kind: Named, call: Call): Promise<NamedRow> =>
  (await named(tx, kind, call.part(kind))) ?? stop({ code: 'not_found', sentence: MISSING[kind] })

const MISSING: Record<Named, string> = {
  claim: 'This claim is not recorded here.',
  speaker: 'This speaker is not recorded here.',
  source: 'This source is not recorded here.',
  topic: 'This topic is not recorded here.',
}

/** The teaching ledger is invented: it has pages, and no data. */
const isInvented = (page: object) => (page as { shelf?: string }).shelf === 'teaching'

/**
 * A page's view as the document that its twin is.
 * @param read finds the page by the last part of its address
 */
export const documentOf = async <T extends { slug: string; version?: number }>(
  kind: Named,
  call: Call,
  read: (slug: string) => Promise<Found<T>>,
  dataOf: (page: T, site: string) => object,
): Promise<Read> => {
  const { db, site } = call
  const ref = call.part(kind)
  const slug = (await named(db.reader, kind, ref))?.slug ?? ref
  const found = await read(slug)
  if (found.kind === 'moved')
    return { kind: 'moved', path: `/${FOLDER[kind]}/${encodeURIComponent(found.slug)}` }
  if (found.kind !== 'found') return found
  if (isInvented(found.page)) return { kind: 'missing' }
  const page = pageUrl(site, FOLDER[kind], found.page.slug)
  const self = `${site}/api/v1/${FOLDER[kind]}/${encodeURIComponent(found.page.slug)}`
  const json = { version: DATA_VERSION, kind, links: { self, page }, data: dataOf(found.page, site) }
  return { kind: 'found', json, link: `<${page}>; rel="alternate"; type="text/html"` }
}
