/** A whole day of the calendar: the only dates that may be told without saying more than is known. */
const DAY = /^\d{4}-\d\d-\d\d$/

/** The day of a date that is known to the day; nothing for a month, a year, a range or an estimate. */
export const exactDay = (edtf: string | null): string | undefined =>
  edtf !== null && DAY.test(edtf) ? edtf : undefined

/** As a moment in UTC, for formats without days (RFC 3339). */
export const exactMoment = (edtf: string | null): string | undefined => {
  const day = exactDay(edtf)
  return day && `${day}T00:00:00Z`
}
