/** What is learned of a file while it arrives, without holding more of it than its beginning. */
import { createHash } from 'node:crypto'

/** Bytes of the beginning that are kept: enough rows to see columns, few enough to hold for each upload. */
const HEAD_BYTES = 1024 * 1024
/** Bytes around letters outside ASCII that are kept, because the first of them may come late. */
const ODD_BYTES = 64 * 1024

export interface Scan {
  bytes: number
  /** SHA-256, hexadecimal. */
  sha256: string
  /** Whether every byte of the file is UTF-8. */
  utf8: boolean
  nuls: number
  head: Buffer
  /** Pieces that hold bytes outside ASCII. */
  odd: Buffer
}

const ASCII_END = 0x80

/** Takes a file piece by piece; `end` says what it learned. */
export class Scanner {
  private readonly hash = createHash('sha256')
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })
  private readonly head: Buffer[] = []
  private readonly odd: Buffer[] = []
  private headBytes = 0
  private oddBytes = 0
  private bytes = 0
  private utf8 = true
  private nuls = 0

  add(piece: Buffer): void {
    this.bytes += piece.length
    this.hash.update(piece)
    if (this.headBytes < HEAD_BYTES) {
      const part = Buffer.from(piece.subarray(0, HEAD_BYTES - this.headBytes))
      this.head.push(part)
      this.headBytes += part.length
    }
    if (this.oddBytes < ODD_BYTES) this.keepOdd(piece)
    for (let at = piece.indexOf(0); at >= 0; at = piece.indexOf(0, at + 1)) this.nuls++
    this.decode(() => this.decoder.decode(piece, { stream: true }))
  }

  private keepOdd(piece: Buffer): void {
    const first = piece.findIndex((byte) => byte >= ASCII_END)
    if (first < 0) return
    const part = Buffer.from(piece.subarray(first, first + ODD_BYTES - this.oddBytes))
    this.odd.push(part)
    this.oddBytes += part.length
  }

  private decode(step: () => unknown): void {
    if (!this.utf8) return
    try {
      step()
    } catch {
      this.utf8 = false
    }
  }

  end(): Scan {
    this.decode(() => this.decoder.decode())
    return {
      bytes: this.bytes,
      sha256: this.hash.digest('hex'),
      utf8: this.utf8,
      nuls: this.nuls,
      head: Buffer.concat(this.head),
      odd: Buffer.concat(this.odd),
    }
  }
}
