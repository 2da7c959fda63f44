/** The speed of the rules: small graphs as they come, and one long chain. */
import { deriveSourcing } from '../../lib/domain/sourcing'
import type { SourcingGraph } from '../../lib/domain/sourcing/types'
import { workedCases } from '../../lib/domain/worked-cases'
import { median } from './measure'

export interface Rules {
  casesPerSecond: number
  chainMs: number
}

/** Sources in the long chain (design.md §6). */
const CHAIN = 10_000
const ROUNDS = 9
/** Passes over the cases in a round: about a quarter of a second. */
const PASSES = 1_000

/** Worked cases derived in a second: the median of several rounds, after one that is not counted. */
const casesPerSecond = (): number => {
  const inputs = workedCases.map(({ input }) => input)
  const round = () => {
    const start = performance.now()
    for (let pass = 0; pass < PASSES; pass++) for (const input of inputs) deriveSourcing(input)
    return (PASSES * inputs.length * 1_000) / (performance.now() - start)
  }
  round()
  return median(Array.from({ length: ROUNDS }, round))
}

const chain = (nodes: number): SourcingGraph => ({
  claim: { id: 'claim', speaker: null },
  speakers: {},
  sources: Object.fromEntries(
    Array.from({ length: nodes }, (_, i) => [
      `s${i}`,
      { kind: 'news_report' as const, title: `Report ${i}` },
    ]),
  ),
  links: Array.from({ length: nodes - 1 }, (_, i) => ({
    from: `s${i}`,
    to: `s${i + 1}`,
    mode: 'cites' as const,
  })),
  evidence: [{ id: 'e', relation: 'supports', target: 's0' }],
})

/** Milliseconds for a chain of so many sources: the median of several, after a warm-up. */
const chainMs = (nodes: number): number => {
  const graph = chain(nodes)
  const run = () => {
    const start = performance.now()
    deriveSourcing(graph)
    return performance.now() - start
  }
  for (let i = 0; i < ROUNDS; i++) run()
  return median(Array.from({ length: ROUNDS }, run))
}

/** Measures the rules by themselves, without a database. */
export const measureRules = (): Rules => ({ casesPerSecond: casesPerSecond(), chainMs: chainMs(CHAIN) })
