/** A large load goes without indexes; whatever happens to it, they are there again after the next start. */
import { expect, it } from 'vitest'
import { deferIndexes, restoreIndexes } from '../../lib/db/deferred-indexes'
import { applyMigrations, driftSql, isNothing } from '../../lib/db/migrate'
import { targetOf } from '../../lib/db/url'
import { generateLedger } from '../../seeds/generate/load'
import { describeDatabases } from '../support/databases'

const system = { kind: 'system', name: 'generator' } as const

describeDatabases('indexes out of the way of a load', (open) => {
  it('are written down as they are dropped, and made again at the next start', async () => {
    const { url, reader } = await open()
    const drift = () => driftSql(targetOf(url))
    await deferIndexes(url, ['Claim', 'ClaimFacet'])
    expect(await reader.deferredIndex.count()).toBeGreaterThan(10)
    expect(await drift()).toContain('CREATE INDEX')
    // A second load that finds them gone takes nothing away.
    await deferIndexes(url, ['Claim', 'ClaimFacet'])
    expect(await applyMigrations(url)).toEqual([])
    expect(await drift()).toSatisfy(isNothing)
    expect(await reader.deferredIndex.count()).toBe(0)
  })

  it('are made once when several processes start together', async () => {
    const { url } = await open()
    await deferIndexes(url, ['Claim', 'Event'])
    await Promise.all([1, 2, 3].map(() => restoreIndexes(targetOf(url))))
    expect(await driftSql(targetOf(url))).toSatisfy(isNothing)
  })

  it('are there after a load that failed', async () => {
    const db = await open()
    const failing = generateLedger(db, null as never, 20_000)
    await expect(failing).rejects.toThrow('kind')
    expect(await driftSql(targetOf(db.url))).toSatisfy(isNothing)
  })

  it('are there after a large load, which is whole', async () => {
    const db = await open()
    await generateLedger(db, system, 5_000)
    expect(await db.reader.claim.count()).toBe(5_000)
    expect(await driftSql(targetOf(db.url))).toSatisfy(isNothing)
  })
})
