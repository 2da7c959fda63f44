/** `npm run bench` on the smallest ledger, once: it is never run for its figures here, only so that it can be run. */
import { expect, it } from 'vitest'
import { verdictsOf } from '../../scripts/bench/budgets'
import { BRIEF } from '../../scripts/bench/measure'
import { measureLedger } from '../../scripts/bench/run'
import { tableOf } from '../../scripts/bench/table'

it('measures all that it has a budget for', async () => {
  const run = await measureLedger('sqlite', 1_000, BRIEF)
  const rules = { casesPerSecond: 1, chainMs: 1 }
  const verdicts = verdictsOf(rules, [run])
  expect(verdicts.filter(({ measured }) => !(measured > 0)).map(({ name }) => name)).toEqual([])
  expect(run.site.javascript.claims).toBeGreaterThan(run.site.javascript.empty)
  expect(tableOf(rules, [run], verdicts).join('\n')).toContain('1,000 claims')
}, 300_000)
