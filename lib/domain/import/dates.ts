/** Dates as tables write them, which is in more ways than people type. */
import { readDate } from '../edtf'
import { monthOf } from './month-names'

export const DATE_ORDERS = ['unknown', 'day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type Read = { ok: true; date: string | null } | { ok: false; sentence: string }

const NUMERIC = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?:,?[ T]+\d{1,2}[:.]\d.*)?$/

/**
 * Whether the day or the month comes first in a column, as far as its values show: a first number above 12 is a day.
 * Days between dots come first everywhere.
 * @returns unknown where nothing shows it, or both
 */
export const orderOf = (values: Iterable<string>): DateOrder => {
  let day = 0
  let month = 0
  for (const value of values) {
    const [, a, mark, b] = NUMERIC.exec(westernDigits(value.trim())) ?? []
    if (!a || !b) continue
    if (Number(a) > 12 || mark === '.') day++
    else if (Number(b) > 12) month++
  }
  if (day > 0 && month === 0) return 'day-first'
  return month > 0 && day === 0 ? 'month-first' : 'unknown'
}

const pad = (n: number | string) => String(n).padStart(2, '0')

/** A day with the month as a word of another language: 3 août 2019, 7 de octubre de 2020. */
const foreign = (text: string): string | null => {
  const [, day, word, year] =
    /^(\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?([\p{L}\p{M}]+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(text) ?? []
  if (!day || !word || !year) return null
  const month = monthOf(word)
  return month ? `${year}-${pad(month)}-${pad(day)}` : null
}

const fullYear = (year: string): string => {
  if (year.length === 4) return year
  // As POSIX reads two digits: from 69 on they are of the last century.
  return `${Number(year) < 69 ? 20 : 19}${year}`
}

const DAY_MS = 86_400_000
/** Spreadsheets count days from here (a leap day that was none is counted in 1900). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
/** Days that spreadsheets may mean: 1927 to 2089; years and plain numbers lie outside. */
const SERIALS = [10_000, 69_500] as const

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Days that are written as numbers: a spreadsheet's count of days, seconds or milliseconds since 1970, or 20250304. */
const counted = (text: string): string | null => {
  if (!/^\d{5,17}(?:\.\d+)?$/.test(text)) return null
  const n = Number(text)
  const whole = text.split('.')[0] ?? ''
  if (whole.length === 5 && n >= SERIALS[0] && n <= SERIALS[1])
    return isoDay(SERIAL_ZERO + Math.floor(n) * DAY_MS)
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text))
    return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  if (whole.length === 10) return isoDay(n * 1000)
  return whole.length === 13 ? isoDay(n) : null
}

/** The day of a moment: the day that was written is meant, whatever the zone. */
const dayOfMoment = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? []
  if (year && month && day) return `${year}-${pad(month)}-${pad(day)}`
  // As programs print a moment: Wed Apr 05 10:00:00 +0000 2023.
  const [, name, of, then] =
    /^\p{L}{3},? (\p{L}{3}) (\d{1,2}) \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|[A-Z]{2,5}) (\d{4})$/u.exec(text) ?? []
  if (name && of && then) return `${of} ${name} ${then}`
  const [, d, word, y] =
    /^(?:\p{L}{3,9},?\s+)?(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?:[ ,T]+\d.*)?$/u.exec(text) ?? []
  if (d && word && y) return `${d} ${word} ${y}`
  const [, w, dd, yy] =
    /^(?:\p{L}{3,9},?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[ ,T]+\d.*)?$/u.exec(
      text,
    ) ?? []
  return w && dd && yy ? `${dd} ${w} ${yy}` : null
}

/** A year later than this is a mistake, or a way to say "never". */
const LAST_YEAR = 2200
/** Programs write their first moment where there is none. */
const NEVER = /^(?:0001-01-01|0000-00-00|1970-01-01T00:00:00|9999-12-31)/

const numeric = (text: string, order: DateOrder): Read | null => {
  const [, a = '', mark, b = '', year = ''] = NUMERIC.exec(text) ?? []
  if (!mark) return null
  const first = mark === '.' && order === 'unknown' ? 'day-first' : order
  const of = (day: string, month: string) => `${fullYear(year)}-${pad(month)}-${pad(day)}`
  const readings = { 'day-first': of(a, b), 'month-first': of(b, a) }
  const possible = Object.values(readings).filter((date) => readDate(date).ok)
  if (possible.length === 0) return { ok: false, sentence: `“${text}” is no day.` }
  if (first === 'unknown') {
    const [one, other] = new Set(possible)
    return one && !other
      ? { ok: true, date: one }
      : {
          ok: false,
          sentence: `“${text}” can be two days. Say in the mapping whether days or months come first.`,
        }
  }
  const date = readings[first]
  return readDate(date).ok
    ? { ok: true, date }
    : {
        ok: false,
        sentence: `“${text}” does not fit dates in which the ${first === 'day-first' ? 'day' : 'month'} comes first.`,
      }
}

/** Digits of Arabic and Persian as those that dates are read by. */
const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** @returns the date as EDTF; null where the cell says that there is none */
export const readImported = (written: string, order: DateOrder): Read => {
  const text = westernDigits(written.replace(/[\s\u200e\u200f\u061c]+/g, ' ').trim())
  if (NEVER.test(text)) return { ok: true, date: null }
  const shown = text.slice(0, 60)
  const number = counted(text)
  const digits = number ? null : numeric(text, order)
  if (digits && !digits.ok) return digits
  const plain = number ?? (digits?.ok ? digits.date : null) ?? dayOfMoment(text) ?? text
  const english = readDate(plain)
  const read = english.ok ? english : readDate(foreign(plain) ?? plain)
  if (!read.ok) return { ok: false, sentence: `“${shown}” cannot be read as a date.` }
  if (Number(/\d{4}/.exec(read.edtf)?.[0] ?? 0) > LAST_YEAR)
    return { ok: false, sentence: `“${shown}” lies too far in the future to be a date.` }
  return { ok: true, date: read.edtf }
}
