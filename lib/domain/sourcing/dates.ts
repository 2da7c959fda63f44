/** Dates as the rules compare them (§2.4): at the precision that both have. */

type Parts = readonly [year: number, month?: number, day?: number]

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)

/** `~ ? %` are dropped, an interval is read by its start, a season by its year; anything else is unknown. */
const read = (text: string | null | undefined): Parts | null => {
  if (typeof text !== 'string') return null
  const start = text.replace(/[~?%]/g, '').split('/')[0] ?? ''
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(start)
  if (!match) return null
  const year = Number(match[1])
  if (match[2] === undefined) return [year]
  const month = Number(match[2])
  if (match[3] === undefined) {
    if (month >= 21 && month <= 24) return [year]
    return month >= 1 && month <= 12 ? [year, month] : null
  }
  const day = Number(match[3])
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? [year, month, day] : null
}

/** Below zero if `a` is earlier, above if later; zero if they are the same as far as both say, or one is unknown. */
export const compareDates = (a: string | null | undefined, b: string | null | undefined): number => {
  if (!a || !b) return 0
  const [x, y] = [read(a), read(b)]
  if (!x || !y) return 0
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
