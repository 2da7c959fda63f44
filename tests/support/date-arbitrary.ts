/** EDTF texts of levels 0 and 1 for tests, with the days that they must mean where those are easy to say. */
import fc from 'fast-check'

const two = (n: number) => String(n).padStart(2, '0')

export const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
export const month = day.map((text) => text.slice(0, 7))
export const year = day.map((text) => text.slice(0, 4))
export const plain = fc.oneof(day, month, year)
export const qualified = fc.tuple(plain, fc.constantFrom('', '~', '?', '%')).map((parts) => parts.join(''))
export const season = fc.tuple(year, fc.integer({ min: 21, max: 24 })).map((parts) => parts.join('-'))
export const unspecified = fc.oneof(
  year.map((text) => `${text.slice(0, 3)}X`),
  year.map((text) => `${text.slice(0, 2)}XX`),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
  month.map((text) => `${text}-XX`),
)
/** Two dates of one precision, the earlier first. */
export const interval = fc
  .constantFrom(day, month, year)
  .chain((end) => fc.tuple(end, end))
  .map((ends) => ends.sort().join('/'))
export const open = fc.oneof(
  plain.map((text) => `${text}/..`),
  plain.map((text) => `../${text}`),
  plain.map((text) => `${text}/`),
  plain.map((text) => `/${text}`),
)
export const edtfText = fc.oneof(qualified, season, unspecified, interval, open)

/** What people and attackers send instead of a date. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789XYT:/-.~?% ZmaytofŠ\u0000\u202e'), maxLength: 70 }),
  fc.constantFrom('__proto__', 'constructor', `${two(1)}/`.repeat(40), '9'.repeat(100_000), ' '.repeat(1e6)),
)
