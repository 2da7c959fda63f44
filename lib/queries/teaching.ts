import type { Database } from '../db/client'
import type { Viewer } from '../domain/actor'

/** Addresses of the teaching ledger's claims; none where the demonstration ledgers were taken out. */
export const teachingClaims = async (db: Database, _viewer: Viewer): Promise<Set<string>> => {
  const rows = await db.reader.claim.findMany({ where: { shelf: 'teaching' }, select: { slug: true } })
  return new Set(rows.map((row) => row.slug))
}
