import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import type { ClaimQuery } from '../../domain/query'
import { sortForm } from '../../domain/sorting'
import { type Facet, getClaimFacets } from './facets'
import { listClaims } from './list'
import type { QueryNames } from './names'

/** Facets of more values than stand beside a list. */
export const LONG_FACETS = ['speaker', 'topic', 'source'] as const
export type LongFacet = (typeof LONG_FACETS)[number]

/** Values on the page. */
export const MOST_VALUES_SHOWN = 100
/** The greatest code point: what begins with a text sorts before the text with it. */
const LAST = '\u{10ffff}'

/** Public records whose name begins with what was typed, or has a word that does; those of most claims first. */
const found = async (db: Database, facet: LongFacet, typed: string): Promise<string[]> => {
  const form = sortForm(typed.trim())
  if (form === '') return []
  const on = (column: string) => ({
    shelf: 'public',
    claimCount: { gt: 0 },
    OR: [{ [column]: { gte: form, lt: form + LAST } }, { [column]: { contains: ` ${form}` } }],
  })
  const rest = {
    orderBy: [{ claimCount: 'desc' as const }, { id: 'asc' as const }],
    take: MOST_VALUES_SHOWN,
    select: { id: true },
  }
  const { reader } = db
  const rows =
    facet === 'speaker'
      ? await reader.speaker.findMany({ where: on('sortName'), ...rest })
      : facet === 'source'
        ? await reader.source.findMany({ where: on('sortTitle'), ...rest })
        : await reader.topic.findMany({ where: on('sortName'), ...rest })
  return rows.map(({ id }) => id)
}

/**
 * The values of a long facet under a query, those of most claims first.
 * @param find only those with this in their names; left out or empty, all
 */
export const getFacetValues = async (
  db: Database,
  viewer: Viewer,
  query: ClaimQuery,
  facet: LongFacet,
  find = '',
): Promise<Facet & { names: QueryNames }> => {
  const { names, total } = await listClaims(db, viewer, query)
  const only = find.trim() === '' ? undefined : await found(db, facet, find)
  const asked = { facet, top: MOST_VALUES_SHOWN, ...(only ? { only } : {}) }
  const facets = await getClaimFacets(db, viewer, query, { names, total }, asked)
  const { values, more } = facets[facet]
  return { values: values.filter(({ claims }) => claims.n > 0), more, names }
}
