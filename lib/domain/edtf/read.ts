import { type EdtfDate, parseEdtf } from './parse'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const SEASONS: Record<string, string> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }

const pad = (day: string) => day.padStart(2, '0')

const month = (word: string): string | null => {
  const short = word.toLowerCase().replace(/\.$/, '')
  if (short.length < 3) return null
  const at = MONTHS.findIndex((name) => name.startsWith(short) || (short === 'sept' && name === 'september'))
  return at < 0 ? null : pad(String(at + 1))
}

/** One date in words as EDTF text, or null where it is not one. */
const worded = (text: string): string | null => {
  const about = /^(?:about|circa|c\.|around|approximately)\s*(.+)$/i.exec(text)
  if (about?.[1]) {
    const date = worded(about[1])
    return date && !/[~?%]$/.test(date) ? `${date}~` : null
  }
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z.]+),?\s+(\d{4})$/i.exec(text)
  if (dayMonth?.[1] && dayMonth[2]) {
    const m = month(dayMonth[2])
    return m && `${dayMonth[3]}-${m}-${pad(dayMonth[1])}`
  }
  const monthDay = /^([a-z.]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  if (monthDay?.[1] && monthDay[2]) {
    const m = month(monthDay[1])
    return m && `${monthDay[3]}-${m}-${pad(monthDay[2])}`
  }
  const monthYear = /^([a-z.]+),?\s+(\d{4})$/i.exec(text)
  if (monthYear?.[1]) {
    const season = SEASONS[monthYear[1].toLowerCase()]
    const m = season ?? month(monthYear[1])
    return m && `${monthYear[2]}-${m}`
  }
  const padded = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?([~?%]?)$/.exec(text)
  if (padded?.[2]) return `${padded[1]}-${pad(padded[2])}${padded[3] ? `-${pad(padded[3])}` : ''}${padded[4]}`
  return parseEdtf(text).ok ? text : null
}

/**
 * Reads a date as people type it: 2025, March 2025, 2025-03-04, 4 March 2025, about 2025, 2025-03-04 to 2025-03-06.
 * @returns as parseEdtf; all-number days such as 03/04/2025 are refused, because they mean two dates
 */
export const readDate = (text: string): EdtfDate => {
  const typed = text.trim().replace(/\s+/g, ' ').slice(0, 100)
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(typed))
    return {
      ok: false,
      sentence:
        'This could be two dates: day first or month first. Write the month as a word (4 March 2025) or as 2025-03-04.',
    }
  const range = /^(.+?)\s*(?:\bto\b|–|—|\buntil\b)\s*(.+)$/i.exec(typed)
  if (range?.[1] && range[2]) {
    const [from, to] = [worded(range[1].trim()), worded(range[2].trim())]
    if (from && to) return parseEdtf(`${from}/${to}`)
  }
  return parseEdtf(worded(typed) ?? typed)
}
