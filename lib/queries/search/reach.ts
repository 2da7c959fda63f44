/** What a search may find for a viewer: what is public, and at the desk what stands there in their own right. */
import { Prisma } from '../../db/generated/sqlite/client'
import type { Named } from '../../db/search'
import { can, type Viewer } from '../../domain/actor'

/** The condition on "Claim" c. People who may not read every draft find their own. */
export const claimsFor = (viewer: Viewer): Prisma.Sql => {
  if (can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: null }))
    return Prisma.sql`c."shelf" IN ('public', 'desk')`
  return viewer.kind === 'user'
    ? Prisma.sql`(c."shelf" = 'public' OR (c."shelf" = 'desk' AND c."ownerId" = ${viewer.id}))`
    : Prisma.sql`c."shelf" = 'public'`
}

/** The shelves of speakers, sources and topics. */
export const shelvesFor = (viewer: Viewer, kind: Named): string[] =>
  can(viewer, 'read', { kind, state: 'draft' }) ? ['public', 'desk'] : ['public']
