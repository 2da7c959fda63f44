/** Timing: how long something takes once it is warm. */

/** Of the size of the file that the budget speaks of (design.md §6). */
export const RECORDS = 12_836

export interface Timing {
  /** Milliseconds that half of the runs stayed under. */
  p50: number
  p95: number
}

/** How much is measured: all, or just enough to see that it can be. */
export interface Effort {
  /** Runs before any is timed: the compiler and the caches have settled by then. */
  warmUp: number
  runs: number
  /** Rounds of load on each of the addresses that are compared, in turn. */
  rounds: number
  /** Milliseconds of a round. */
  roundMs: number
  /** Claims that the writers record, all together. */
  writes: number
  /** Records of the file that is imported. */
  imported: number
  /** Claims that are to rest on the source that is retracted. */
  retracted: number
}

export const THOROUGH: Effort = {
  warmUp: 20,
  runs: 100,
  rounds: 7,
  roundMs: 1_000,
  writes: 1_000,
  imported: RECORDS,
  retracted: 10_000,
}
export const BRIEF: Effort = {
  warmUp: 1,
  runs: 3,
  rounds: 1,
  roundMs: 50,
  writes: 20,
  imported: 100,
  retracted: 50,
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  )

export const timingOf = (times: readonly number[]): Timing => {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

/** @returns what `body` gave, and the milliseconds it took */
export const stopped = async <T>(body: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now()
  const value = await body()
  return [value, performance.now() - start]
}

/** Times `body` one run after the other. */
export const timed = async (body: () => Promise<unknown>, { warmUp, runs } = THOROUGH): Promise<Timing> => {
  for (let i = 0; i < warmUp; i++) await body()
  const times: number[] = []
  for (let i = 0; i < runs; i++) times.push((await stopped(body))[1])
  return timingOf(times)
}
