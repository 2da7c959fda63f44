import { bulkInsert } from '../../db/bulk'
import type { Database, Tx } from '../../db/client'
import { indexedTogether } from '../../db/search/together'
import { applyCounts, CountDeltas } from '../counts'
import type { Prepared } from './prepare'

export type Batches = Iterable<Prepared> | AsyncIterable<Prepared>

/** Takes batches one after the other, whether they are made in this thread or come from another. */
const reader = async (batches: Batches) => {
  const iterator =
    Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  let coming = await iterator.next()
  return {
    peek: () => (coming.done ? null : coming.value),
    advance: async () => {
      coming = await iterator.next()
    },
    end: () => iterator.return?.(),
  }
}

/** When a transaction is committed, whichever comes first. */
export interface Full {
  claims: number
  /** Milliseconds: on a busy machine so many claims may take longer than a transaction has. */
  ms: number
}

/** Writes batches until there are no more or the transaction is full. @returns the claims written */
const writeSome = async (
  tx: Tx,
  batches: Awaited<ReturnType<typeof reader>>,
  full: Full,
): Promise<number> => {
  const counts = new CountDeltas()
  const until = performance.now() + full.ms
  let claims = 0
  for (
    let batch = batches.peek();
    batch && claims < full.claims && performance.now() < until;
    batch = batches.peek()
  ) {
    const { tables } = batch
    await indexedTogether(tx, async () => {
      for (const table of tables) await bulkInsert(tx, table)
    })
    counts.addAll(batch.counts)
    claims += batch.claims
    await batches.advance()
  }
  await applyCounts(tx, counts.entries())
  return claims
}

/**
 * Writes everything that was prepared, several batches in a transaction: each commit writes the pages of every index
 * that it touched, so a few large ones cost far less than many small ones.
 * @param full when a transaction is committed; whoever edits meanwhile waits for one
 * @param progress is told how many claims are written so far
 */
export const writePrepared = async (
  db: Database,
  batches: Batches,
  full: Full,
  progress?: (claims: number) => void,
): Promise<void> => {
  const some = await reader(batches)
  try {
    for (let done = 0; some.peek(); progress?.(done))
      done += await db.write((tx) => writeSome(tx, some, full))
  } finally {
    await some.end()
  }
}
