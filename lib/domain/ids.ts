export { isSlug, slugify } from './slug'

/** Base-36 digits that hold milliseconds until the year 5188. */
const TIME_DIGITS = 9
/** About 57 bits: two processes that write 1,000 rows in the same millisecond collide less than once in 10¹¹. */
const RANDOM_DIGITS = 11
/** Digits of the random part that are counted up: their number stays far below 2⁵³. */
const LOW_DIGITS = 6
const LOW_END = 36 ** LOW_DIGITS
/** The largest multiple of 36 that a byte holds; a byte from there on would favour the first digits. */
const FAIR = 252

const randomDigits = (): string => {
  let digits = ''
  while (digits.length < RANDOM_DIGITS)
    for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_DIGITS)))
      if (byte < FAIR && digits.length < RANDOM_DIGITS) digits += (byte % 36).toString(36)
  return digits
}

/** The last id in two parts: what stays the same within a millisecond, and the number that is counted up. */
let time = 0
let high = ''
let low = 0

const begin = (at: number) => {
  time = at
  const digits = randomDigits()
  high = at.toString(36).padStart(TIME_DIGITS, '0') + digits.slice(0, -LOW_DIGITS)
  low = Number.parseInt(digits.slice(-LOW_DIGITS), 36)
}

/**
 * A new id: 20 small letters and digits that sort by the time of their making. Within a process each id sorts after
 * the one before it, also in the same millisecond and when the clock is set back.
 */
export const newId = (): string => {
  const now = Date.now()
  if (now > time) begin(now)
  else {
    low += 1
    // Where there is no number after it, the next millisecond begins early.
    if (low === LOW_END) begin(time + 1)
  }
  return high + low.toString(36).padStart(LOW_DIGITS, '0')
}
