/**
 * Makes the counters and the sample anew, from the claims and facets as they are stored: for a ledger that was written
 * by a version that counted less.
 */
import { bulkInsert } from '../db/bulk'
import type { Database, Tx } from '../db/client'
import { takeTurn } from '../db/turns'
import { countKeys } from '../domain/counted'
import { applyCounts, CountDeltas } from './counts'
import { packedSample, type SampleRows, sampleRows } from './sample'

/** What is counted; another number where the keys of lib/domain/counted.ts or lib/domain/sample.ts change. */
const COUNTED = { key: 'counters', value: '2' }

/** Claims read at once: bounds memory. */
const BATCH = 900

const select = {
  id: true,
  speakerId: true,
  speechAct: true,
  basis: true,
  saidFrom: true,
  saidTo: true,
  shownStatus: true,
  facets: { select: { kind: true, value: true } },
} as const

const clear = async (tx: Tx) => {
  await tx.claimCount.deleteMany()
  await tx.sampleKey.deleteMany()
  await tx.claimSample.deleteMany()
  await tx.speaker.updateMany({ data: { claimCount: 0, unsupportedCount: 0 } })
  await tx.source.updateMany({ data: { claimCount: 0 } })
  await tx.topic.updateMany({ data: { claimCount: 0 } })
}

/** Reads all public claims, outside of a transaction: at a million claims it takes minutes. */
const readCounts = async (db: Database) => {
  const counts = new CountDeltas()
  const sample: SampleRows[] = []
  let claims = 0
  for (let after = ''; ; ) {
    const page = await db.reader.claim.findMany({
      where: { shelf: 'public', id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select,
    })
    for (const { facets, ...claim } of page) {
      counts.add(countKeys(claim, facets), claim.shownStatus, 1)
      const sampled = sampleRows(claim, facets, claim.shownStatus)
      if (sampled) sample.push(sampled)
    }
    claims += page.length
    const last = page.at(-1)
    if (!last) return { counts: counts.entries(), sample, claims }
    after = last.id
  }
}

/**
 * Counts all public claims anew. Nobody may write meanwhile, and where somebody did, nothing is changed.
 * @returns how many claims there are
 */
export const recount = async (db: Database): Promise<number> => {
  const before = await db.reader.event.count()
  const { counts, sample, claims } = await readCounts(db)
  await db.write(async (tx) => {
    await takeTurn(tx)
    if ((await tx.event.count()) !== before)
      throw new Error('Something was written while the claims were counted; count them again.')
    await clear(tx)
    for (const table of packedSample(sample)) await bulkInsert(tx, table)
    await applyCounts(tx, counts)
    await tx.setting.upsert({ where: { key: COUNTED.key }, create: COUNTED, update: COUNTED })
  })
  return claims
}

/** Counts anew where another version counted; on a ledger that is counted already it costs one read. */
export const ensureCounted = async (db: Database): Promise<void> => {
  const counted = await db.reader.setting.findUnique({ where: { key: COUNTED.key } })
  if (counted?.value !== COUNTED.value) await recount(db)
}
