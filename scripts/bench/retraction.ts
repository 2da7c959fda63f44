/** How long it takes to retract a source that many claims rest on, and to derive them all again in the background. */
import { runJobs } from '../../lib/commands/jobs/run'
import { recordLink } from '../../lib/commands/links'
import { setSourceStatus } from '../../lib/commands/sources'
import type { Database } from '../../lib/db/client'
import { dependentsIn } from '../../lib/db/graph/dependents'
import type { Actor } from '../../lib/domain/actor'
import type { SourceStatus } from '../../lib/domain/vocabulary'
import { previewSourceStatus } from '../../lib/queries/sources/preview'
import { must } from '../../seeds/must'
import { stopped } from './measure'

const actor: Actor = { kind: 'system', name: 'bench' }
export interface Retraction {
  /** Claims that rested on the source. */
  claims: number
  /** Claims whose status moved. */
  moved: number
  previewMs: number
  /** The command itself, for which its writer waits. */
  commandMs: number
  /** From the command to the last claim's new status. */
  totalMs: number
}

/** The source with most claims, with other sources linked to it until as many claims as wanted rest on it. */
const sourceWith = async (db: Database, wanted: number): Promise<string> => {
  const sources = await db.reader.source.findMany({
    where: { shelf: 'public' },
    orderBy: { claimCount: 'desc' },
    take: 5_000,
    select: { id: true },
  })
  const [first, ...others] = sources.map(({ id }) => id)
  if (!first) throw new Error('This ledger has no sources.')
  for (const from of others) {
    if ((await dependentsIn(db.reader, [first])).length >= wanted) break
    must(await recordLink(db, actor, { from, to: first, mode: 'cites' }), from)
    await runJobs(db, { once: true })
  }
  return first
}

const set = async (db: Database, id: string, status: SourceStatus): Promise<void> => {
  const { version } = await db.reader.source.findUniqueOrThrow({ where: { id } })
  must(await setSourceStatus(db, actor, { id, version, status, reason: 'Measured.' }), status)
}

/**
 * Retracts the source that most claims rest on, and restores it.
 * @param wanted claims that are to rest on it; links are added to a ledger of its own where they do not
 */
export const measureRetraction = async (db: Database, wanted: number): Promise<Retraction> => {
  const id = await sourceWith(db, wanted)
  const [preview, previewMs] = await stopped(() =>
    previewSourceStatus(db, actor, { id, status: 'retracted' }),
  )
  const [commandMs, totalMs] = await stopped(async () => {
    const [, ms] = await stopped(() => set(db, id, 'retracted'))
    await runJobs(db, { once: true })
    return ms
  })
  await set(db, id, 'current')
  await runJobs(db, { once: true })
  return { claims: preview?.claims ?? 0, moved: preview?.moved ?? 0, previewMs, commandMs, totalMs }
}
