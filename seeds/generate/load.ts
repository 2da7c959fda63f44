import { BulkLoader } from '../../lib/commands/bulk/loader'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { type GeneratedClaim, makeClaim } from './claims'
import { makeNodes } from './nodes'
import { randomFrom } from './random'
import { SUBJECTS } from './words'

/** Records made ahead of being written; bounds memory whatever the size of the ledger. */
const CHUNK = 10_000

/**
 * Generates a ledger of invented claims into the database: speakers by Zipf's law, shared sources, chains, repeats,
 * some rings and retractions. The same number and seed give the same ledger.
 * @param progress is told how many claims are written so far
 */
export const generateLedger = async (
  db: Database,
  actor: Actor,
  claims: number,
  options: { seed?: number; progress?: (done: number) => void } = {},
): Promise<void> => {
  const random = randomFrom(options.seed ?? 1)
  const loader = new BulkLoader(db, actor)
  const nodes = makeNodes(random, claims)
  await loader.nodes({
    topics: SUBJECTS.map((name, i) => ({ id: `gen-topic-${i}`, name })),
    speakers: [...nodes.outlets, ...nodes.offices, ...nodes.people, ...nodes.unnamed],
    sources: nodes.sources,
    links: nodes.links,
  })
  const earlier: GeneratedClaim[] = []
  for (let start = 0; start < claims; start += CHUNK) {
    const chunk: GeneratedClaim[] = []
    for (let i = start; i < Math.min(start + CHUNK, claims); i++) {
      const claim = makeClaim(random, nodes, i, earlier)
      chunk.push(claim)
      if (earlier.length < CHUNK) earlier.push(claim)
    }
    await loader.claims(chunk)
    options.progress?.(start + chunk.length)
  }
}
