/** The long run: upgrades of the database killed on their way. */
import { expect, it } from 'vitest'
import { describeBlank } from '../support/databases'
import { KILLS } from '../support/kills/count'
import { expectUpgradesWhole } from '../support/kills/migrations'

describeBlank('upgrades that are killed', (blank, kind) => {
  it('again and again are whole or undone, and go through at the next start', async () => {
    const counts = await expectUpgradesWhole(await blank(), KILLS)
    console.log(`migrations (${kind}):`, JSON.stringify(counts))
    expect(counts.undone).toBeGreaterThan(0)
  })
})
