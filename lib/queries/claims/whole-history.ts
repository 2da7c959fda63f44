import type { Database } from '../../db/client'
import { assembleGraph } from '../../db/graph/assemble'
import { loadRows } from '../../db/graph/load'
import { can, type Viewer } from '../../domain/actor'
import { movedTo } from '../find'
import type { Found, HistoryEntry } from '../views'
import { historyOfClaim } from './history'
import { unnamedHere } from './masks'

export interface ClaimHistory {
  id: string
  slug: string
  shelf: string
  statement: string
  version: number
  /** Whether the viewer may put an earlier version back. */
  mayRestore: boolean
  entries: HistoryEntry[]
  /** The version from which the rest goes on; null at the end. */
  before: number | null
}

const PER = 50

/**
 * All that happened to a claim, a page at a time.
 * @param before only what came before this version
 */
export const getClaimHistory = async (
  db: Database,
  viewer: Viewer,
  slug: string,
  before?: number,
): Promise<Found<ClaimHistory>> => {
  const { reader } = db
  const claim = await reader.claim.findUnique({
    where: { slug },
    select: {
      id: true,
      statement: true,
      version: true,
      shelf: true,
      state: true,
      stateNote: true,
      ownerId: true,
      publishedAt: true,
    },
  })
  if (!claim) {
    const now = await movedTo(reader, 'claim', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  const { id, statement, version, shelf, state, ownerId, publishedAt } = claim
  const desk = can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId })
  if (shelf === 'closed' && !desk)
    return publishedAt ? { kind: 'gone', reason: claim.stateNote } : { kind: 'missing' }
  if (shelf === 'desk' && !desk) return { kind: 'missing' }
  const { graph } = assembleGraph(await loadRows(reader, [id]), id)
  const of = { id, shelf, publishedAt, hidden: unnamedHere(graph), desk }
  const entries = await historyOfClaim(reader, of, { take: PER, before })
  const versions = entries.flatMap((entry) => entry.version ?? [])
  return {
    kind: 'found',
    page: {
      id,
      slug,
      shelf,
      statement,
      version,
      mayRestore: shelf !== 'closed' && can(viewer, 'edit', { kind: 'claim', state, ownerId }),
      entries,
      before: versions.length === PER ? Math.min(...versions) : null,
    },
  }
}
