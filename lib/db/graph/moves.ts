/** Moves of statuses that are not stored yet, put so that an editor can judge them before anything is done. */
import type { Reader } from '../client'

export interface Move {
  claimId: string
  before: string | null
  after: string
}

export interface MovesView {
  /** Claims that were derived. */
  claims: number
  /** Of those, the ones whose status would move. */
  moved: number
  /** How many from what to what, most first. */
  counts: { before: string; after: string; n: number }[]
  rows: {
    slug: string
    statement: string
    speaker: string | null
    shelf: string
    before: string
    after: string
  }[]
}

/** Claims that are listed; of the others the counts tell enough. */
export const MOVES_SHOWN = 200

export const viewOfMoves = async (
  reader: Reader,
  claims: number,
  moves: readonly Move[],
): Promise<MovesView> => {
  const counts = new Map<string, { before: string; after: string; n: number }>()
  for (const { before, after } of moves) {
    const key = `${before} ${after}`
    const count = counts.get(key) ?? { before: before ?? '', after, n: 0 }
    count.n += 1
    counts.set(key, count)
  }
  const shown = [...moves].sort((a, b) => (a.claimId < b.claimId ? -1 : 1)).slice(0, MOVES_SHOWN)
  const found = await reader.claim.findMany({
    where: { id: { in: shown.map(({ claimId }) => claimId) } },
    select: { id: true, slug: true, statement: true, shelf: true, speaker: { select: { name: true } } },
  })
  const byId = new Map(found.map((row) => [row.id, row]))
  return {
    claims,
    moved: moves.length,
    counts: [...counts.values()].sort((a, b) => b.n - a.n || (a.before < b.before ? -1 : 1)),
    rows: shown.flatMap(({ claimId, before, after }) => {
      const row = byId.get(claimId)
      if (!row) return []
      const { slug, statement, shelf, speaker } = row
      return { slug, statement, shelf, speaker: speaker?.name ?? null, before: before ?? '', after }
    }),
  }
}
