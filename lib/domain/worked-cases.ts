/** The worked cases of the sourcing rules: what went in, and what must come out. Shown on the method page. */
import type { SourcingGraph } from './sourcing/types'
import cases from './worked-cases.json' with { type: 'json' }

export interface WorkedCase {
  n: number
  title: string
  words: string
  input: SourcingGraph
  expected: {
    status: string
    rule: string
    origins: { supports: number; contradicts: number } | null
    tiers: { supports: number; contradicts: number }
    flags: string[]
    cycles: string[][]
    explanation: string
  }
}

export const workedCases = cases as unknown as readonly WorkedCase[]
