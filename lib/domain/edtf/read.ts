import { englishDate, MONTHS, pad } from './english'
import { ENGLISH_DATES, formatEdtf } from './format'
import { type EdtfDate, parseEdtf } from './parse'

/** A date in words is one line; anything longer is something else. */
const MAX_LENGTH = 100

const ABOUT = /^(?:(?:about|around|circa|approximately|approx\.?|ca?) |ca?\. ?)/i
const PERHAPS = /^(?:perhaps|possibly|probably|maybe) /i

/** One date, with what it says about its own certainty, as EDTF text; null if it is not one. */
const one = (typed: string): string | null => {
  let text = typed.trim()
  let unsure = PERHAPS.test(text)
  if (unsure) text = text.replace(PERHAPS, '')
  let approximate = ABOUT.test(text)
  if (approximate) text = text.replace(ABOUT, '')
  const mark = /[~?%]$/.exec(text)?.[0]
  if (mark) {
    text = text.slice(0, -1).trim()
    unsure ||= mark !== '~'
    approximate ||= mark !== '?'
  }
  const plain = englishDate(text) ?? text
  const date = `${plain}${unsure && approximate ? '%' : unsure ? '?' : approximate ? '~' : ''}`
  return !date.includes('/') && parseEdtf(date).ok ? date : null
}

/** The beginning of a range, which may leave to its end the year, or the month and the year: 12–14 May 2026. */
const beginning = (text: string, end: string): string | null => {
  const year = end.slice(0, 4)
  const month = MONTHS[Number(end.slice(5, 7)) - 1]
  return one(text) ?? one(`${text} ${year}`) ?? (month ? one(`${text} ${month} ${year}`) : null)
}

const BETWEEN = /^between (.+) and (.+)$/i
const FROM_TO = /^(?:from )?(.+?)(?: to | until | through | - | ?[–—] ?)(.+)$/i
const YEARS = /^(\d{4})-(\d{4})$/
/** May 12–14, 2026: the end leaves its month to the beginning. */
const MONTH_FIRST = /^([a-z.]+) (\d{1,2}) ?[-–—] ?(\d{1,2}),? (\d{4})$/i

const rangeOf = (text: string): string | null => {
  const [, month, first, last, year] = MONTH_FIRST.exec(text) ?? []
  if (month) return `${one(`${first} ${month} ${year}`)}/${one(`${last} ${month} ${year}`)}`
  const match = YEARS.exec(text) ?? BETWEEN.exec(text) ?? FROM_TO.exec(text)
  const to = match?.[2] ? one(match[2]) : null
  const from = to && match?.[1] ? beginning(match[1], to) : null
  if (from && to) return `${from}/${to}`
  const [, word, date] = /^(since|from|until|up to) (.+)$/i.exec(text) ?? []
  const end = date ? one(date) : null
  return end && (/^(?:since|from)$/i.test(word ?? '') ? `${end}/..` : `../${end}`)
}

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/

/** A day in numbers that does not begin with its year: it is taken only if it can mean one day. */
const numbers = (text: string): EdtfDate | null => {
  const [, a, , b, year] = NUMBERS.exec(text) ?? []
  if (!a || !b || !year) return null
  if (year.length === 2)
    return { ok: false, sentence: 'Write the year with four digits and the month as a word: 4 March 2025.' }
  const readings = [...new Set([`${year}-${pad(b)}-${pad(a)}`, `${year}-${pad(a)}-${pad(b)}`])]
    .map(parseEdtf)
    .filter((date) => date.ok)
  const [first, second] = readings
  if (!first) return null
  if (!second) return first
  const [day, other] = readings.map((date) => formatEdtf(date.edtf, 'en-GB', ENGLISH_DATES))
  return {
    ok: false,
    sentence: `This could be ${day} or ${other}. Write the month as a word, or the year first: ${second.edtf}.`,
  }
}

const VAGUE = /\b(?:early|mid|late)\b/i

/**
 * Reads a date as people type it: 2025, March 2025, 2025-03-04, 4 March 2025, about 2025, 12–14 May 2026,
 * between 2021 and 2023, since 2024, spring 2024, the 2020s; and every EDTF text that `parseEdtf` takes.
 * @returns as `parseEdtf`; what can mean two days (03/04/2025), and what a date cannot say (early 2025), is refused
 *   with a sentence that says how to write it
 */
export const readDate = (text: string): EdtfDate => {
  const typed = text.length > MAX_LENGTH ? '' : text.trim().replace(/\s+/g, ' ')
  const date = parseEdtf(typed)
  if (date.ok) return date
  const day = numbers(typed)
  if (day) return day
  const words = one(typed) ?? rangeOf(typed)
  if (words) return parseEdtf(words)
  if (VAGUE.test(typed))
    return { ok: false, sentence: 'Say which months you mean (January to April 2025), or write about 2025.' }
  return date
}
