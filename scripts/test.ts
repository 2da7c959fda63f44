/**
 * npm test: everything, with nothing set up by hand. Generates the clients, checks types and style, then runs every
 * test: units, both databases, the site over HTTP, and journeys in a browser where there is one.
 * --faults runs the long tests of kills, loads and hostile input instead, and looks at every page in every way. Ends with one line that counts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateClients, ROOT } from '../lib/db/schema'

const bin = (name: string) =>
  join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** An odd time zone, and not a whole hour from UTC: code that reads the machine's own clock shows itself. */
const env = { ...process.env, TZ: 'Asia/Kathmandu', NEXT_TELEMETRY_DISABLED: '1' }

const run = (name: string, args: string[]): boolean =>
  spawnSync(bin(name), args, { cwd: ROOT, stdio: 'inherit', env, shell: process.platform === 'win32' })
    .status === 0

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
}

/** Runs the tests. @returns their counts; null where the runner itself did not come to an end */
const tests = (args: string[]): Report | null => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-test-'))
  const file = join(folder, 'report.json')
  const passed = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ])
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  rmSync(folder, { recursive: true, force: true })
  if (report && !passed && report.numFailedTests === 0) return { ...report, numFailedTests: 1 }
  return report
}

const faults = process.argv.includes('--faults')
await generateClients()
// The types of the site's addresses are made from its pages, which a fresh checkout has not looked at yet.
const types = () => run('next', ['typegen']) && run('tsc', ['--noEmit'])
const checked = faults || (types() && run('biome', ['check', '.']))
const projects = faults ? ['faults', 'everyone'] : ['unit', 'db', 'http']
const report = checked ? tests(projects.flatMap((project) => ['--project', project])) : null
if (!checked) console.error('Types or style do not hold; what is printed above says where.')
const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
} = report ?? {
  numPassedTests: 0,
  numFailedTests: 1,
  numPendingTests: 0,
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
