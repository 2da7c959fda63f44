import type { Database } from '../../db/client'
import { assembleGraph, wholeSourceLinks } from '../../db/graph/assemble'
import { dependentsIn } from '../../db/graph/dependents'
import { deriveLoaded } from '../../db/graph/derive'
import { loadRows } from '../../db/graph/load'
import { type Move, type MovesView, viewOfMoves } from '../../db/graph/moves'
import type { ClaimRow } from '../../db/graph/rows'
import { can, type Viewer } from '../../domain/actor'
import type { SourceStatus } from '../../domain/vocabulary'

export type { MovesView }

/** Claims loaded at once. */
const SOME = 900

export interface StatusChoice {
  id: string
  status: SourceStatus
  /** Claims that a correction takes back; counts with `corrected` only. */
  removesClaims?: readonly string[]
}

/** The claim as if the choice had been made. */
const supposed = (claim: ClaimRow, sourceId: string, removed: boolean): ClaimRow => ({
  ...claim,
  corrections: [
    ...claim.corrections.filter((correction) => correction.sourceId !== sourceId),
    ...(removed ? [{ sourceId }] : []),
  ],
})

/**
 * Which claims would change status if a source were given another, from what to what. Derived in memory by the rules
 * themselves, over rows in which the source is as it would be; nothing is written.
 * @returns null where there is no such source, or the viewer may not change one
 */
export const previewSourceStatus = async (
  db: Database,
  viewer: Viewer,
  choice: StatusChoice,
): Promise<MovesView | null> => {
  const { reader } = db
  if (!can(viewer, 'edit', { kind: 'source' })) return null
  const source = await reader.source.findUnique({ where: { id: choice.id }, include: { corrections: true } })
  if (!source) return null
  const removes = new Set(choice.status === 'corrected' ? choice.removesClaims : [])
  const ids = [
    ...new Set([
      ...(await dependentsIn(reader, [source.id])),
      ...removes,
      ...source.corrections.map(({ claimId }) => claimId),
    ]),
  ].sort()
  const moves: Move[] = []
  for (let start = 0; start < ids.length; start += SOME) {
    const rows = await loadRows(reader, ids.slice(start, start + SOME))
    const row = rows.sources.get(source.id)
    if (row) rows.sources.set(source.id, { ...row, status: choice.status })
    const bySource = wholeSourceLinks(rows)
    for (const [id, claim] of rows.claims) {
      const then = supposed(claim, source.id, removes.has(id))
      rows.claims.set(id, then)
      const { columns } = deriveLoaded(then, assembleGraph(rows, id, bySource).graph).derived
      if (columns.status !== claim.status)
        moves.push({ claimId: id, before: claim.status, after: columns.status })
    }
  }
  return viewOfMoves(reader, ids.length, moves)
}
