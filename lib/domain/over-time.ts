/** Claims over time: how many of each family of status were said in each year, or in each month of a short span. */
import { calendarDay } from './edtf/days'
import { FAMILY_NAMES, type Family } from './sourcing/types'

export type FamilyCounts = Record<Family, number>

/** Claims of one family whose dates begin and end on the same days, as they are stored. */
export interface DatedClaims {
  /** Whole days since 1970-01-01. */
  from: number
  to: number
  family: string
  n: number
}

export type TimeUnit = 'month' | 'year' | 'decade'

export interface TimeBucket {
  /** As a date is written in an address: `2025-03`, `2025`; of a decade its first year. */
  start: string
  counts: FamilyCounts
  total: number
}

export interface OverTime {
  unit: TimeUnit
  /** Every one from the first to the last, also those without a claim. */
  buckets: TimeBucket[]
  /** Claims without a date, or with one that has no beginning: “until 2020”. */
  undated: number
  /** Of a chart by month: claims whose date does not say the month, which are in no bucket. */
  coarse: number
}

/** Three years of months still stand apart on a phone. */
const MONTHS_MOST = 36
/** Beyond a lifetime of years, a column of each is too thin to be seen. */
const YEARS_MOST = 120
/** With more claims than this share that give no month, a chart by month would leave out too much. */
const COARSE_MOST = 0.2

const DAY = 86_400_000

/** The years that an address can have; a date without a beginning begins before all of them. */
const [FIRST_DAY, LAST_DAY] = [calendarDay(0, 1, 1), calendarDay(9999, 12, 31)]

const noneYet = (): FamilyCounts => Object.fromEntries(FAMILY_NAMES.map((f) => [f, 0])) as FamilyCounts

/** Months since the year 0; years count the same way before it. */
const monthOf = (day: number): number => {
  const date = new Date(day * DAY)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const yearText = (year: number): string => String(year).padStart(4, '0')

/** For each unit: how many months it has, and how its beginning is written. */
const UNITS: Record<TimeUnit, { months: number; text: (index: number) => string }> = {
  month: {
    months: 1,
    text: (i) => `${yearText(Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}`,
  },
  year: { months: 12, text: yearText },
  decade: { months: 120, text: (i) => yearText(i * 10) },
}

const sum = (claims: readonly DatedClaims[]): number => claims.reduce((total, { n }) => total + n, 0)

const unitFor = (dated: readonly DatedClaims[], coarse: number): TimeUnit => {
  const months = dated.map(({ from }) => monthOf(from))
  // Not spread into Math.min: there may be more of them than a call takes arguments.
  const first = months.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = months.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (last - first < MONTHS_MOST && coarse <= COARSE_MOST * sum(dated)) return 'month'
  return last - first < YEARS_MOST * 12 ? 'year' : 'decade'
}

/** Claims of one family that began in a year, where no more is known of their dates. */
export const inYear = (year: number, family: string, n: number): DatedClaims => ({
  from: calendarDay(year, 1, 1),
  to: calendarDay(year, 12, 31),
  family,
  n,
})

/**
 * Sorts claims into months, years or decades, by the first day of their dates.
 * @param claims any number of groups, in any order
 * @param unit chosen by the span of the dates unless it is given
 */
export const overTime = (claims: readonly DatedClaims[], unit?: TimeUnit): OverTime => {
  const isPlaced = ({ from }: DatedClaims) => from >= FIRST_DAY && from <= LAST_DAY
  const dated = claims.filter((group) => group.n > 0 && isPlaced(group))
  const undated = sum(claims) - sum(dated)
  const isCoarse = ({ from, to }: DatedClaims) => to > LAST_DAY || monthOf(from) !== monthOf(to)
  const coarse = sum(dated.filter(isCoarse))
  if (dated.length === 0) return { unit: unit ?? 'year', buckets: [], undated, coarse: 0 }
  const chosen = unit ?? unitFor(dated, coarse)
  const drawn = chosen === 'month' ? dated.filter((group) => !isCoarse(group)) : dated
  const { months, text } = UNITS[chosen]
  const counts = new Map<number, FamilyCounts>()
  for (const { from, family, n } of drawn) {
    const index = Math.floor(monthOf(from) / months)
    const of = counts.get(index) ?? noneYet()
    of[family as Family] += n
    counts.set(index, of)
  }
  const indexes = [...counts.keys()].sort((a, b) => a - b)
  const [first = 0] = indexes
  const last = indexes.at(-1) ?? first - 1
  const buckets = Array.from({ length: indexes.length > 0 ? last - first + 1 : 0 }, (_, i): TimeBucket => {
    const of = counts.get(first + i) ?? noneYet()
    return { start: text(first + i), counts: of, total: FAMILY_NAMES.reduce((n, f) => n + of[f], 0) }
  })
  return { unit: chosen, buckets, undated, coarse: chosen === 'month' ? coarse : 0 }
}
