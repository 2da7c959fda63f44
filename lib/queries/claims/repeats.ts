/** "Already recorded?": the claims most likely to say what a statement says. A person always decides. */
import type { Database } from '../../db/client'
import { textIndex } from '../../db/search'
import { likenesses } from '../../domain/repeats/likeness'
import { termsOf, wantedOf } from '../../domain/repeats/terms'

/** Where a repeat may be: the teaching ledger and what was closed are never offered. */
export const REPEAT_SHELVES = ['public', 'desk'] as const
export type RepeatShelf = (typeof REPEAT_SHELVES)[number]

/** Claims that are compared letter by letter: those whose words in common tell most. */
const COMPARED = 200

export interface RepeatQuery {
  statement: string
  /** What else is known of it in words: its quote, or its title. */
  title?: string | null
  /** What the asker may see. */
  shelves: readonly RepeatShelf[]
  limit: number
  /** The claim that is being written itself. */
  except?: string
}

export interface LikelyRepeat {
  id: string
  slug: string
  statement: string
  /** Null for a rumour. */
  speaker: string | null
  shownStatus: string
  /** How alike the two are, from 0 to 1; docs/decisions/0040 says what that means. */
  score: number
  reason: {
    kind: 'same_words' | 'shared_words'
    /** In the claim's own spelling, those that tell most first. */
    shared: string[]
  }
}

/** The claims most likely to say the same, best first. Nothing where they have no word in common. */
export const likelyRepeats = async (db: Database, query: RepeatQuery): Promise<LikelyRepeat[]> => {
  const { reader } = db
  const index = textIndex(db)
  const asked = { statement: query.statement, quote: query.title ?? null }
  const terms = termsOf(`${asked.statement}\n${asked.quote ?? ''}`)
  if (terms.length === 0) return []
  const { claims, counts } = await index.commonness(reader, terms)
  const common = { claims, counts: new Map(terms.map(({ stem }, i) => [stem, counts[i] ?? 0])) }
  const shelves = REPEAT_SHELVES.filter((shelf) => query.shelves.includes(shelf))
  const found = await index.heaviest(reader, wantedOf(terms, common), { shelves, limit: COMPARED + 1 })
  const others = found.filter(({ id }) => id !== query.except).slice(0, COMPARED)
  const best = likenesses(asked, others, common)
    .map((likeness, i) => ({ ...likeness, id: others[i]?.id ?? '' }))
    .filter(({ score }) => score > 0)
    // Stable: among equals stays first what the index has first, the claim that was recorded first.
    .sort((a, b) => b.score - a.score)
    .slice(0, query.limit)

  const rows = await reader.claim.findMany({
    where: { id: { in: best.map(({ id }) => id) } },
    select: { id: true, slug: true, statement: true, shownStatus: true, speaker: { select: { name: true } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return best.flatMap(({ id, score, same, shared }) => {
    const row = byId.get(id)
    if (!row) return []
    const { slug, statement, shownStatus, speaker } = row
    const reason = { kind: same ? ('same_words' as const) : ('shared_words' as const), shared: shared() }
    return [{ id, slug, statement, speaker: speaker?.name ?? null, shownStatus, score, reason }]
  })
}
