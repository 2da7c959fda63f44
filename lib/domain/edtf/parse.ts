import edtf from 'edtf'
import { bounded, type Days, dayOf, plainDays, seasonDays } from './days'

export type EdtfDate = { ok: true; edtf: string; from: number; to: number } | { ok: false; sentence: string }

/** EDTF texts are short; anything longer is not one, and is not parsed. */
const MAX_LENGTH = 64

const refused = (sentence: string): EdtfDate => ({ ok: false, sentence })
const UNREADABLE = refused(
  'This is not a date that can be stored. Write a year (2025), a month (2025-03), a day (2025-03-04), 2025~ for about, or a range (2025-03-04/2025-03-06).',
)
const SAYS_NOTHING = refused('A range with neither beginning nor end says nothing. Leave the date empty.')
const REVERSED = refused('The end of this range is before its beginning.')

/** Two digits would be a century, and three a decade: nobody who types 25 means the years from 2500. */
const TYPES = ['Date', 'Year', 'Season', 'Interval']

const OPEN = /^(?:\.\.)?\/(?:\.\.)?$/

/** A date with a time: the ledger keeps days, so the day that was written is meant, whatever the zone. */
const dayWithTime = (text: string): string | null => /^(\d{4}-\d\d-\d\d)T[^/]*$/.exec(text)?.[1] ?? null

const end = (ms: number | null, open: number): number => ms ?? open

/** The bounds of what the parser accepted; null where they are no numbers. */
const daysOf = (text: string, date: ReturnType<typeof edtf>): Days | null => {
  if (date.type === 'Season') return seasonDays(text)
  const from = end(date.min, Number.NEGATIVE_INFINITY)
  const to = end(date.max, Number.POSITIVE_INFINITY)
  if (!Number.isNaN(from) && !Number.isNaN(to)) return { from: dayOf(from), to: dayOf(to) }
  // A year beyond the calendar of the language, such as Y-170000002.
  if (date.type !== 'Year') return null
  const day = bounded(text.startsWith('Y-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
  return { from: day, to: day }
}

/** A year, month or day with its qualifier: what both ends of a range may be. */
const END = /^\d{4}(?:-\d\d){0,2}[~?%]?$/

/** Ranges that the parser refuses without saying why: those whose ends overlap are kept, as they mean something. */
const overlapping = (text: string): EdtfDate => {
  const [first = '', second = '', ...more] = text.split('/')
  if (more.length > 0 || !END.test(first) || !END.test(second)) return UNREADABLE
  const [from, to] = [parseEdtf(first), parseEdtf(second)]
  if (!from.ok || !to.ok) return UNREADABLE
  if (first === second) return from
  return to.to < from.from ? REVERSED : { ok: true, edtf: text, from: from.from, to: to.to }
}

const parsed = (text: string): EdtfDate => {
  if (OPEN.test(text)) return SAYS_NOTHING
  try {
    const date = edtf(text, { level: 1, types: TYPES })
    const day = dayWithTime(text)
    const days = day ? plainDays(day) : daysOf(text, date)
    return days ? { ok: true, edtf: day ? text : date.edtf, ...days } : UNREADABLE
  } catch {
    return overlapping(text)
  }
}

/** Ledgers repeat their dates; enough for every day of a decade. */
const CACHE_SIZE = 4_096
const cache = new Map<string, EdtfDate>()

/**
 * Reads an EDTF date (ISO 8601-2, levels 0 and 1). Never throws.
 * @returns the normalised text with its earliest and latest day as whole days since 1970-01-01 (an open or unknown
 *   end is the bound of 32 bits), or a sentence that says what to write
 */
export const parseEdtf = (text: string): EdtfDate => {
  const trimmed = text.length > MAX_LENGTH ? '' : text.trim()
  if (!trimmed) return UNREADABLE
  const days = plainDays(trimmed)
  if (days) return { ok: true, edtf: trimmed, ...days }
  const known = cache.get(trimmed)
  if (known) return known
  const date = parsed(trimmed)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(trimmed, date)
  return date
}
