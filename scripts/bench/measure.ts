/** Timing: how long something takes once it is warm. */

export interface Timing {
  /** Milliseconds that half of the runs stayed under. */
  p50: number
  p95: number
}

/** Runs before any is timed: the compiler and the caches have settled by then. */
const WARM_UP = 20
const RUNS = 100

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/** Times `body` one run after the other. */
export const timed = async (body: () => Promise<unknown>): Promise<Timing> => {
  for (let i = 0; i < WARM_UP; i++) await body()
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    await body()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { p50: at(times, 0.5), p95: at(times, 0.95) }
}
