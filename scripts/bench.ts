/**
 * npm run bench: measures ledgers of 10,000 and 100,000 invented claims on SQLite and on PostgreSQL, prints a table
 * and one line of JSON, and ends with exit code 1 where a budget is missed.
 * --claims 10000,1000000 and --database sqlite take others.
 * --profile /claims says where the time of a request for that page goes instead, and writes the profile to a file.
 */

import { verdictsOf } from './bench/budgets'
import { THOROUGH } from './bench/measure'
import { readOptions } from './bench/options'
import { profilePage } from './bench/profile/page'
import { measureRules } from './bench/rules'
import { type LedgerRun, measureLedger } from './bench/run'
import { tableOf } from './bench/table'
import { buildIfChanged } from './build'
import { runScript } from './run'

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)

await runScript(async () => {
  const { claims, databases, profile } = readOptions(process.argv.slice(2))
  buildIfChanged()
  if (profile) {
    for (const database of databases)
      for (const size of claims)
        for (const line of await profilePage(database, size, profile)) console.log(line)
    return
  }
  const rules = measureRules()
  const runs: LedgerRun[] = []
  for (const database of databases)
    for (const size of claims) {
      console.error(`${database}, ${size.toLocaleString('en')} claims …`)
      runs.push(await measureLedger(database, size, THOROUGH))
    }
  const verdicts = verdictsOf(rules, runs)
  for (const line of tableOf(rules, runs, verdicts)) console.log(line)
  console.log(JSON.stringify({ node: process.version, rules, runs, verdicts }, rounded))
  if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1
})
