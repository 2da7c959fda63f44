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

/** Publishers whose sources are looked for: more are named alike only where what was typed says little. */
const PUBLISHERS = 5

/** Sources of publishers who have the name that is sought, those that most claims rest on first. */
const publishedBy = async (
  db: Database,
  sought: Sought,
  shelves: string[],
  limit: number,
): Promise<string[]> => {
  const range = { shelves, limit: PUBLISHERS }
  const publishers = await textIndex(db).named(db.reader, 'speaker', sought, range)
  if (publishers.length === 0) return []
  const sources = await db.reader.source.findMany({
    where: { publisherId: { in: publishers.map(({ id }) => id) }, shelf: { in: shelves } },
    orderBy: [{ claimCount: 'desc' }, { id: 'asc' }],
    take: limit,
    select: { id: true },
  })
  return sources.map(({ id }) => id)
}

/** The records whose names have what is sought, the best first; then the sources whose publisher has. */
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
  const published =
    kind === 'source' && best.size < limit ? await publishedBy(db, sought, shelves, limit) : []
  const ids = [...new Set([...best.keys(), ...published])].slice(0, limit)
  const candidates = await candidatesOf(db.reader, ids)
  return ids.flatMap((id) => {
    const candidate = candidates.get(id)
    if (!candidate) return []
    const name = best.get(id)
    const also = name && name.role !== 'name' ? { role: name.role, marks: marked(name.name, sought) } : null
    return [{ ...candidate, marks: marked(candidate.name, sought), also }]
  })
}
