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

/** Counts all public claims anew in one transaction; nobody else writes meanwhile. @returns how many there are */
export const recount = (db: Database): Promise<number> =>
  db.write(async (tx) => {
    await takeTurn(tx)
    await clear(tx)
    const counts = new CountDeltas()
    let claims = 0
    for (let after = ''; ; ) {
      const page = await tx.claim.findMany({
        where: { shelf: 'public', id: { gt: after } },
        orderBy: { id: 'asc' },
        take: BATCH,
        select,
      })
      const sample: SampleRows[] = []
      for (const { facets, ...claim } of page) {
        counts.add(countKeys(claim, facets), claim.shownStatus, 1)
        const sampled = sampleRows(claim, facets, claim.shownStatus)
        if (sampled) sample.push(sampled)
      }
      for (const table of packedSample(sample)) await bulkInsert(tx, table)
      claims += page.length
      const last = page.at(-1)
      if (!last) break
      after = last.id
    }
    await applyCounts(tx, counts.entries())
    await tx.setting.upsert({ where: { key: COUNTED.key }, create: COUNTED, update: COUNTED })
    return claims
  })

/** Counts anew where another version counted; on a ledger that is counted already it costs one read. */
export const ensureCounted = async (db: Database): Promise<void> => {
  const counted = await db.reader.setting.findUnique({ where: { key: COUNTED.key } })
  if (counted?.value !== COUNTED.value) await recount(db)
}
