import { parseEdtf } from './parse'

/** The words that a date is written with; translated in the catalogue, English by default. */
export interface DateWords {
  undated: string
  about: (date: string) => string
  perhaps: (date: string) => string
  between: (from: string, to: string) => string
  since: (date: string) => string
  until: (date: string) => string
  season: (season: 'spring' | 'summer' | 'autumn' | 'winter', year: string) => string
  decade: (year: string) => string
}

export const ENGLISH_DATES: DateWords = {
  undated: 'undated',
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  between: (from, to) => `${from} to ${to}`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  season: (season, year) => `${season} ${year}`,
  decade: (year) => `the ${year}s`,
}

const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } as const

const dateOf = (year: string, month = '01', day = '01') => {
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date
}

const PARTS = { timeZone: 'UTC', year: 'numeric' } as const

const single = (text: string, locale: string, words: DateWords): string => {
  const qualified = /^(.*?)([~?%])$/.exec(text)
  if (qualified?.[1]) {
    const date = single(qualified[1], locale, words)
    return qualified[2] === '?' ? words.perhaps(date) : words.about(date)
  }
  const decade = /^(\d{3})X$/.exec(text)
  if (decade) return words.decade(`${decade[1]}0`)
  const match = /^(-?\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$/.exec(text)
  if (!match?.[1]) return text
  const [, year, month, day] = match
  const season = SEASONS[Number(month) as keyof typeof SEASONS]
  if (season) return words.season(season, year)
  if (!month || month === 'XX') return new Intl.DateTimeFormat(locale, PARTS).format(dateOf(year))
  const options =
    day && day !== 'XX' ? { ...PARTS, month: 'long', day: 'numeric' } : { ...PARTS, month: 'long' }
  return new Intl.DateTimeFormat(locale, options as Intl.DateTimeFormatOptions).format(
    dateOf(year, month, day === 'XX' ? '01' : day),
  )
}

/** Two whole days are said once where they share a month or a year: 12–14 May 2026. */
const range = (from: string, to: string, locale: string, words: DateWords): string => {
  const day = /^\d{4}-\d{2}-\d{2}$/
  if (day.test(from) && day.test(to)) {
    const format = new Intl.DateTimeFormat(locale, { ...PARTS, month: 'long', day: 'numeric' })
    const [a, b] = [from, to].map((d) => dateOf(...(d.split('-') as [string, string, string])))
    if (a && b) return format.formatRange(a, b)
  }
  return words.between(single(from, locale, words), single(to, locale, words))
}

/** A date as people write it: March 2025, 4 March 2025, about 2026, 12–14 May 2026; "undated" for none. */
export const formatEdtf = (
  text: string | null,
  locale = 'en-GB',
  words: DateWords = ENGLISH_DATES,
): string => {
  if (!text) return words.undated
  if (!parseEdtf(text).ok) return text
  const [from, to] = text.split('/')
  if (from === undefined || to === undefined) return single(text, locale, words)
  const open = (end: string) => end === '' || end === '..'
  if (open(from) && open(to)) return words.undated
  if (open(to)) return words.since(single(from, locale, words))
  if (open(from)) return words.until(single(to, locale, words))
  return range(from, to, locale, words)
}

/** The date as `<time datetime>` takes it: a year, a month or a day; null where HTML has no form for it. */
export const machineDate = (text: string | null): string | null => {
  const match = text ? /^(\d{4}(?:-\d{2})?(?:-\d{2})?)[~?%]?$/.exec(text) : null
  const month = match?.[1]?.slice(5, 7)
  return match?.[1] && (!month || Number(month) <= 12) ? match[1] : null
}
