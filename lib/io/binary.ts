/** Files that are no text, whatever their names say. */
import type { FileShape } from '../domain/import/shape'
import type { Scan } from './scan'
import { Unreadable } from './unreadable'

/** First bytes of files that are no text, and what to do instead. */
const KNOWN: [number[], string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a zip archive or a spreadsheet. Unpack it, or save the sheet as CSV, and send that.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old spreadsheet or document. Save it as CSV, and send that.'],
  [[0x1f, 0x8b], 'This is compressed. Unpack it, and send what is in it.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Tables cannot be read out of it; ask for the data behind it.'],
]

/** Control characters that a damaged export may hold, however short it is. */
const FEW = 8

/** @throws Unreadable at letters that no text holds, beyond a few from a damaged export */
export const refuseBinary = (scan: Scan, encoding: FileShape['encoding']): void => {
  const kind = KNOWN.find(([bytes]) => bytes.every((byte, i) => scan.head[i] === byte))
  if (kind) throw new Unreadable(kind[1])
  if (encoding.startsWith('utf-16')) return
  let control = 0
  for (const byte of scan.head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  if (control > Math.max(FEW, scan.head.length / 100))
    throw new Unreadable('This is not text, whatever its name says, so nothing of it can be read.')
}
