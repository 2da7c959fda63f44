/** Twenty editors and somebody who retracts and restores a source, all at once, two thousand changes long. */
import { it } from 'vitest'
import { expectNothingLost } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'

describeDatabases('twenty editors at once', (open) => {
  it('lose none of 2,000 changes, and leave every status right', async () => {
    await expectNothingLost(await open(), { editors: 20, changes: 100, claims: 40 })
  })
})
