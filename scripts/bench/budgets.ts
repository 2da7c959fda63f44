/** What must hold, from the design: what nobody should have to wait longer for, and what each page may cost. */

import { COMMON_SEARCH, RARE_SEARCH } from './addresses'
import { RECORDS } from './measure'
import type { Rules } from './rules'
import type { LedgerRun } from './run'

export interface Verdict {
  name: string
  measured: number
  /** At most or at least so much. */
  budget: { at: 'most' | 'least'; value: number }
  unit: string
  holds: boolean
}

const verdict = (
  name: string,
  measured: number,
  at: 'most' | 'least',
  value: number,
  unit: string,
): Verdict => ({
  name,
  measured,
  budget: { at, value },
  unit,
  // What could not be measured does not hold.
  holds: at === 'most' ? measured <= value : measured >= value,
})

/** The rules by themselves. */
const ofRules = ({ casesPerSecond, chainMs }: Rules): Verdict[] => [
  verdict('worked cases derived', casesPerSecond, 'least', 200_000, 'a second'),
  verdict('chain of 10,000 sources', chainMs, 'most', 50, 'ms'),
]

/** Claims from which on the generator is judged by its speed. */
const LARGE = 100_000

const ofLedger = (run: LedgerRun): Verdict[] => {
  const { site, lists, repeats, imported, retraction, generator } = run
  const on = (name: string) => `${run.database}, ${run.claims.toLocaleString('en')}: ${name}`
  const ms = (name: string, value: number | undefined, most: number) =>
    verdict(on(name), value ?? Number.NaN, 'most', most, 'ms')
  const share = (name: string, part: number | undefined, whole: number | undefined, least: number) =>
    verdict(on(name), (part ?? Number.NaN) / (whole ?? Number.NaN), 'least', least, 'of it')
  const { pages, rates } = site
  return [
    ...Object.entries(lists).map(([name, { p50 }]) => ms(`query, ${name}`, p50, 10)),
    ...Object.entries(repeats).map(([name, { p50 }]) => ms(`already recorded, ${name}`, p50, 50)),
    verdict(
      on('claims page against constant rows'),
      (pages.claims?.p50 ?? Number.NaN) / (pages['claims, constant rows']?.p50 ?? Number.NaN),
      'most',
      2,
      'times',
    ),
    share(
      'claims pages a second, of empty pages',
      rates.claims?.perSecond,
      rates['empty page']?.perSecond,
      0.3,
    ),
    share(
      'claims as JSON a second, of empty answers',
      rates['claims as JSON']?.perSecond,
      rates['empty answer']?.perSecond,
      0.4,
    ),
    verdict(
      on('JavaScript beyond an empty page'),
      (site.javascript.claims - site.javascript.empty) / 1_000,
      'most',
      40,
      'kB',
    ),
    verdict(
      on('retraction, for each 10,000 claims'),
      (retraction.totalMs * 10) / Math.max(retraction.claims, 10_000),
      'most',
      10,
      's',
    ),
    verdict(
      on('import, for 12,836 records'),
      (imported.ms * RECORDS) / imported.records / 1_000,
      'most',
      20,
      's',
    ),
    // PostgreSQL takes rows over a connection; the embedded database is what a demonstration is made on. A small ledger
    // is mostly the start of the generator.
    ...(run.database === 'sqlite' && run.claims >= LARGE
      ? [verdict(on('claims generated'), generator.claimsPerSecond, 'least', 5_000, 'a second')]
      : []),
  ]
}

/** Constant rows are the same everywhere; a common word is ranked within a bounded set, which has no figure. */
const UNBOUND = new Set<string>(['claims, constant rows', COMMON_SEARCH])

/** How much longer a page of the larger ledger takes than of the smallest, on one database. */
const ofGrowth = (runs: readonly LedgerRun[]): Verdict[] => {
  const [small, ...larger] = [...runs].sort((a, b) => a.claims - b.claims)
  return larger.flatMap((large) =>
    Object.entries(large.site.pages)
      .filter(([name]) => name.startsWith('claims,') && !UNBOUND.has(name))
      .map(([name, { p50 }]) =>
        verdict(
          `${large.database}: ${name}, at ${large.claims.toLocaleString('en')} against ${small?.claims.toLocaleString('en')}`,
          p50 / (small?.site.pages[name]?.p50 ?? Number.NaN),
          'most',
          name === RARE_SEARCH ? 3 : 1.5,
          'times',
        ),
      ),
  )
}

/** Whether each budget holds (design, §6). */
export const verdictsOf = (rules: Rules, runs: readonly LedgerRun[]): Verdict[] => [
  ...ofRules(rules),
  ...runs.flatMap(ofLedger),
  ...[...new Set(runs.map(({ database }) => database))].flatMap((kind) =>
    ofGrowth(runs.filter(({ database }) => database === kind)),
  ),
]
