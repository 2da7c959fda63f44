/** The measurements as a table for people. */
import type { Verdict } from './budgets'
import type { Rules } from './rules'
import type { LedgerRun } from './run'

type Cell = string | number

const cellOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell : cell >= 1_000 ? Math.round(cell).toLocaleString('en') : cell.toFixed(2)

const row = (name: string, ...cells: Cell[]): string =>
  name.padEnd(46) + cells.map((cell) => cellOf(cell).padStart(12)).join('')

const megabytes = (bytes: number) => bytes / 1_000_000

const ledgerLines = (run: LedgerRun): string[] => {
  const { site, generator, writes, imported, retraction } = run
  const queries = [...Object.entries(run.lists), ...Object.entries(run.reads)]
  return [
    '',
    row(`${run.database}, ${run.claims.toLocaleString('en')} claims`, 'p50 ms', 'p95 ms', 'kB'),
    ...Object.entries(site.pages).map(([name, { p50, p95, bytes }]) => row(name, p50, p95, bytes / 1_000)),
    ...queries.map(([name, { p50, p95 }]) => row(`query: ${name}`, p50, p95)),
    ...Object.entries(run.repeats).map(([name, { p50, p95 }]) => row(`already recorded: ${name}`, p50, p95)),
    row('write, of 20 at once', writes.p50, writes.p95),
    '',
    row('eight readers at once', 'a second', 'cpu ms'),
    ...Object.entries(site.rates).map(([name, { perSecond, cpuMs }]) => row(name, perSecond, cpuMs)),
    '',
    row('writes a second, of 20 at once', writes.perSecond),
    row(`import of ${imported.records.toLocaleString('en')} records, s`, imported.ms / 1_000),
    row(`retraction of ${retraction.claims.toLocaleString('en')} claims, s`, retraction.totalMs / 1_000),
    row('… its preview, s', retraction.previewMs / 1_000),
    row('claims generated a second', generator.claimsPerSecond),
    row('… a second of processor time', generator.claimsPerCpuSecond),
    row('database, MB', megabytes(generator.bytes)),
    row('start to the first page, ms', site.startMs),
    row('memory of the server, MB: started, most', megabytes(site.memory.idle), megabytes(site.memory.most)),
    row('JavaScript, kB: claims, empty page', site.javascript.claims / 1_000, site.javascript.empty / 1_000),
  ]
}

/** @returns the lines of the table */
export const tableOf = (rules: Rules, runs: readonly LedgerRun[], verdicts: readonly Verdict[]): string[] => [
  row('worked cases derived a second', rules.casesPerSecond),
  row('chain of 10,000 sources, ms', rules.chainMs),
  ...runs.flatMap(ledgerLines),
  '',
  'Budgets',
  ...verdicts.map(
    ({ name, measured, budget, unit, holds }) =>
      `${holds ? 'holds ' : 'MISSED'}  ${name}: ${cellOf(measured)} ${unit}, at ${budget.at} ${cellOf(budget.value)}`,
  ),
]
