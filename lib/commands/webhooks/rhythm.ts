/** When what an address did not take is tried again, and for how long. */

export const SECOND = 1000
export const HOUR = 3_600 * SECOND
/** When it is tried again after each failure: over 23 hours and a half in all, then it is given up. */
export const RETRY_MS = [
  10 * SECOND,
  60 * SECOND,
  300 * SECOND,
  900 * SECOND,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
]
/** An address that took nothing for so long is switched off: three whole series of attempts. */
export const GIVE_UP_MS = 72 * HOUR
/** Longer than any attempt lasts. */
export const LEASE_MS = 60 * SECOND
/** At once to one address; to one that fails, one at a time. */
export const AT_ONCE = 4
