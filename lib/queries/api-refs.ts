/** What an address of the API names: a record by its id, or by the last part of its page's address. */
import type { Reader } from '../db/client'

export type Named = 'claim' | 'speaker' | 'source' | 'topic'
export interface NamedRow {
  id: string
  slug: string
}

/** @returns null where nothing has that id or that address now. An id wins over an address that reads the same. */
export const named = async (reader: Reader, kind: Named, ref: string): Promise<NamedRow | null> => {
  const query = { where: { OR: [{ id: ref }, { slug: ref }] }, select: { id: true, slug: true } }
  const rows = await (kind === 'claim'
    ? reader.claim.findMany(query)
    : kind === 'speaker'
      ? reader.speaker.findMany(query)
      : kind === 'source'
        ? reader.source.findMany(query)
        : reader.topic.findMany(query))
  return rows.find(({ id }) => id === ref) ?? rows[0] ?? null
}
