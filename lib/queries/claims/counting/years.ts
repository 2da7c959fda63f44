/** Counting by years: a claim counts in every year that its date overlaps. */
import type { Sums } from './counters'

/** The values of the counters that tell which years a claim overlaps. */
export interface KnownYears {
  /** Years in which the date of a claim begins. */
  years: number[]
  /** First and last year of the dates that reach from one year into another. */
  spans: [first: number, last: number][]
}

const spanOf = (value: string): [number, number] => {
  const [first = 0, last = 0] = value.split(' ').map(Number)
  return [first, last]
}

/** @param year and span: the sums of the facets of these names, by value */
export const knownYears = (year: Sums, span: Sums): KnownYears => ({
  years: [...year.keys()]
    .map(Number)
    .filter((y) => !Number.isNaN(y))
    .sort((a, b) => b - a),
  spans: [...span.keys()].map(spanOf),
})

/**
 * The counters whose sum is the claims that overlap a range of years: those that begin in it, and those that began
 * before it and reach into it.
 */
export const overlapping = (
  { years, spans }: KnownYears,
  { from, to }: { from: number; to: number },
): { facet: 'year' | 'span'; values: string[] }[] => [
  { facet: 'year', values: years.filter((y) => y >= from && y <= to).map(String) },
  {
    facet: 'span',
    values: spans.filter(([first, last]) => first < from && last >= from).map((pair) => pair.join(' ')),
  },
]

/** Claims by each year that they overlap, the last year first, of the sums of both facets by value. */
export const byYear = (year: Sums, span: Sums): Sums => {
  const { years } = knownYears(year, span)
  const spans = [...span].map(([value, n]) => ({ pair: spanOf(value), n }))
  return new Map(
    years.map((y) => [
      String(y),
      spans.reduce(
        (sum, { pair: [first, last], n }) => (first < y && last >= y ? sum + n : sum),
        year.get(String(y)) ?? 0,
      ),
    ]),
  )
}
