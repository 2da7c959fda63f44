/** Links as editors wrote them, for programs of those who may change them. */
import type { Database } from '../db/client'
import { type LinkKept, linkOf } from '../db/records'
import { can, type Viewer } from '../domain/actor'

export interface LinkQuery {
  /** Ids of their ends; null for any. */
  from: string | null
  to: string | null
  /** The id of a claim that they are limited to. */
  claim: string | null
  withdrawn: boolean | null
  after: string | null
  per: number
}

/** @returns in the order of their ids, which is that of their recording; null for who may not change links */
export const listLinks = async (
  db: Database,
  viewer: Viewer,
  { from, to, claim, withdrawn, after, per }: LinkQuery,
): Promise<{ rows: LinkKept[]; after: string | null } | null> => {
  if (!can(viewer, 'edit', { kind: 'link' })) return null
  const rows = await db.reader.link.findMany({
    where: {
      ...(from === null ? {} : { fromId: from }),
      ...(to === null ? {} : { toId: to }),
      ...(claim === null ? {} : { claims: { some: { claimId: claim } } }),
      ...(withdrawn === null ? {} : { withdrawnAt: withdrawn ? { not: null } : null }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: per + 1,
  })
  const shown = rows.slice(0, per)
  return { rows: shown.map(linkOf), after: rows.length > per ? (shown.at(-1)?.id ?? null) : null }
}
