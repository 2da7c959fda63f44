/** How often something may be tried or asked for, wherever it is counted. */

export interface Limit {
  /** How often in one window; the window begins with the first. */
  max: number
  seconds: number
}

/** What is left after one attempt was counted. */
export interface Counted {
  /** Whether it may be made. */
  ok: boolean
  /** How many more may be made in this window. */
  left: number
  /** When the window ends, in milliseconds since 1970. */
  ends: number
}
