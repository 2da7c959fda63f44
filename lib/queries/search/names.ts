import type { Database } from '../../db/client'
import { type FoundName, type Named, textIndex } from '../../db/search'
import type { Viewer } from '../../domain/actor'
import { marked, type Piece } from '../../domain/search/marks'
import { ranked } from '../../domain/search/rank'
import type { Sought } from '../../domain/search/sought'
import { type Candidate, candidatesOf } from '../resolve'
import { shelvesFor } from './reach'

/** A speaker, source or topic that was found. */
export interface FoundRecord extends Candidate {
  marks: Piece[]
  /** The other name that was found: one it goes by besides, or one it had. */
  also: { role: 'alias' | 'former'; marks: Piece[] } | null
}

/** Names that are compared; they come in the order of how many claims rest on what they name. */
const COMPARED = 200

const titled = (names: readonly FoundName[]) =>
  names.map((found) => ({ ...found, statement: found.name, quote: null }))

/** The records whose names have what is sought, the best first. */
export const findNames = async (
  db: Database,
  viewer: Viewer,
  kind: Named,
  sought: Sought,
  limit: number,
): Promise<FoundRecord[]> => {
  const shelves = shelvesFor(viewer, kind)
  const found = await textIndex(db).named(db.reader, kind, sought, { shelves, limit: COMPARED })
  const best = new Map<string, FoundName>()
  for (const name of ranked(titled(found), sought)) {
    const other = best.get(name.id)
    // The name that it has says more than another that fits better.
    if (!other || (other.role !== 'name' && name.role === 'name')) best.set(name.id, name)
  }
  const names = [...best.values()].slice(0, limit)
  const candidates = await candidatesOf(
    db.reader,
    names.map(({ id }) => id),
  )
  return names.flatMap(({ id, role, name }) => {
    const candidate = candidates.get(id)
    if (!candidate) return []
    const also = role === 'name' ? null : { role, marks: marked(name, sought) }
    return [{ ...candidate, marks: marked(candidate.name, sought), also }]
  })
}
