/** A short sample of tests/faults: processes that are killed in the middle of writes and of upgrades. */
import { expect, it } from 'vitest'
import { describeBlank, describeDatabases } from '../support/databases'
import { expectUpgradesWhole } from '../support/kills/migrations'
import { expectWritesKept } from '../support/kills/writes'

describeDatabases('writers that are killed', (open) => {
  it('lose nothing that was confirmed, and leave nothing half done', async () => {
    const { kills, acknowledged, lost } = await expectWritesKept(await open(), 2)
    expect({ kills, lost }).toEqual({ kills: 2, lost: 0 })
    expect(acknowledged).toBeGreaterThan(0)
  })
})

describeBlank('upgrades that are killed', (blank) => {
  it('are whole or undone, and go through at the next start', async () => {
    expect((await expectUpgradesWhole(await blank(), 3)).kills).toBe(3)
  })
})
