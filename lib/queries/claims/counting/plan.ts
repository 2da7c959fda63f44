/** Which counters answer what: a plan is counters whose sum is exact, or null where none are (docs/decisions/0075). */
import { INNER_FACETS, OUTER_FACETS, withinKey } from '../../../domain/counted'
import type { Ask } from './counters'
import { addsUp, type Filter, type Selection } from './selection'
import { type KnownYears, overlapping } from './years'

const WHOLE = ['']

const withinOf = ({ facet, values }: Filter): string[] => values.map((value) => withinKey(facet, value))

/** Counters within one of two filters, of the other. */
const ofBoth = (one: Filter, other: Filter): Omit<Ask, 'by' | 'statuses'> | null => {
  const order = (outer: Filter, inner: Filter) =>
    OUTER_FACETS.has(outer.facet) && INNER_FACETS.has(inner.facet)
  if (order(one, other)) return { within: withinOf(one), facet: other.facet, values: other.values }
  if (order(other, one)) return { within: withinOf(other), facet: one.facet, values: one.values }
  return null
}

/** The counters of everything that is selected. */
export const totalPlan = (
  { statuses, filters, years, uncounted }: Selection,
  known: KnownYears,
  by: 'value' | 'status' = 'value',
): Ask[] | null => {
  if (uncounted || filters.length > 2 || !filters.every(addsUp)) return null
  const ask = (part: Omit<Ask, 'by' | 'statuses'>): Ask => ({ ...part, statuses, by })
  const [first, second] = filters
  if (years) {
    if (second || (first && !OUTER_FACETS.has(first.facet))) return null
    const within = first ? withinOf(first) : WHOLE
    return overlapping(known, years).map((part) => ask({ within, ...part }))
  }
  if (!first) return [ask({ within: WHOLE, facet: 'all', values: WHOLE })]
  if (!second) return [ask({ within: WHOLE, facet: first.facet, values: first.values })]
  const both = ofBoth(first, second)
  return both && [ask(both)]
}

/**
 * The counters of each value of a facet, in what is selected without it.
 * @param candidates values that are asked about; null for all, which not every plan can name
 * @returns asks whose sums by value (or, with `outer`, by what they are within) are the counts
 */
export const valuePlan = (
  facet: string,
  { statuses, filters, years, uncounted }: Selection,
  known: KnownYears,
  candidates: readonly string[] | null,
): { asks: Ask[]; outer: boolean } | null => {
  if (uncounted || filters.length > 1 || !filters.every(addsUp)) return null
  const [filter] = filters
  const values = candidates ?? undefined
  const outer = (parts: Pick<Ask, 'facet' | 'values'>[]) => {
    if (!candidates || !OUTER_FACETS.has(facet)) return null
    const within = candidates.map((value) => withinKey(facet, value))
    return { asks: parts.map((part): Ask => ({ within, ...part, statuses, by: 'within' })), outer: true }
  }
  if (years) return filter ? null : outer(overlapping(known, years))
  const inner = (within: string[]) => ({
    asks: [{ within, facet, values, statuses, by: 'value' as const }],
    outer: false,
  })
  if (!filter) return inner(WHOLE)
  if (OUTER_FACETS.has(filter.facet) && INNER_FACETS.has(facet)) return inner(withinOf(filter))
  return INNER_FACETS.has(filter.facet) ? outer([filter]) : null
}

/** The counters of years: of both facets that tell them. */
export const yearPlan = ({ statuses, filters, uncounted }: Selection): [year: Ask, span: Ask] | null => {
  const [filter] = filters
  if (uncounted || filters.length > 1 || (filter && !(OUTER_FACETS.has(filter.facet) && addsUp(filter))))
    return null
  const within = filter ? withinOf(filter) : WHOLE
  return [
    { within, facet: 'year', statuses, by: 'value' },
    { within, facet: 'span', statuses, by: 'value' },
  ]
}
