import type { Reader } from './client'

/** The bytes of a file that was sent to be imported, a piece at a time. */
export const importBytes = async function* (reader: Reader, importId: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const chunk = await reader.importChunk.findUnique({ where: { importId_n: { importId, n } } })
    if (!chunk) return
    yield chunk.data
  }
}
