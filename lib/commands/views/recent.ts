import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { RECENT_MOST } from '../../domain/input/view'
import { ADDRESS_MOST, type ClaimQuery, isNarrowed, viewAddress } from '../../domain/query'

/**
 * Notes that somebody looked at a view, for their own list of those used of late; nothing for readers, for the list of
 * all claims, and for the pages after a view's first. It is a convenience and no part of the ledger: no event tells
 * of it, and what is older is forgotten.
 */
export const noteView = async (
  db: Database,
  viewer: Viewer,
  query: ClaimQuery,
  at = new Date(),
): Promise<void> => {
  if (viewer.kind !== 'user' || !isNarrowed(query) || query.after || query.before) return
  const key = { ownerId: viewer.id, address: viewAddress(query) }
  if (key.address.length > ADDRESS_MOST) return
  await db.write(async (tx) => {
    await tx.recentView.upsert({ where: { ownerId_address: key }, create: { ...key, at }, update: { at } })
    const old = await tx.recentView.findMany({
      where: { ownerId: viewer.id },
      orderBy: [{ at: 'desc' }, { address: 'asc' }],
      skip: RECENT_MOST,
      select: { address: true },
    })
    if (old.length > 0)
      await tx.recentView.deleteMany({
        where: { ownerId: viewer.id, address: { in: old.map(({ address }) => address) } },
      })
  })
}
