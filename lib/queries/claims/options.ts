import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import type { QueryNames } from './names'

export interface Option {
  value: string
  name: string
  claims: number
}

export interface FilterOptions {
  speakers: Option[]
  sources: Option[]
  topics: Option[]
  /** Public claims by value, for the closed vocabularies; a value with none is left out. */
  statuses: Record<string, number>
  acts: Record<string, number>
  flags: Record<string, number>
}

/** As many of each as a rail can hold; what is chosen already is always among them. */
const TOP = 12

const byName = (a: Option, b: Option) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const withChosen = (options: Option[], chosen: QueryNames['speakers']): Option[] => {
  const known = new Set(options.map((option) => option.value))
  const missing = [...chosen]
    .filter(([slug]) => !known.has(slug))
    .map(([value, { name }]) => ({ value, name, claims: 0 }))
  return [...options, ...missing].sort(byName)
}

const sums = (rows: { value: string; n: number }[]): Record<string, number> => {
  const out: Record<string, number> = {}
  for (const { value, n } of rows) if (n > 0) out[value] = (out[value] ?? 0) + n
  return out
}

/** What the filters offer: the speakers, sources and topics with most claims, and the values that occur at all. */
export const getFilterOptions = async (
  db: Database,
  _viewer: Viewer,
  names: QueryNames,
): Promise<FilterOptions> => {
  const { reader } = db
  const most = { orderBy: [{ claimCount: 'desc' as const }, { id: 'desc' as const }], take: TOP }
  const where = { shelf: 'public', claimCount: { gt: 0 } }
  const [speakers, sources, topics, counts] = await Promise.all([
    reader.speaker.findMany({ where, ...most, select: { slug: true, name: true, claimCount: true } }),
    reader.source.findMany({ where, ...most, select: { slug: true, title: true, claimCount: true } }),
    reader.topic.findMany({ where, ...most, select: { slug: true, name: true, claimCount: true } }),
    reader.claimCount.findMany({ where: { facet: { in: ['all', 'act', 'flag'] } } }),
  ])
  const of = (facet: string) => counts.filter((row) => row.facet === facet)
  return {
    speakers: withChosen(
      speakers.map(({ slug, name, claimCount }) => ({ value: slug, name, claims: claimCount })),
      names.speakers,
    ),
    sources: withChosen(
      sources.map(({ slug, title, claimCount }) => ({ value: slug, name: title, claims: claimCount })),
      names.sources,
    ),
    topics: withChosen(
      topics.map(({ slug, name, claimCount }) => ({ value: slug, name, claims: claimCount })),
      names.topics,
    ),
    statuses: sums(of('all').map(({ status, n }) => ({ value: status, n }))),
    acts: sums(of('act')),
    flags: sums(of('flag')),
  }
}
