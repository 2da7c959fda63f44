/** A file that cannot be read any further, with a sentence for whoever sent it. */
export class Unreadable extends Error {
  constructor(
    readonly sentence: string,
    /** The line or record from which on nothing was read. */
    readonly line = 0,
  ) {
    super(sentence)
  }
}

/** A record larger than this is no record: a damaged file, or an attempt to fill the memory. In UTF-16 units. */
export const MAX_RECORD = 10_000_000

export const tooLarge = (line: number) =>
  new Unreadable(
    `The record that begins at ${line} is longer than 10 million characters, so nothing after it can be read. A quote or a bracket may be missing there.`,
    line,
  )

/** Things within things within things: no record is so deep, and what is may be made to exhaust whoever reads it. */
export const MAX_DEPTH = 100

export const TOO_DEEP = `Things stand within one another here more than ${MAX_DEPTH} deep, so nothing after it can be read.`
