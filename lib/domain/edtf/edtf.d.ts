declare module 'edtf' {
  /** The part of the package that is used here: a date with its normal text and its bounds in milliseconds. */
  export default function edtf(
    text: string,
    constraints?: { level: number },
  ): { type: string; edtf: string; min: number | null; max: number | null }
}
