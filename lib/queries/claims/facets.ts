import type { Database, Reader } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { rowsOf } from '../../db/rows'
import type { Viewer } from '../../domain/actor'
import type { ClaimQuery } from '../../domain/query'
import { UNSUPPORTED_STATUSES } from '../../domain/sourcing/types'
import type { Total } from '../views'
import { FacetCounter, type FacetCounts } from './counting/facet-counts'
import type { QueryNames } from './names'
import { searchCondition, soughtOf } from './ranked'
import { type Condition, conditionsOf } from './where'

export const FACETS = [
  'status',
  'family',
  'speaker',
  'topic',
  'source',
  'act',
  'flag',
  'basis',
  'year',
] as const
export type FacetName = (typeof FACETS)[number]

/** A value that a list can be narrowed to, and how many claims it would show. */
export interface FacetValue {
  /** As an address has it: a word, a year, the address of a record. */
  value: string
  /** The name of a record; null for words, which the catalogue has. */
  name: string | null
  claims: Total
}

export interface Facet {
  values: FacetValue[]
  /** Whether there may be more values than these. */
  more: boolean
}

export type ClaimFacets = Record<FacetName, Facet>

/** As many values of a long facet as a rail can hold; what is chosen already is always among them. */
const TOP = 12
/** More than a closed vocabulary has words, and than a newsroom's claims have years. */
const ALL = 200

const NAMES = { speaker: 'speakers', source: 'sources', topic: 'topics' } as const
type NamedFacet = keyof typeof NAMES
const LONG_FACETS = Object.keys(NAMES) as NamedFacet[]
const isNamed = (facet: FacetName): facet is NamedFacet => Object.hasOwn(NAMES, facet)

/** All of a query's conditions, its search among them. */
export const allConditions = (db: Database, query: ClaimQuery, names: QueryNames): Condition[] => {
  const sought = soughtOf(query)
  const filters = conditionsOf(query, names)
  return sought ? [...filters, searchCondition(db, sought)] : filters
}

interface Named {
  facet: NamedFacet
  id: string
  slug: string
  name: string
}

const TABLES = {
  speaker: ['Speaker', 'name'],
  source: ['Source', 'title'],
  topic: ['Topic', 'name'],
} as const

/** By id: SQLite would look for a dozen ids in an index of the shelf, which is all that there is. */
const namesSql = (facet: NamedFacet, ids: string[]): Prisma.Sql => {
  const [table, name] = TABLES[facet]
  return Prisma.sql`SELECT ${Prisma.raw(`'${facet}' AS facet, "id", "slug", "${name}" AS name FROM "${table}"`)}
    WHERE "id" IN (${Prisma.join(ids)}) AND COALESCE("shelf", '') = 'public'`
}

/** The records that some facets count, by facet and id, in one statement. */
const recordsOf = async (reader: Reader, counts: ReadonlyMap<string, FacetCounts>) => {
  const found = new Map(LONG_FACETS.map((facet) => [facet, new Map<string, Named>()]))
  const asked = LONG_FACETS.flatMap((facet) => {
    const ids = [...(counts.get(facet)?.counts.keys() ?? [])]
    return ids.length > 0 ? [namesSql(facet, ids)] : []
  })
  if (asked.length === 0) return found
  for (const row of await rowsOf<Named>(reader, Prisma.join(asked, ' UNION ALL ')))
    found.get(row.facet)?.set(row.id, row)
  return found
}

/** The values of a facet under their addresses; an address that was asked for stays, also where it is a former one. */
const named = (
  { counts, more }: FacetCounts,
  records: ReadonlyMap<string, Named>,
  asked: QueryNames['speakers'],
): Facet => {
  const slugs = new Map([...asked].map(([slug, { id }]) => [id, slug]))
  const values = [...counts].flatMap(([id, claims]): FacetValue[] => {
    const row = records.get(id)
    return row ? [{ value: slugs.get(id) ?? row.slug, name: row.name, claims }] : []
  })
  return { values, more }
}

/** The four statuses that the rules call unsupported, as the one choice that stands for them. */
const unsupported = (counts: FacetCounts['counts']): FacetValue => {
  const some = UNSUPPORTED_STATUSES.map((status) => counts.get(status) ?? { n: 0, exact: true })
  return {
    value: 'unsupported',
    name: null,
    claims: {
      n: some.reduce((n, one) => n + one.n, 0),
      exact: some.every(({ exact }) => exact),
      ...(some.some(({ atLeast }) => atLeast) ? { atLeast: true } : {}),
    },
  }
}

const plain = (facet: FacetName, { counts, more }: FacetCounts): Facet => {
  const values = [...counts].map(([value, claims]): FacetValue => ({ value, name: null, claims }))
  return { values: facet === 'status' ? [unsupported(counts), ...values] : values, more }
}

const chosenIn = (query: ClaimQuery, names: QueryNames, facet: FacetName): string[] => {
  if (facet === 'year') return []
  if (isNamed(facet)) return [...names[NAMES[facet]].values()].map(({ id }) => id)
  return query[facet].filter((value) => value !== 'unsupported')
}

/**
 * What a list of claims can be narrowed to, each facet counted as if its own filter were off.
 * @param list the list itself: the names behind its addresses, and how many match
 * @param values with `facet`, one facet alone: so many of its values, and only these where ids are given
 */
export const getClaimFacets = async (
  db: Database,
  _viewer: Viewer,
  query: ClaimQuery,
  { names, total }: { names: QueryNames; total: Total },
  values?: { facet: FacetName; top: number; only?: string[] },
): Promise<ClaimFacets> => {
  const counter = await FacetCounter.of(db.reader, allConditions(db, query, names), total)
  const counts = await counter.counts(
    (values ? [values.facet] : FACETS).map((facet) => ({
      facet,
      top: values?.top ?? (isNamed(facet) ? TOP : ALL),
      chosen: values ? [] : chosenIn(query, names, facet),
      ...(values?.only ? { only: values.only } : {}),
    })),
  )
  const records = await recordsOf(db.reader, counts)
  const facets = FACETS.map((facet): [FacetName, Facet] => {
    const of = counts.get(facet) ?? { counts: new Map(), more: false }
    return [
      facet,
      isNamed(facet) ? named(of, records.get(facet) ?? new Map(), names[NAMES[facet]]) : plain(facet, of),
    ]
  })
  return Object.fromEntries(facets) as ClaimFacets
}
