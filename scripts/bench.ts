/**
 * npm run bench: generates a large ledger in a temporary folder and measures the rules, the generator and the reads in
 * this process. Prints a table and one line of JSON; exit code 1 when a budget is missed (docs/performance.md).
 * --claims N: the size of the ledger, 100,000 where nothing is said.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import { generateLedger } from '../seeds/generate/load'
import { measureReads } from './bench/queries'
import { measureRepeats } from './bench/repeats'
import { measureRetraction } from './bench/retraction'
import { casesPerSecond, chainMs } from './bench/rules'
import { preparedInThread } from './generate-thread'
import { runScript } from './run'

/** From the design: what a reader, an editor or a developer should never have to wait longer for. */
const BUDGET = {
  listMs: 10,
  casesPerSecond: 200_000,
  chainMs: 50,
  claimsPerSecond: 5_000,
  repeatsMs: 50,
  /** For each 10,000 claims that rest on the source. */
  retractionMs: 10_000,
}
const CHAIN = 10_000

const { values } = parseArgs({ options: { claims: { type: 'string', default: '100000' } } })

const generate = async (url: string, claims: number) => {
  await applyMigrations(url)
  const db = openDatabase(url)
  const start = performance.now()
  const cpu = process.cpuUsage()
  await generateLedger(db, { kind: 'system', name: 'bench' }, claims, { prepare: preparedInThread })
  const wall = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  return { db, perSecond: claims / wall, perCpuSecond: (claims * 1_000_000) / (user + system) }
}

const row = (name: string, ...cells: (number | string)[]) =>
  console.log(
    name.padEnd(34) +
      cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell).padStart(14)).join(''),
  )

const whole = (n: number) => Math.round(n).toLocaleString('en')

await runScript(async () => {
  const claims = Number(values.claims)
  // Fewer have too few speakers for a list to be full.
  if (!Number.isSafeInteger(claims) || claims < 1_000)
    throw new Error('--claims takes a whole number from 1000, such as 100000.')
  const folder = mkdtempSync(join(tmpdir(), 'on-record-bench-'))
  try {
    const rules = { casesPerSecond: casesPerSecond(), chainMs: chainMs(CHAIN) }
    const { db, ...generator } = await generate(`file:${join(folder, 'ledger.db')}`, claims)
    const measured = async () => ({
      ...(await measureReads(db)),
      repeats: await measureRepeats(db),
      // Last: it adds links until enough claims rest on one source.
      retraction: await measureRetraction(db, Math.min(claims, 10_000)),
    })
    const { lists, pages, repeats, retraction } = await measured().finally(() => db.close())

    row(`${whole(claims)} claims, SQLite`, 'p50 ms', 'p95 ms')
    for (const [name, { p50, p95 }] of Object.entries(lists)) row(`list: ${name}`, p50, p95)
    for (const [name, { p50, p95 }] of Object.entries(pages)) row(`page: ${name}`, p50, p95)
    for (const [name, { p50, p95 }] of Object.entries(repeats)) row(`already recorded: ${name}`, p50, p95)
    row('worked cases a second', whole(rules.casesPerSecond))
    row(`chain of ${whole(CHAIN)} sources, ms`, rules.chainMs)
    row('claims generated a second', whole(generator.perSecond))
    row('… a second of processor time', whole(generator.perCpuSecond))

    row(`retraction of ${whole(retraction.claims)} claims, s`, retraction.totalMs / 1_000)
    row('… its preview, s', retraction.previewMs / 1_000)

    const missed = [
      ...Object.entries(lists)
        .filter(([, { p50 }]) => p50 >= BUDGET.listMs)
        .map(
          ([name, { p50 }]) => `list ${name}: ${p50.toFixed(1)} ms, and at most ${BUDGET.listMs} are allowed`,
        ),
      ...(rules.casesPerSecond < BUDGET.casesPerSecond
        ? [`worked cases: ${whole(rules.casesPerSecond)} a second of ${whole(BUDGET.casesPerSecond)}`]
        : []),
      ...(rules.chainMs >= BUDGET.chainMs
        ? [`chain: ${rules.chainMs.toFixed(1)} ms, and at most ${BUDGET.chainMs} are allowed`]
        : []),
      ...(generator.perSecond < BUDGET.claimsPerSecond
        ? [`generator: ${whole(generator.perSecond)} claims a second of ${whole(BUDGET.claimsPerSecond)}`]
        : []),
      ...Object.entries(repeats)
        .filter(([, { p50 }]) => p50 >= BUDGET.repeatsMs)
        .map(([name, { p50 }]) => `already recorded, ${name}: ${p50.toFixed(1)} ms of ${BUDGET.repeatsMs}`),
      ...(retraction.totalMs * 10_000 >= BUDGET.retractionMs * Math.max(retraction.claims, 10_000)
        ? [`retraction: ${(retraction.totalMs / 1_000).toFixed(1)} s for ${whole(retraction.claims)} claims`]
        : []),
    ]
    const result = {
      claims,
      node: process.version,
      lists,
      pages,
      repeats,
      retraction,
      rules,
      generator,
      missed,
    }
    console.log(
      JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)),
    )
    for (const line of missed) console.error(`Budget missed: ${line}.`)
    if (missed.length > 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
