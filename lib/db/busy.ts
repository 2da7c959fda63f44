/** Waiting for another process that writes to the same SQLite file. */

/** How long a statement waits for another process before it fails. An import holds the file for a second at most. */
export const BUSY_MS = 30_000

/** Between two attempts: short beside a transaction, so that a process which writes without a break is caught in one. */
const PAUSE_MS = 4

/** Whether SQLite said that another connection holds the file, as the driver says it or as Prisma's adapter wraps it. */
export const isBusy = (error: unknown): boolean => {
  const { code, cause } = error as { code?: string; cause?: { originalCode?: string } }
  return `${code ?? cause?.originalCode}`.startsWith('SQLITE_BUSY')
}

/**
 * Tries until the file is free. It pauses between attempts, where SQLite's own timeout would stop the whole process,
 * the readers of a server too.
 * @throws what the last attempt threw, after `patience` ms or at once if it was something else
 */
export const whenFree = async <T>(attempt: () => T | Promise<T>, patience = BUSY_MS): Promise<T> => {
  const deadline = performance.now() + patience
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    // Never the same for two that met.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())))
  }
}
