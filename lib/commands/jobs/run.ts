/** The loop that works on jobs: one at a time, in the server process or in a test. */
import { isAway } from '../../db/away'
import type { Database } from '../../db/client'
import { IMPORT_CHECK, IMPORT_RUN, workOnImport, workOnImportCheck } from '../imports/work'
import { fail, finish, JobLost, release, STALE_MS, takeJob, type Work } from './queue'
import { REDERIVE, workOnRederive } from './rederive'

/** Works on a job until it is done or told to stop; returns it with its last beat. */
type Worker = (db: Database, work: Work, signal?: AbortSignal) => Promise<Work>
const WORKERS: Record<string, Worker> = {
  [REDERIVE]: workOnRederive,
  [IMPORT_CHECK]: workOnImportCheck,
  [IMPORT_RUN]: workOnImport,
}

/** How often an idle worker looks: somebody waits for what it does, and a look costs one read along an index. */
const IDLE_MS = 1_000
/** How long it leaves a database alone that did not answer. */
const AWAY_MS = 10_000

interface Options {
  /** Stops after the batch that runs. */
  signal?: AbortSignal
  /** Returns when there is nothing to do, instead of waiting for more. */
  once?: boolean
  staleMs?: number
  /** Told of what went wrong; the loop goes on. */
  onError?: (error: unknown) => void
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    // The process may end while nothing is to be done.
    timer.unref()
    signal?.addEventListener('abort', end)
  })

/** Works on one job, if there is one. @returns whether there was */
const runOne = async (db: Database, { signal, staleMs = STALE_MS, onError }: Options): Promise<boolean> => {
  const work = await takeJob(db, staleMs)
  if (!work) return false
  const worker = WORKERS[work.kind]
  try {
    if (!worker) throw new Error(`No worker knows the kind of job “${work.kind}”.`)
    const last = await worker(db, work, signal)
    await (signal?.aborted ? release(db, last) : finish(db, last))
  } catch (error) {
    if (error instanceof JobLost) return true
    onError?.(error)
    // A database that is away now is there again later; everything else would fail again.
    if (!isAway(error)) await failLast(db, work, error)
  }
  return true
}

/** The beat has moved on since the job was taken. */
const failLast = async (db: Database, work: Work, error: unknown): Promise<void> => {
  const row = await db.reader.job.findUnique({ where: { id: work.id }, select: { beatAt: true } })
  if (row?.beatAt) await fail(db, { ...work, beatAt: row.beatAt }, error)
}

/**
 * Does something again and again, until told to stop; with `once`, until there is nothing to do.
 * @param step does what is there to do. @returns whether there was anything
 */
export const repeat = async (step: () => Promise<boolean>, options: Options = {}): Promise<void> => {
  const { signal, once, onError } = options
  while (!signal?.aborted) {
    let found = false
    let wait = IDLE_MS
    try {
      found = await step()
    } catch (error) {
      if (once) throw error
      onError?.(error)
      wait = AWAY_MS
    }
    if (found) continue
    if (once) return
    await pause(wait, signal)
  }
}

/** Works on jobs until told to stop; with `once`, until there are none. */
export const runJobs = (db: Database, options: Options = {}): Promise<void> =>
  repeat(() => runOne(db, options), options)

/**
 * Starts the worker of a process: jobs one at a time, and beside them what must not wait for a long one.
 * @param beside each is a step that is repeated by itself
 * @returns a function that stops it and resolves when its last batches have ended
 */
export const startJobs = (
  db: Database,
  onError: (error: unknown) => void,
  beside: readonly (() => Promise<boolean>)[] = [],
): (() => Promise<void>) => {
  const stop = new AbortController()
  const options = { signal: stop.signal, onError }
  const running = Promise.all([runJobs(db, options), ...beside.map((step) => repeat(step, options))])
  return async () => {
    stop.abort()
    await running
  }
}
