/** Whether a file says of one of its records that it was told off the record or on deep background. */
import { Unreadable } from './unreadable'

/** A whole value of a table, of JSON or of markup; a sentence that only speaks of such terms is none. */
const VALUE =
  /[,;\t|>:"'\n\r] {0,4}["']?(?:off[-_ ](?:the[-_ ])?record|deep[-_ ]background)["']? {0,4}(?=[,;\t|<"'\n\r\]}]|$)/i
const COLUMN = /access|terms|attribution/i
/** Longer than any such value with what stands around it, so that none is missed where two pieces meet. */
const OVERLAP = 80

/**
 * Looks at a file piece by piece, before any of it is kept: whoever marks a record so did not mean to send it here.
 * Whatever the text is encoded in, these words are plain letters, in UTF-16 with zeros between.
 */
export class RefusedTerms {
  private before = '\n'
  private named = false

  /** @throws Unreadable where the piece, or where it meets the one before, holds such a value */
  look(piece: Buffer): void {
    const text = this.before + piece.toString('latin1').replaceAll('\0', '')
    this.named ||= COLUMN.test(text)
    if (this.named && VALUE.test(text))
      throw new Unreadable(
        'A record of this file is marked as told off the record or on deep background. Nothing of the file was kept; take such records out, and send it again.',
      )
    this.before = text.slice(-OVERLAP)
  }
}
