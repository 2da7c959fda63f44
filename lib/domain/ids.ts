export { isSlug, slugify } from './slug'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Base-36 digits that hold milliseconds until the year 5188. */
const TIME_DIGITS = 9
/** About 57 bits: two processes that write 1,000 rows in the same millisecond collide less than once in 10¹¹. */
const RANDOM_DIGITS = 11
/** The largest multiple of 36 that a byte holds; a byte from there on would favour the first digits. */
const FAIR = 252

const randomDigits = (): number[] => {
  const digits: number[] = []
  while (digits.length < RANDOM_DIGITS)
    for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_DIGITS)))
      if (byte < FAIR && digits.length < RANDOM_DIGITS) digits.push(byte % 36)
  return digits
}

/** Adds one to the random part; false if there is no number after it. */
const bump = (digits: number[]): boolean => {
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = (digits[i] ?? 0) + 1
    digits[i] = value % 36
    if (value < 36) return true
  }
  return false
}

let last = { time: 0, digits: randomDigits() }

/**
 * A new id: 20 small letters and digits that sort by the time of their making. Within a process each id sorts after
 * the one before it, also in the same millisecond and when the clock is set back.
 */
export const newId = (): string => {
  const time = Date.now()
  if (time > last.time) last = { time, digits: randomDigits() }
  else if (!bump(last.digits)) last.time += 1
  return (
    last.time.toString(36).padStart(TIME_DIGITS, '0') + last.digits.map((digit) => ALPHABET[digit]).join('')
  )
}
