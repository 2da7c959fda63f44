/** Ids that a run has met, so that a second row of one id is told from an update. */
import { createHash } from 'node:crypto'

/** Bytes of a hash that a number holds exactly. */
const BYTES = 6

const short = (key: string): number => createHash('sha256').update(key).digest().readUIntBE(0, BYTES)

/**
 * Keys by a short hash, which a file of a million rows holds in some fifty megabytes; two of a million share one with
 * a likelihood below one in five hundred, and then a row is said to repeat another.
 */
export class Seen {
  private readonly lines = new Map<number, number>()
  private staged = new Map<number, number>()

  /** The line that brought this key; undefined for none. */
  line(key: string): number | undefined {
    const hash = short(key)
    return this.staged.get(hash) ?? this.lines.get(hash)
  }

  /** Remembers a key, until `forget` or for good after `keep`. */
  add(key: string, line: number): void {
    this.staged.set(short(key), line)
  }

  keep(): void {
    for (const [hash, line] of this.staged) this.lines.set(hash, line)
    this.staged = new Map()
  }

  forget(): void {
    this.staged = new Map()
  }
}
