/** Keys as they are shown: one's own, and everybody's to admins. Never the key itself, which is nowhere. */
import type { Database } from '../db/client'
import { can, type Viewer } from '../domain/actor'
import { SCOPES, type Scope } from '../domain/input/api'

export interface KeyRow {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  owner: string
  byName: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
  revokedBy: string | null
  state: 'works' | 'expired' | 'revoked'
}

/** As many as can be looked through; those that work come first. */
const SHOWN = 200

/**
 * Keys of an account, or of everybody.
 * @param userId whose; null for everybody's, which only admins see
 */
export const listKeys = async (
  db: Database,
  viewer: Viewer,
  userId: string | null,
  at = new Date(),
): Promise<KeyRow[]> => {
  const allowed =
    userId === null
      ? can(viewer, 'administer', { kind: 'user' })
      : can(viewer, 'read', { kind: 'user', ownerId: userId })
  if (!allowed) return []
  const where = userId === null ? {} : { ownerId: userId }
  const select = { owner: { select: { name: true } } }
  const read = (revoked: boolean, take: number) =>
    db.reader.apiKey.findMany({
      where: { ...where, revokedAt: revoked ? { not: null } : null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
      include: select,
    })
  const standing = await read(false, SHOWN)
  const rows = [...standing, ...(await read(true, SHOWN - standing.length))]
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: SCOPES.filter((scope) => (JSON.parse(row.scopes) as string[]).includes(scope)),
    owner: row.owner.name,
    byName: row.byName,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedBy: row.revokedBy,
    state: row.revokedAt ? 'revoked' : row.expiresAt && row.expiresAt <= at ? 'expired' : 'works',
  }))
}
