import type { Database } from '../../db/client'
import { assembleAround } from '../../db/graph/assemble'
import { loadAround } from '../../db/graph/load'
import { can, type Viewer } from '../../domain/actor'
import type { Neighbourhood } from '../../domain/claim-form/graph'

/** Nodes that one form refers to at most, by the limits of its record. */
const MOST = 3_000

/**
 * What is recorded around some speakers and sources, for deriving a claim that refers to them.
 * @returns null where the viewer writes no claims: a graph names what single pages mask
 */
export const getAround = async (
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Neighbourhood | null> =>
  can(viewer, 'record', { kind: 'claim', state: 'draft' })
    ? (assembleAround(await loadAround(db.reader, ids.slice(0, MOST))) as Neighbourhood)
    : null
