import { BulkPreparer, type Prepared } from '../../lib/commands/bulk/prepare'
import type { Actor } from '../../lib/domain/actor'
import { type GeneratedClaim, makeClaim } from './claims'
import { makeNodes } from './nodes'
import { randomFrom } from './random'
import { SUBJECTS } from './words'

/** Claims that later ones may repeat or answer; bounds memory whatever the size of the ledger. */
const REMEMBERED = 10_000

/** Claims, sources or links in one batch: small, so that whoever writes the batches waits little for the first one. */
const BATCH = 1_000

export interface LedgerSize {
  claims: number
  /** The same number of claims and seed give the same ledger. */
  seed: number
}

function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH)
}

/**
 * A ledger of invented claims, ready to be written: speakers by Zipf's law, shared sources, chains, repeats, some
 * rings and retractions.
 * @returns batches to be written one after the other
 */
export function* preparedLedger(actor: Actor, { claims, seed }: LedgerSize): Generator<Prepared> {
  const random = randomFrom(seed)
  const preparer = new BulkPreparer(actor)
  const nodes = makeNodes(random, claims)
  yield preparer.nodes({
    topics: SUBJECTS.map((name, i) => ({ id: `gen-topic-${i}`, name })),
    speakers: [...nodes.outlets, ...nodes.offices, ...nodes.people, ...nodes.unnamed],
  })
  for (const sources of inBatches(nodes.sources)) yield preparer.nodes({ sources })
  for (const links of inBatches(nodes.links)) yield preparer.nodes({ links })
  const earlier: GeneratedClaim[] = []
  for (let start = 0; start < claims; start += BATCH) {
    const batch: GeneratedClaim[] = []
    for (let i = start; i < Math.min(start + BATCH, claims); i++) {
      const claim = makeClaim(random, nodes, i, earlier)
      batch.push(claim)
      if (earlier.length < REMEMBERED) earlier.push(claim)
    }
    yield preparer.claims(batch)
  }
}
