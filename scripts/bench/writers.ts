/** Writers at once: editors who record claims, each the next when the last one stands. */
import { recordClaim } from '../../lib/commands/claims/record'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { must } from '../../seeds/must'
import { stopped, type Timing, timingOf } from './measure'

const actor: Actor = { kind: 'system', name: 'bench' }
/** From the issue: a busy newsroom. */
export const WRITERS = 20

export interface Writes extends Timing {
  perSecond: number
}

/** Records claims about what the ledger has most of. @param writes how many, all together */
export const measureWriters = async (db: Database, writes: number): Promise<Writes> => {
  const most = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' }, take: WRITERS } as const
  const speakers = await db.reader.speaker.findMany(most)
  const sources = await db.reader.source.findMany(most)
  const times: number[] = []
  let next = 0
  const writer = async () => {
    while (next < writes) {
      const i = next++
      const source = sources[i % sources.length]?.id ?? ''
      const claim = {
        statement: `Statement ${i} of a measurement.`,
        speaker: speakers[i % speakers.length]?.id ?? null,
        appearances: [{ source }],
        evidence: [{ relation: 'supports', target: source }],
      } as const
      const [, ms] = await stopped(async () => must(await recordClaim(db, actor, claim as never), `${i}`))
      times.push(ms)
    }
  }
  const [, ms] = await stopped(() => Promise.all(Array.from({ length: WRITERS }, writer)))
  return { perSecond: (writes * 1_000) / ms, ...timingOf(times) }
}
