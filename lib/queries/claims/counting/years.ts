/** Counting by years: a claim counts in every year that its date overlaps. */
import { yearOf } from '../../../domain/counted'
import { UNKNOWN_DAY } from '../../../domain/edtf'
import { calendarDay } from '../../../domain/edtf/days'
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

/** Before this year no span is taken to begin that has a beginning. */
const NEVER = -200_000

/**
 * The first day on which a claim may begin that overlaps what begins on `from`: the first of its year, or of the year
 * of the earliest span that reaches into it. Without it a recent range would be looked for in all that is older.
 */
export const firstDay = (from: number, { spans }: KnownYears): number => {
  const year = yearOf(from)
  const reaching = spans.filter(([first, last]) => first < year && last >= year)
  const earliest = Math.min(year, ...reaching.map(([first]) => first))
  return earliest < NEVER ? UNKNOWN_DAY + 1 : calendarDay(earliest, 1, 1)
}
