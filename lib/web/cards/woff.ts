import { inflateSync } from 'node:zlib'

/**
 * A font out of its WOFF, which is the same tables, each packed for itself (https://www.w3.org/TR/WOFF/). The library
 * that draws reads plain fonts, and WOFF2 so slowly that it would be done anew for each picture.
 */
export const fontOf = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  const parts = [head]
  let at = head.length
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const size = woff.readUInt32BE(entry + 12)
    const data = woff.subarray(offset, offset + packed)
    const table = packed < size ? inflateSync(data) : data
    woff.copy(head, 12 + 16 * i, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), 16 + 16 * i)
    head.writeUInt32BE(at, 20 + 16 * i)
    head.writeUInt32BE(size, 24 + 16 * i)
    // Tables begin at multiples of four.
    const padded = Buffer.concat([table, Buffer.alloc(-size & 3)])
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}
