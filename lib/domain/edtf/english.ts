/** English words for dates, as people type them. */

export const MONTHS = [
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
const SEASONS = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['autumn', '23'],
  ['fall', '23'],
  ['winter', '24'],
])

export const pad = (digits: string): string => digits.padStart(2, '0')

/** The number of a month, from its name or at least three letters of it. */
const month = (word: string): string | null => {
  const short = word.toLowerCase().replace(/\.$/, '')
  if (short.length < 3) return null
  const at = short === 'sept' ? 8 : MONTHS.findIndex((name) => name.startsWith(short))
  return at < 0 ? null : pad(String(at + 1))
}

const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z.]+),? (\d{4})$/i
const MONTH_DAY = /^([a-z.]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i
const MONTH_YEAR = /^([a-z.]+),?(?: of)? (\d{4})$/i
const NUMBERS = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/
const DECADE = /^(?:the )?(\d{3})0s$/i
/** What stands before a date and adds nothing to it. */
const FILLER = /^(?:(?:in|on) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?/i

/** One date without a qualifier, in words or in numbers that begin with the year, as EDTF; null if it is not one. */
export const englishDate = (typed: string): string | null => {
  const text = typed.replace(FILLER, '')
  const [, day, dayMonth, dayYear] = DAY_MONTH.exec(text) ?? []
  if (day && dayMonth) {
    const m = month(dayMonth)
    return m && `${dayYear}-${m}-${pad(day)}`
  }
  const [, monthDay, of, monthDayYear] = MONTH_DAY.exec(text) ?? []
  if (monthDay && of) {
    const m = month(monthDay)
    return m && `${monthDayYear}-${m}-${pad(of)}`
  }
  const [, word, year] = MONTH_YEAR.exec(text) ?? []
  if (word) {
    const m = SEASONS.get(word.toLowerCase()) ?? month(word)
    return m && `${year}-${m}`
  }
  const [, numberYear, , numberMonth, numberDay] = NUMBERS.exec(text) ?? []
  if (numberMonth) return `${numberYear}-${pad(numberMonth)}${numberDay ? `-${pad(numberDay)}` : ''}`
  const decade = DECADE.exec(text)
  return decade ? `${decade[1]}X` : null
}
