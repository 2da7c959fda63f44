/** Lists that are read page by page in the order of their ids, and are none for readers. */
import type { Call, Read } from './call'

/** As many as a page may hold, whatever is asked for. */
const MOST = 200
const LEAST = 10
const USUAL = 50

/** Where a page begins, and how much it holds. */
export const pageOf = (query: URLSearchParams): { after: string | null; per: number } => {
  const asked = Number.parseInt(query.get('per') ?? '', 10)
  const per = Number.isFinite(asked) ? Math.min(MOST, Math.max(LEAST, asked)) : USUAL
  return { after: query.get('after') || null, per }
}

/** A page with the way to the next (RFC 8288). */
export const paged = (
  path: string,
  { site, query }: Call,
  { rows, after }: { rows: object[]; after: string | null },
): Read => {
  const at = (params: URLSearchParams) => `${site}/api/v1/${path}${params.size > 0 ? `?${params}` : ''}`
  const further = new URLSearchParams(query)
  if (after !== null) further.set('after', after)
  const next = after === null ? null : at(further)
  const json = { links: { self: at(query), next }, data: rows }
  return { kind: 'found', json, ...(next ? { link: `<${next}>; rel="next"` } : {}) }
}
