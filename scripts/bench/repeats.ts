/** "Already recorded?": how long an editor waits, for statements of the ledger, for others, and for a long text. */
import type { Database } from '../../lib/db/client'
import { likelyRepeats } from '../../lib/queries/claims/repeats'
import { type Effort, type Timing, timed } from './measure'

/** Statements asked for in turn, so that no page of the index is always the one just read. */
const STATEMENTS = 50
/** Statements in the long text: about as much as a statement and a quote may hold. */
const LONG = 12

/** Times the search for likely repeats in a ledger. @returns the timings by what is asked for */
export const measureRepeats = async (db: Database, effort: Effort): Promise<Record<string, Timing>> => {
  const all = await db.reader.claim.count({ where: { shelf: 'public' } })
  const step = Math.max(1, Math.floor(all / STATEMENTS))
  const statements: string[] = []
  for (let skip = 0; skip < all && statements.length < STATEMENTS; skip += step) {
    const [claim] = await db.reader.claim.findMany({
      where: { shelf: 'public' },
      orderBy: { id: 'asc' },
      select: { statement: true },
      skip,
      take: 1,
    })
    if (claim) statements.push(claim.statement)
  }
  const asking = (text: (i: number) => string) => {
    let i = 0
    return async () => {
      const found = await likelyRepeats(db, { statement: text(i++), shelves: ['public', 'desk'], limit: 5 })
      if (found.length === 0) throw new Error('A statement of the ledger has no likely repeat.')
    }
  }
  const at = (i: number) => statements[i % statements.length] ?? ''
  const halves = (i: number) =>
    `${at(i).split(' ').slice(0, 5).join(' ')} ${at(i + 7)
      .split(' ')
      .slice(5)
      .join(' ')}`
  const long = (i: number) => Array.from({ length: LONG }, (_, k) => at(i + k)).join(' ')
  return {
    'as recorded': await timed(asking(at), effort),
    'half of two': await timed(asking(halves), effort),
    'a long text': await timed(asking(long), effort),
  }
}
