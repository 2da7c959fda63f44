/** A sample of the fuzz that `npm run test:faults` runs at length with other requests each time; these are the same. */
import { expect, inject, it } from 'vitest'
import { onSite } from '../support/accounts'
import { fuzz, told } from '../support/fuzz/run'

it('hostile requests at every address end in no error, no stack and no change without the right', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 1)
  const result = await onSite((db) => fuzz(db, inject('site'), { each: 120, seed }))
  expect(told(result)).toBe('')
  expect(result.changed, `seed ${seed}`).toEqual([])
  expect(result.sent).toBe(480)
  expect(result.routes).toBeGreaterThan(80)
}, 300_000)
