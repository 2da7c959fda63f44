/** The whole fuzz: 20,000 hostile requests and more, half on each database, at the production server. */
import { beforeAll, expect, it } from 'vitest'
import { buildIfChanged } from '../../scripts/build'
import { serve } from '../../scripts/serve'
import { seedDemonstration } from '../../seeds/demonstration'
import { describeDatabases } from '../support/databases'
import { fuzz, told } from '../support/fuzz/run'

const EACH = Number(process.env.FUZZ_EACH ?? 2_600)

beforeAll(() => buildIfChanged(), 600_000)

describeDatabases('hostile requests', (open, kind) => {
  it('end in no error, no stack, and no change without the right', async () => {
    const db = await open()
    await seedDemonstration(db)
    const { site, stop } = await serve(db.url)
    const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000)
    try {
      const result = await fuzz(db, site, { each: EACH, seed })
      const { sent, routes, statuses, wrong, changed } = result
      console.log(
        `Fuzz on ${kind}, seed ${seed}: ${sent} requests at ${routes} addresses,`,
        statuses,
        `${wrong.length} wrong.`,
      )
      expect(told(result)).toBe('')
      expect(changed).toEqual([])
      expect(sent).toBe(4 * EACH)
    } finally {
      stop()
    }
  })
})
