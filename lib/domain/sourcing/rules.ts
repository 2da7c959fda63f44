/** The rules (§2.6), first match wins. */
import type { Rule, Status } from './types'

export interface Findings {
  checkable: boolean
  /** Tiers of support and of contradiction. */
  s: number
  c: number
  contradictionProven: boolean
  record: boolean
  self: boolean
  untraced: boolean
  circular: boolean
}

const TABLE: [Rule, Status, (f: Findings) => boolean][] = [
  ['R1', 'not_checkable', (f) => !f.checkable],
  ['R2', 'contested', ({ s, c }) => s >= 1 && c >= 1 && Math.abs(s - c) <= 1],
  ['R3', 'contradicted', ({ s, c, contradictionProven }) => c >= 2 && c > s && contradictionProven],
  ['R4', 'documented', (f) => f.record],
  ['R5', 'corroborated', (f) => f.s === 3],
  ['R6', 'single_source', (f) => f.s === 2],
  ['R7', 'anonymous_only', (f) => f.s === 1],
  ['R8', 'self_sourced', (f) => f.self],
  ['R9', 'untraced', (f) => f.untraced],
  ['R10', 'circular', (f) => f.circular],
]

export const decide = (findings: Findings): { rule: Rule; status: Status } => {
  for (const [rule, status, matches] of TABLE) if (matches(findings)) return { rule, status }
  return { rule: 'R11', status: 'unsourced' }
}
