/** A small deterministic generator (mulberry32): the same seed gives the same ledger on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number in [0, n). */
  below(n: number): number
  chance(p: number): boolean
  pick<T>(items: readonly T[]): T
  /** A rank in [0, n) with probability about proportional to 1 / (rank + 1): Zipf's law with exponent 1. */
  zipf(n: number): number
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    chance: (p) => next() < p,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    // The inverse of the continuous cumulative distribution ln(x) / ln(n + 1).
    zipf: (n) => Math.min(n - 1, Math.floor(Math.exp(next() * Math.log(n + 1))) - 1),
  }
}
