/** A database server that goes away, comes back, or is slow: nothing that was confirmed is lost, and all goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { startJobs } from '../../lib/commands/jobs/run'
import { setSourceStatus } from '../../lib/commands/sources'
import { recordTopic } from '../../lib/commands/topics'
import { type Database, openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { DatabaseUnavailable } from '../../lib/db/url'
import { startPostgres } from '../../scripts/postgres'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { type FlakyProxy, flakyProxy } from '../support/flaky-proxy'
import { pause } from '../support/kill-process'
import { addUsers, admin } from '../support/small-ledger'

describe('a PostgreSQL server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let proxy: FlakyProxy
  let db: Database
  beforeAll(async () => {
    server = await startPostgres()
    await applyMigrations(server.url('postgres'))
    proxy = await flakyProxy(server.url('postgres'))
    db = openDatabase(proxy.url)
    await addUsers(db)
  })
  afterAll(async () => {
    await db.close()
    await proxy.close()
    await server.stop()
  })

  /** Writes topics until told to stop. @returns what was confirmed, and what else was thrown */
  const writing = (name: string) => {
    let running = true
    const confirmed: string[] = []
    const thrown: unknown[] = []
    const lane = async (lane: number) => {
      for (let n = 0; running; n++) {
        const id = `${name}-${lane}-${n}`
        try {
          must(await recordTopic(db, admin, { id, name: id }), id)
          confirmed.push(id)
        } catch (error) {
          thrown.push(error)
          await pause(20)
        }
      }
    }
    const lanes = Promise.all([0, 1, 2].map(lane))
    const reached = async (count: number) => {
      const wanted = confirmed.length + count
      while (confirmed.length < wanted) await pause(5)
    }
    const ended = async () => {
      running = false
      await lanes
      const rows = await db.reader.topic.findMany({ select: { id: true } })
      const ids = new Set(rows.map(({ id }) => id))
      return { lost: confirmed.filter((id) => !ids.has(id)), thrown }
    }
    return { reached, ended }
  }

  it('that is stopped and started again has all that it confirmed, and is used again by itself', async () => {
    const writers = writing('stopped')
    await writers.reached(5)
    await server.restart(() => pause(300))
    await writers.reached(5)
    const { lost, thrown } = await writers.ended()
    expect(lost).toEqual([])
    expect(thrown.length).toBeGreaterThan(0)
    for (const error of thrown) {
      expect(error).toBeInstanceOf(DatabaseUnavailable)
      expect((error as DatabaseUnavailable).sentence).toMatch(/PostgreSQL server .* (start it|log says more)/)
    }
  })

  it('to which the line is cut, slow or stopped for a while loses nothing', async () => {
    const writers = writing('line')
    await writers.reached(3)
    proxy.cut()
    await pause(200)
    proxy.mend()
    await writers.reached(3)
    proxy.delay = 40
    await writers.reached(3)
    proxy.delay = 0
    proxy.stall()
    await pause(400)
    proxy.mend()
    await writers.reached(3)
    const { lost, thrown } = await writers.ended()
    expect(lost).toEqual([])
    for (const error of thrown) expect(error).toBeInstanceOf(DatabaseUnavailable)
  })

  it('that goes away under a job gets the job done when it is back', async () => {
    await generateLedger(db, { kind: 'system', name: 'generator' }, 2_000, { seed: 3 })
    const source = await db.reader.source.findFirstOrThrow({ orderBy: { claimCount: 'desc' } })
    const { id, version } = source
    const errors: unknown[] = []
    const change = { id, version, status: 'retracted', reason: 'A reason.' } as const
    must(await setSourceStatus(db, admin, change), 'retraction')
    const queued = await db.reader.job.count({ where: { state: 'waiting' } })
    const stop = startJobs(db, (error) => errors.push(error))
    await pause(50)
    proxy.cut()
    await pause(200)
    proxy.mend()
    // The next beat of another worker: this one leaves a database alone for a while.
    await stop()
    const { runJobs } = await import('../../lib/commands/jobs/run')
    await runJobs(db, { once: true, staleMs: 0 })
    const jobs = await db.reader.job.findMany({ select: { state: true } })
    expect(jobs.length).toBe(queued)
    expect(jobs.every(({ state }) => state === 'done')).toBe(true)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
