/** The conditions of a query as the counters see them. */
import { SINGLE_FACETS, yearOf } from '../../../domain/counted'
import { calendarDay } from '../../../domain/edtf/days'
import { FAMILIES, STATUSES, type Status } from '../../../domain/sourcing/types'
import type { Condition } from '../where'

/** A facet and the values of it that are asked for: any of them. */
export interface Filter {
  facet: string
  values: string[]
}

export interface Selection {
  /** The shown statuses that are asked for; null where all are. */
  statuses: Status[] | null
  filters: Filter[]
  /** Whole years, both included, that a claim's date must overlap. */
  years: { from: number; to: number } | null
  /** Whether there is a condition that no counter holds: days that are no whole years, or a search. */
  uncounted: boolean
}

const statusesOf = (conditions: readonly Condition[]): Status[] | null => {
  const wanted = conditions.filter((c) => c.key === 'status' || c.key === 'family')
  if (wanted.length === 0) return null
  return STATUSES.filter((status) =>
    wanted.every((c) => 'values' in c && c.values.includes(c.key === 'status' ? status : FAMILIES[status])),
  )
}

/** The whole years that a range of days is; null for any other range. */
const yearsOf = ({ from, to }: { from: number | null; to: number | null }): Selection['years'] => {
  const first = from === null ? Number.NEGATIVE_INFINITY : yearOf(from)
  const last = to === null ? Number.POSITIVE_INFINITY : yearOf(to)
  const isWhole =
    (from === null || calendarDay(first, 1, 1) === from) &&
    (to === null || calendarDay(last + 1, 1, 1) - 1 === to)
  return isWhole ? { from: first, to: last } : null
}

export const selectionOf = (conditions: readonly Condition[]): Selection => {
  const date = conditions.find((c) => c.key === 'date' && 'from' in c)
  const years = date && 'from' in date ? yearsOf(date) : null
  return {
    statuses: statusesOf(conditions),
    filters: conditions.flatMap((c) =>
      'values' in c && c.key !== 'status' && c.key !== 'family' ? [{ facet: c.key, values: c.values }] : [],
    ),
    years,
    uncounted: (date !== undefined && years === null) || conditions.some((c) => 'sql' in c),
  }
}

/** Whether the counters of a filter's values add up: no claim may have two of them. */
export const addsUp = ({ facet, values }: Filter): boolean => values.length === 1 || SINGLE_FACETS.has(facet)
