import { expect, it } from 'vitest'
import { verdictsOf } from './budgets'
import type { LedgerRun } from './run'

const timing = (p50: number) => ({ p50, p95: p50, bytes: 1 })
const rate = (perSecond: number) => ({ perSecond, cpuMs: 1 })

/** A run that keeps every budget. */
const run = (claims: number, filteredMs: number): LedgerRun => ({
  database: 'sqlite',
  claims,
  generator: { claimsPerSecond: 5_000, claimsPerCpuSecond: 3_000, bytes: 1 },
  lists: { newest: timing(10) },
  reads: { claim: timing(30) },
  repeats: { 'as recorded': timing(50) },
  site: {
    startMs: 1,
    memory: { idle: 1, most: 1 },
    pages: {
      claims: timing(20),
      'claims, constant rows': timing(10),
      'claims, by a speaker': timing(filteredMs),
    },
    rates: {
      claims: rate(30),
      'empty page': rate(100),
      'claims as JSON': rate(40),
      'empty answer': rate(100),
    },
    javascript: { claims: 176_000, empty: 136_000 },
  },
  writes: { perSecond: 1, p50: 1, p95: 1 },
  imported: { records: 12_836, ms: 20_000 },
  retraction: { claims: 20_000, moved: 1, previewMs: 1, commandMs: 1, totalMs: 20_000 },
})
const rules = { casesPerSecond: 200_000, chainMs: 50 }

const missed = (...args: Parameters<typeof verdictsOf>) =>
  verdictsOf(...args).flatMap(({ holds, name }) => (holds ? [] : [name]))

it('holds at every bound', () => {
  expect(missed(rules, [run(10_000, 20), run(1_000_000, 30)])).toEqual([])
})

it('compares a filtered page with the smallest ledger of the same database', () => {
  expect(missed(rules, [run(1_000_000, 31), run(10_000, 20)])).toEqual([
    'sqlite: claims, by a speaker, at 1,000,000 against 10,000',
  ])
})

it.each<[string, (run: LedgerRun) => void]>([
  ['query, newest', ({ lists }) => void (lists.newest = timing(10.1))],
  ['already recorded, as recorded', ({ repeats }) => void (repeats['as recorded'] = timing(51))],
  ['claims pages a second, of empty pages', ({ site }) => void delete site.rates.claims],
  ['claims page against constant rows', ({ site }) => void (site.pages.claims = timing(21))],
  ['claims pages a second, of empty pages', ({ site }) => void (site.rates.claims = rate(29))],
  ['claims as JSON a second, of empty answers', ({ site }) => void (site.rates['claims as JSON'] = rate(39))],
  ['claims as JSON a second, of empty answers', ({ site }) => void delete site.rates['claims as JSON']],
  ['import, for 12,836 records', ({ imported }) => void (imported.ms = 20_001)],
  ['JavaScript beyond an empty page', ({ site }) => void (site.javascript.claims = 176_001)],
  ['retraction, for each 10,000 claims', ({ retraction }) => void (retraction.totalMs = 20_001)],
  ['claims generated', ({ generator }) => void (generator.claimsPerSecond = 4_999)],
])('says where %s is missed', (name, spoil) => {
  const spoiled = run(100_000, 20)
  spoil(spoiled)
  expect(missed(rules, [spoiled])).toEqual([`sqlite, 100,000: ${name}`])
})

it('asks no speed of a generator that has hardly begun', () => {
  const small = run(10_000, 20)
  small.generator.claimsPerSecond = 1
  expect(missed(rules, [small])).toEqual([])
})

it('measures the rules by themselves', () => {
  expect(missed({ casesPerSecond: 199_999, chainMs: 51 }, [])).toHaveLength(2)
})
