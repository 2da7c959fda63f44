/** Claims of which only the text matters, written straight into the database: many, or with text no command takes. */
import { claimColumns, UNDERIVED } from '../../lib/commands/claims/record'
import { bulkInsert, packed } from '../../lib/db/bulk'
import type { Database } from '../../lib/db/client'
import { indexedTogether } from '../../lib/db/search/together'
import { claimInput } from '../../lib/domain/input/claim'

export interface ClaimText {
  id: string
  statement: string
  quote?: string | null
  shelf?: string
}

const columns = claimColumns(claimInput.parse({ statement: 'A statement' }), null)

export const textRows = (texts: readonly ClaimText[]) => {
  const at = new Date('2026-01-01T00:00:00Z')
  return packed(
    'Claim',
    texts.map(({ id, statement, quote = null, shelf = 'public' }) => ({
      ...columns,
      ...UNDERIVED,
      id,
      slug: id,
      statement,
      quote,
      shelf,
      state: 'published',
      version: 1,
      recordedAt: at,
      updatedAt: at,
    })),
  )
}

export const addTexts = (db: Database, texts: readonly ClaimText[]): Promise<void> =>
  db.write((tx) => indexedTogether(tx, () => bulkInsert(tx, textRows(texts))))
