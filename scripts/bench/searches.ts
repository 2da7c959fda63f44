/** What is searched for: words of the ledger's own statements, as rare and as common as the budgets speak of. */
import type { Database } from '../../lib/db/client'
import { parseClaimQuery } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'

/** Statements whose words are tried. */
const STATEMENTS = 3
/** Shorter ones are mostly not words that anybody searches for. */
const LETTERS = 5
/** From the design: a search for words that match up to so large a part of the claims has a budget. */
const RARE = 0.01

export interface Searches {
  /** Words that match at most one claim in a hundred, of those tried the commonest. */
  rare: string
  /** The commonest word of those tried. */
  common: string
}

const wordsOf = (statement: string) =>
  [...new Set(statement.match(/\p{L}+/gu) ?? [])].filter((w) => w.length >= LETTERS)

const pairs = (words: string[]) => words.flatMap((a, i) => words.slice(i + 1).map((b) => `${a} ${b}`))

/** @throws where no words of the ledger are rare enough */
export const searchesOf = async (db: Database): Promise<Searches> => {
  const rows = await db.reader.claim.findMany({
    where: { shelf: 'public' },
    orderBy: { id: 'asc' },
    take: STATEMENTS,
    select: { statement: true },
  })
  const all = await db.reader.claim.count({ where: { shelf: 'public' } })
  const words = rows.map(({ statement }) => wordsOf(statement))
  const tried = [...new Set([...words.flat(), ...words.flatMap(pairs)])]
  const found: { q: string; n: number }[] = []
  for (const q of tried) {
    const { total } = await listClaims(db, { kind: 'public' }, parseClaimQuery({ q }).query)
    found.push({ q, n: total.n })
  }
  found.sort((a, b) => b.n - a.n)
  const rare = found.find(({ n }) => n > 0 && n <= all * RARE)
  if (!found[0] || !rare) throw new Error('No words of this ledger are rare enough to be searched for.')
  return { rare: rare.q, common: found[0].q }
}
