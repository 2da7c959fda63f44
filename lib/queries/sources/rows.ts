import type { Reader } from '../../db/client'
import { kept, sourceRef } from '../refs'
import type { SourceRow } from '../views'

/** Rows for these sources, in the order of the ids. */
export const sourceRows = async (reader: Reader, ids: readonly string[]): Promise<SourceRow[]> => {
  const found = await reader.source.findMany({
    where: { id: { in: [...ids] } },
    include: { publisher: { select: { name: true } } },
  })
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row
      ? { ...sourceRef(row), ...kept(row), publishedAt: row.publishedAt, claims: row.claimCount }
      : []
  })
}
