import edtf from 'edtf'

/** The bound for "unknown": below every day, so that unknown dates sort last when the newest come first. */
export const UNKNOWN_DAY = -2_147_483_648
const LAST_DAY = 2_147_483_647

export type EdtfDate = { ok: true; edtf: string; from: number; to: number } | { ok: false; sentence: string }

const DAY_MS = 86_400_000
/** EDTF texts are short; anything longer is not one, and is not parsed. */
const MAX_LENGTH = 64

const SENTENCE =
  'This is not a date that can be stored. Write a year (2025), a month (2025-03), a day (2025-03-04), 2025~ for about, or a range (2025-03-04/2025-03-06).'

const bound = (day: number) => Math.min(LAST_DAY, Math.max(UNKNOWN_DAY + 1, day))

/** Plain years, months and days are nearly all dates; they are read without the parser. */
const plain = (text: string): { from: number; to: number } | null => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return null
  const [year, month, day] = [
    Number(match[1]),
    match[2] ? Number(match[2]) : null,
    match[3] ? Number(match[3]) : null,
  ]
  if (month !== null && (month < 1 || month > 12)) return null
  const start = new Date(0)
  start.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1)
  if (day !== null && (start.getUTCDate() !== day || day < 1)) return null
  const end = new Date(start)
  if (month === null) end.setUTCFullYear(year + 1)
  else if (day === null) end.setUTCMonth(month)
  else end.setUTCDate(day + 1)
  return { from: start.getTime() / DAY_MS, to: end.getTime() / DAY_MS - 1 }
}

const milliseconds = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

const parsed = (text: string): EdtfDate => {
  try {
    const date = edtf(text, { level: 1 })
    const from = milliseconds(date.min, Number.NEGATIVE_INFINITY)
    const to = milliseconds(date.max, Number.POSITIVE_INFINITY)
    if (from > to) return { ok: false, sentence: 'The end of this range is before its beginning.' }
    return {
      ok: true,
      edtf: date.edtf,
      from: bound(Math.floor(from / DAY_MS)),
      to: bound(Math.floor(to / DAY_MS)),
    }
  } catch {
    return { ok: false, sentence: SENTENCE }
  }
}

/** Ledgers repeat their dates; enough for every day of a decade. */
const CACHE_SIZE = 4_096
const cache = new Map<string, EdtfDate>()

/**
 * Reads an EDTF date.
 * @returns the normalised text and its earliest and latest day, as whole days since 1970-01-01; or a sentence
 */
export const parseEdtf = (text: string): EdtfDate => {
  const trimmed = text.length > MAX_LENGTH ? '' : text.trim()
  if (!trimmed) return { ok: false, sentence: SENTENCE }
  const days = plain(trimmed)
  if (days) return { ok: true, edtf: trimmed, ...days }
  const known = cache.get(trimmed)
  if (known) return known
  const date = parsed(trimmed)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(trimmed, date)
  return date
}
