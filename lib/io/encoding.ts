/** The encoding of a file: by its byte-order mark, by being UTF-8 throughout, or by what its letters look like. */
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { ENCODINGS, type FileShape } from '../domain/import/shape'
import type { Scan } from './scan'

type Encoding = FileShape['encoding']

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Of two bytes in UTF-16 text of European letters one is zero; this part of them is enough to tell it. */
const ZEROS = 0.3

const withoutMark = ({ head }: Scan): Encoding | null => {
  const pairs = Math.floor(head.length / 2)
  if (pairs === 0) return null
  const zeros = [0, 0]
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) (zeros[i % 2] as number)++
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * ZEROS && even < odd / 10) return 'utf-16le'
  return even > pairs * ZEROS && odd < even / 10 ? 'utf-16be' : null
}

/** Windows-1252 holds everything that ISO-8859-1 and -15 name, and is what such files really are. */
const ALIAS: Record<string, Encoding> = { 'iso-8859-1': 'windows-1252', 'iso-8859-6': 'windows-1256' }

const isKnown = (name: string): name is Encoding => (ENCODINGS as readonly string[]).includes(name)

/** Whether most letters outside ASCII are UTF-8, as in a file that was damaged or put together of two. */
const mostlyUtf8 = (odd: Buffer): boolean => {
  const letters = odd.toString('utf8').match(/[^\u0000-\u007f]/gu) ?? []
  const lost = letters.filter((letter) => letter === '\ufffd').length
  return lost < letters.length / 2
}

const guessed = (odd: Buffer): Encoding => {
  if (mostlyUtf8(odd)) return 'utf-8'
  for (const { name } of chardet.analyse(odd)) {
    const low = name.toLowerCase()
    const encoding = ALIAS[low] ?? low
    // Two bytes a letter would have shown themselves by zeros.
    if (isKnown(encoding) && !encoding.startsWith('utf-16')) return encoding
  }
  return 'windows-1252'
}

/** @returns the encoding in which the file should be read; it can be changed where the guess is wrong */
export const encodingOf = (scan: Scan): Encoding => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => scan.head[i] === byte))
  if (marked) return marked[0]
  const wide = scan.nuls > 0 ? withoutMark(scan) : null
  if (wide) return wide
  return scan.utf8 ? 'utf-8' : guessed(scan.odd)
}

/** The first half of a letter that takes two, at the end of a piece: it waits for the other. */
const HALF = /[\uD800-\uDBFF]$/

/** Text from bytes, a piece at a time and without the byte-order mark; bytes that are no letters become U+FFFD. */
export const decoded = async function* (
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  let half = ''
  for await (const piece of bytes) {
    const text = half + decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    half = HALF.exec(text)?.[0] ?? ''
    const whole = half ? text.slice(0, -1) : text
    if (whole) yield whole
  }
  const rest = half + (decoder.end() ?? '')
  if (rest) yield rest
}

export const decodedHead = (scan: Scan, encoding: Encoding): string =>
  iconv.decode(scan.head, encoding, { stripBOM: true })
