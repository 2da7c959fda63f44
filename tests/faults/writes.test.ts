/** The long run: writers killed in the middle of their writes. */
import { it } from 'vitest'
import { describeDatabases } from '../support/databases'
import { KILLS } from '../support/kills/count'
import { expectWritesKept } from '../support/kills/writes'

describeDatabases('writers that are killed', (open, kind) => {
  it('again and again lose nothing that was confirmed, and leave nothing half done', async () => {
    console.log(`writes (${kind}):`, JSON.stringify(await expectWritesKept(await open(), KILLS)))
  })
})
