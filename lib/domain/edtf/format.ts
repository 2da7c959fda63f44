import { parseEdtf } from './parse'
import { type DateWords, ENGLISH_DATES } from './words'

export { type DateWords, ENGLISH_DATES } from './words'

const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } as const

const PRECISION: Record<'year' | 'month' | 'day', Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** Making a formatter costs more than using it a thousand times. */
const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (locale: string, precision: keyof typeof PRECISION, era: boolean) => {
  const key = `${locale} ${precision} ${era}`
  const known = formatters.get(key)
  if (known) return known
  const options = { timeZone: 'UTC', ...PRECISION[precision], ...(era ? { era: 'short' as const } : {}) }
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

const dateOf = (year: string, month = '01', day = '01') => {
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date
}

/** A date without its qualifier: a year, month or day as the locale writes it, a season, a decade, a century. */
const unqualified = (text: string, locale: string, words: DateWords): string => {
  if (text.startsWith('XXXX')) return words.undated
  const digits = /^(\d\d)(\d|X)X$/.exec(text)
  if (digits?.[2] === 'X') return words.between(`${digits[1]}00`, `${digits[1]}99`)
  if (digits) return words.decade(`${digits[1]}${digits[2]}0`)
  const match = /^(-?\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/.exec(text)
  if (!match?.[1]) return text
  const [, year, month, day] = match
  const season = SEASONS[Number(month) as keyof typeof SEASONS]
  if (season) return words.season(season, year)
  const hasMonth = month !== undefined && month !== 'XX'
  const hasDay = hasMonth && day !== undefined && day !== 'XX'
  return formatter(locale, hasDay ? 'day' : hasMonth ? 'month' : 'year', Number(year) < 1).format(
    dateOf(year, hasMonth ? month : undefined, hasDay ? day : undefined),
  )
}

const single = (text: string, locale: string, words: DateWords): string => {
  const mark = /[~?%]$/.exec(text)?.[0]
  if (!mark) return unqualified(text, locale, words)
  const date = unqualified(text.slice(0, -1), locale, words)
  if (mark === '?') return words.perhaps(date)
  return mark === '~' ? words.about(date) : words.perhaps(words.about(date))
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Two whole days say once what they share: 12–14 May 2026. */
const range = (from: string, to: string, locale: string, words: DateWords): string => {
  if (!DAY.test(from) || !DAY.test(to))
    return words.between(single(from, locale, words), single(to, locale, words))
  const [a, b] = [from, to].map((day) => dateOf(...(day.split('-') as [string, string, string])))
  const text = formatter(locale, 'day', false).formatRange(a as Date, b as Date)
  // Versions of the locale data differ in the spaces round the dash, and in their kind.
  const inOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return text.replace(/\s*–\s*/, inOneMonth ? '–' : ' – ').replace(/\s/g, ' ')
}

/**
 * A date as people write it: March 2025, 4 March 2025, about 2026, 12–14 May 2026, between 2021 and 2023.
 * @param text EDTF; null is "undated", and what is no EDTF comes back as it is
 * @param locale decides the order of day and month
 */
export const formatEdtf = (
  text: string | null,
  locale = 'en-GB',
  words: DateWords = ENGLISH_DATES,
): string => {
  if (!text) return words.undated
  const date = parseEdtf(text)
  if (!date.ok) return text
  const [from = '', to] = date.edtf.split('/')
  if (to === undefined) return single(from, locale, words)
  const open = (end: string) => end === '' || end === '..'
  if (open(to)) return words.since(single(from, locale, words))
  if (open(from)) return words.until(single(to, locale, words))
  return range(from, to, locale, words)
}

/**
 * The date as `<time datetime>` takes it: a year, a month or a day, without its qualifier.
 * @returns null where HTML has no form for it: seasons, ranges, decades, years before 1
 */
export const machineDate = (text: string | null): string | null => {
  const date = text ? parseEdtf(text) : null
  const match = date?.ok ? /^(\d{4}(?:-\d\d){0,2})(?:-XX)*(?:[~?%]|T.*)?$/.exec(date.edtf) : null
  const day = match?.[1]
  return day && !day.startsWith('0000') && Number(day.slice(5, 7)) <= 12 ? day : null
}
