/**
 * Reads that are kept as long as nothing is written: what costs most, and what a spike of readers asks for again and
 * again (docs/decisions/0082). Only what everybody may see is kept; who is signed in reads anew each time.
 */
import type { Database } from '../db/client'
import { stateOf } from '../db/state'
import type { Viewer } from '../domain/actor'

/** The readers of whom nothing is known: what they may see may be kept for all of them. */
const EVERYBODY: Viewer = { kind: 'public' }

/** Pages of some 30 kB: at most 15 MB. The oldest goes first. */
const MOST = 500

interface Kept {
  state: string
  /** Promises, so that those who ask at once are answered by one read. */
  reads: Map<string, Promise<unknown>>
}

/** On the global object: the server bundles this file more than once, and all copies share one memory. */
const all = globalThis as unknown as { onRecordKept?: WeakMap<Database, Kept> }

/** What is kept of the state that the database is in now; what was kept of another is let go. */
const keptNow = async (db: Database): Promise<Kept> => {
  const state = await stateOf(db)
  const databases = (all.onRecordKept ??= new WeakMap<Database, Kept>())
  const before = databases.get(db)
  if (before?.state === state) return before
  const kept = { state, reads: new Map() }
  databases.set(db, kept)
  return kept
}

const keep = ({ reads }: Kept, key: string, read: Promise<unknown>): void => {
  if (reads.size >= MOST) for (const oldest of [...reads.keys()].slice(0, 1)) reads.delete(oldest)
  reads.set(key, read)
  // What failed may go well the next time.
  read.catch(() => reads.delete(key))
}

/**
 * Makes a query that keeps what readers were answered.
 * @param name of the query, once in the project
 * @param read what is answered anew; its other arguments must be all that the answer depends on besides the database
 * @returns the query; `fresh` is the one that keeps nothing
 */
export const kept = <A extends readonly string[], T>(
  name: string,
  read: (db: Database, viewer: Viewer, ...args: A) => Promise<T>,
) => {
  const run = async (db: Database, viewer: Viewer, ...args: A): Promise<T> => {
    if (viewer.kind !== 'public') return read(db, viewer, ...args)
    const now = await keptNow(db)
    const key = JSON.stringify([name, ...args])
    const found = now.reads.get(key) as Promise<T> | undefined
    if (found) return found
    const made = read(db, EVERYBODY, ...args)
    keep(now, key, made)
    return made
  }
  return Object.assign(run, { fresh: read })
}
