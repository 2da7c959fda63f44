/** Whole days since 1970-01-01 (UTC): the form in which dates are stored, compared and sorted. */

/** The bound for "unknown": below every day, so that unknown dates sort last when the newest come first. */
export const UNKNOWN_DAY = -2_147_483_648
/** The last number of a 32-bit column. */
const LAST_DAY = 2_147_483_647
const DAY_MS = 86_400_000

export interface Days {
  from: number
  to: number
}

/** A day, or the nearest that a 32-bit column holds; never the bound for "unknown". */
export const bounded = (day: number): number => Math.min(LAST_DAY, Math.max(UNKNOWN_DAY + 1, day))

/** The day that a moment in milliseconds falls on; moments without end fall on the bounds. */
export const dayOf = (ms: number): number => bounded(Math.floor(ms / DAY_MS))

/** The day of a date in the calendar; a month or day beyond the last runs on into the next. */
export const calendarDay = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY_MS
}

/** The bounds of YYYY, YYYY-MM or YYYY-MM-DD: nearly all dates, read without the parser. Null for anything else. */
export const plainDays = (text: string): Days | null => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (match[2] === undefined) return { from: calendarDay(year, 1, 1), to: calendarDay(year + 1, 1, 1) - 1 }
  const month = Number(match[2])
  if (month < 1 || month > 12) return null
  const [first, next] = [calendarDay(year, month, 1), calendarDay(year, month + 1, 1)]
  if (match[3] === undefined) return { from: first, to: next - 1 }
  const day = first + Number(match[3]) - 1
  return day >= first && day < next ? { from: day, to: day } : null
}

/** The month that each season begins with, in the north; it lasts three (docs/decisions/0020). */
const SEASON_BEGINS: Record<string, number> = { 21: 3, 22: 6, 23: 9, 24: 12 }

/** The bounds of a season, YYYY-21 to YYYY-24; winter runs into the next year. Null for anything else. */
export const seasonDays = (text: string): Days | null => {
  const [year, season] = text.split('-')
  const month = SEASON_BEGINS[season ?? '']
  if (month === undefined) return null
  return { from: calendarDay(Number(year), month, 1), to: calendarDay(Number(year), month + 3, 1) - 1 }
}
