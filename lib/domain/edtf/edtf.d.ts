declare module 'edtf' {
  /** The part of the package that is used here: a date with its normal text and its bounds in milliseconds. */
  export default function edtf(
    text: string,
    constraints?: { level: number; types?: string[] },
  ): {
    type: 'Date' | 'Year' | 'Season' | 'Interval'
    edtf: string
    /** Infinite for an open end, null for an unknown one, NaN for years beyond `Date`. */
    min: number | null
    max: number | null
  }
}
