/** What was thrown and nobody expected: logged once, with its stack and the request that met it. */
import { getLog } from './logger'
import { type SafeError, safeError } from './safe-text'

/** The last ones, for the page of the system. */
const KEPT = 50

export interface RecentError extends SafeError {
  at: string
  /** What was being done. */
  what: string
  route: string | null
  id: string | null
}

interface Kept {
  seen: WeakSet<object>
  recent: RecentError[]
  count: number
}

const all = globalThis as unknown as { onRecordErrors?: Kept }
const kept = (all.onRecordErrors ??= { seen: new WeakSet(), recent: [], count: 0 })

export const recentErrors = (): readonly RecentError[] => kept.recent

/** How many there were since the process began. */
export const errorCount = (): number => kept.count

/** Logs an error unless it has been. @param about the request that met it, where there is one */
export const logError = (
  thrown: unknown,
  about: { id?: string | undefined; route?: string; digest?: string | undefined } = {},
  message = 'failed',
): void => {
  if (typeof thrown === 'object' && thrown !== null) {
    if (kept.seen.has(thrown)) return
    kept.seen.add(thrown)
  }
  const err = safeError(thrown)
  getLog().error({ ...about, err }, message)
  kept.count += 1
  kept.recent.unshift({
    at: new Date().toISOString(),
    what: message,
    route: about.route ?? null,
    id: about.id ?? null,
    ...err,
  })
  kept.recent.length = Math.min(kept.recent.length, KEPT)
}

/** The framework logs an error before it tells of the request that met it; so long one waits for the second. */
const WAIT_MS = 1_000

/** From now on what is written to console.error becomes lines of the log: the framework writes there, with every value. */
export const takeOverConsole = (): void => {
  const waiting = new Map<unknown, string>()
  const say = (thrown: unknown) => {
    logError(thrown, {}, waiting.get(thrown) || 'failed')
    waiting.delete(thrown)
  }
  process.on('exit', () => {
    for (const thrown of waiting.keys()) say(thrown)
  })
  console.error = (...parts: unknown[]) => {
    const thrown = parts.find((part) => part instanceof Error)
    const text = parts
      .filter((part) => typeof part === 'string')
      .join(' ')
      .trim()
    if (!thrown) return logError(text)
    waiting.set(thrown, text)
    setTimeout(() => say(thrown), WAIT_MS).unref()
  }
}
