/** What a new status of a source moves: said before, done at once or in the background, and proved afterwards. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { takeJob } from '../../lib/commands/jobs/queue'
import { retryJob } from '../../lib/commands/jobs/retry'
import { runJobs, startJobs } from '../../lib/commands/jobs/run'
import { recordLink } from '../../lib/commands/links'
import { setSourceStatus } from '../../lib/commands/sources'
import type { Database } from '../../lib/db/client'
import { SOURCE_STATUSES, type SourceStatus } from '../../lib/domain/vocabulary'
import { jobOf } from '../../lib/queries/jobs'
import { previewSourceStatus } from '../../lib/queries/sources/preview'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { killedProcess } from '../support/kill-process'
import { addSmallLedger, addUsers, admin, everything } from '../support/small-ledger'

const wrong = async (db: Database) => (await checkDerivation(db)).wrong

const set = async (db: Database, id: string, status: SourceStatus, removesClaims: string[] = []) => {
  const { version } = await db.reader.source.findUniqueOrThrow({ where: { id } })
  return must(
    await setSourceStatus(db, admin, { id, version, status, removesClaims, reason: 'A reason.' }),
    status,
  )
}

const statuses = async (db: Database) =>
  new Map((await db.reader.claim.findMany()).map(({ slug, status }) => [slug, status]))

/** What a preview must say, from what happened. */
const movedBetween = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].flatMap(([slug, now]) =>
    before.get(slug) === now ? [] : [{ slug, before: before.get(slug), after: now }],
  )

/** Links that are recorded before it is looked how many claims they lead to. */
const LINKED = 20

/** A ledger of 1,300 claims, of which more rest on the source than are derived at once. */
const addMany = async (db: Database): Promise<string> => {
  await addUsers(db)
  await generateLedger(db, { kind: 'system', name: 'generator' }, 1_300, { seed: 3 })
  const sources = await db.reader.source.findMany({ orderBy: { claimCount: 'desc' }, take: 200 })
  const [first, ...others] = sources.map(({ id }) => id) as [string, ...string[]]
  // The most cited first: a few of them lead to most claims.
  for (let at = 0; at < others.length; at += LINKED) {
    for (const from of others.slice(at, at + LINKED))
      must(await recordLink(db, admin, { from, to: first, mode: 'cites' }), from)
    await runJobs(db, { once: true })
    const preview = await previewSourceStatus(db, admin, { id: first, status: 'retracted' })
    if ((preview?.claims ?? 0) > 1_100) break
  }
  return first
}

/** Long enough for some batches of each. */
const RIVALS_MS = 2_000

describeDatabases('a status of a source', (open) => {
  const agrees = async (db: Database, id: string): Promise<number> => {
    let moves = 0
    for (const status of [...SOURCE_STATUSES, 'current'] as const) {
      const appearing = await db.reader.appearance.findMany({ where: { sourceId: id } })
      const any = await db.reader.claim.findFirstOrThrow({ orderBy: { id: 'asc' } })
      const removesClaims = [...new Set([...appearing.map(({ claimId }) => claimId), any.id])]
      const all = await everything(db)
      const before = await statuses(db)
      const preview = await previewSourceStatus(db, admin, { id, status, removesClaims })
      expect(await everything(db)).toEqual(all)
      await set(db, id, status, removesClaims)
      const moved = movedBetween(before, await statuses(db))
      moves += moved.length
      const rows = preview?.rows.map(({ slug, before, after }) => ({ slug, before, after })) ?? []
      const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)
      expect(rows.sort(bySlug), `${id} ${status}`).toEqual(moved.sort(bySlug))
      expect(preview?.moved).toBe(moved.length)
      expect(preview?.counts.reduce((sum, { n }) => sum + n, 0)).toBe(moved.length)
      expect(await wrong(db)).toEqual([])
    }
    return moves
  }

  it('moves what the preview said, whichever status it is', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordClaim(db, admin, { id: 'x', statement: 'X.', appearances: [{ source: 'memo' }] }), 'x')
    must(await recordLink(db, admin, { from: 'memo', to: 'register', mode: 'cites' }), 'memo')
    expect(await agrees(db, 'register')).toBeGreaterThan(1)
    const choice = { id: 'register', status: 'retracted' } as const
    expect(await previewSourceStatus(db, { kind: 'public' }, choice)).toBeNull()
    expect(await previewSourceStatus(db, admin, { ...choice, id: 'nothing' })).toBeNull()
  })

  it('moves what the preview said in a generated ledger', async () => {
    const db = await open()
    await addUsers(db)
    await generateLedger(db, { kind: 'system', name: 'generator' }, 80, { seed: 5 })
    const sources = await db.reader.source.findMany({ orderBy: { claimCount: 'desc' }, take: 2 })
    let moves = 0
    for (const { id } of sources) moves += await agrees(db, id)
    expect(moves).toBeGreaterThan(4)
  })

  it('that much rests on is derived in the background, and nothing is lost by a kill', async () => {
    const db = await open()
    const id = await addMany(db)
    const first = await statuses(db)
    const preview = await previewSourceStatus(db, admin, { id, status: 'retracted' })
    const { job, moved } = await set(db, id, 'retracted')
    expect(moved).toEqual([])
    // Not a claim has moved, and the page can say why.
    expect(await statuses(db)).toEqual(first)
    expect(await jobOf(db, id)).toEqual({ id: job, state: 'waiting', done: 0, total: preview?.claims })

    // Killed after its first batch.
    const killed = await killedProcess('tests/support/work-jobs.ts', [db.url, '15000'], async () => {
      while (((await jobOf(db, id))?.done ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    })
    const half = await db.reader.job.findUniqueOrThrow({ where: { id: job as string } })
    if (killed) {
      expect(half.state).toBe('running')
      expect(half.done).toBeLessThan(half.total)
      // Its beat is fresh, so nobody takes it over yet.
      expect(await takeJob(db)).toBeNull()
    }
    await runJobs(db, { once: true, staleMs: 0 })
    expect(await jobOf(db, id)).toBeNull()
    expect(await db.reader.job.findUnique({ where: { id: job as string } })).toMatchObject({
      state: 'done',
      done: preview?.claims,
      total: preview?.claims,
    })
    expect(await wrong(db)).toEqual([])
    const then = movedBetween(first, await statuses(db))
    expect(then).toHaveLength(preview?.moved ?? 0)
    expect(then.length).toBeGreaterThan(10)
    // Each move is in the history of its claim, once.
    const event = await db.reader.event.findFirstOrThrow({ where: { kind: 'source.status_set' } })
    expect(await db.reader.statusChange.count({ where: { eventId: event.id } })).toBe(then.length)

    // Restored before a worker has begun: the older job is called off.
    await set(db, id, 'current')
    await set(db, id, 'retracted')
    const { job: last } = await set(db, id, 'current')
    const stop = startJobs(db, (error) => {
      throw error
    })
    while (await jobOf(db, id)) await new Promise((resolve) => setTimeout(resolve, 20))
    await stop()
    const jobs = await db.reader.job.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(jobs.map(({ state }) => state)).toEqual([
      ...jobs.slice(0, -3).map(() => 'done'),
      'cancelled',
      'cancelled',
      'done',
    ])
    expect(jobs.at(-1)?.id).toBe(last)
    expect(await statuses(db)).toEqual(first)
    expect(await wrong(db)).toEqual([])
  })

  it('is left to the next worker where one was told to stop or taken for dead', async () => {
    const db = await open()
    const id = await addMany(db)
    await set(db, id, 'retracted')
    const stopped = new AbortController()
    const slow: Database = {
      ...db,
      write: async (body) => {
        const value = await db.write(body)
        if (((await jobOf(db, id))?.done ?? 0) > 0) stopped.abort()
        return value
      },
    }
    await runJobs(slow, { signal: stopped.signal })
    expect(await jobOf(db, id)).toMatchObject({ state: 'waiting', done: 500 })
    // Two at once, each taking the other for dead after every batch: batches are undone, none is counted twice. They
    // may do so for ever, so they are told to stop after a while.
    const rivals = { once: true, staleMs: 0, signal: AbortSignal.timeout(RIVALS_MS) }
    await Promise.all([runJobs(db, rivals), runJobs(db, rivals)])
    while (await jobOf(db, id)) await runJobs(db, { once: true, staleMs: 0 })
    expect(await wrong(db)).toEqual([])
  })

  it('whose job fails says so, and keeps what went wrong', async () => {
    const db = await open()
    await addUsers(db)
    const at = new Date()
    const job = { kind: 'unheard', input: '{}', byName: 'x', createdAt: at }
    await db.writer.job.create({ data: { ...job, id: 'odd', state: 'waiting', subjectId: 's' } })
    const errors: unknown[] = []
    await runJobs(db, { once: true, onError: (error) => errors.push(error) })
    expect(errors).toHaveLength(1)
    expect(await db.reader.job.findUnique({ where: { id: 'odd' } })).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('unheard'),
    })
    expect(await jobOf(db, 's')).toMatchObject({ state: 'failed' })
    // An editor has it tried again; it waits as it did at first, and no work that goes well is touched.
    const contributor = { kind: 'user', id: 'c', name: 'C', role: 'contributor' } as const
    expect(await retryJob(db, contributor, { id: 'odd' })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await retryJob(db, admin, { id: 'even' })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await retryJob(db, admin, { id: 'odd' })).toMatchObject({ ok: true })
    expect(await db.reader.job.findUnique({ where: { id: 'odd' } })).toMatchObject({
      state: 'waiting',
      error: null,
      finishedAt: null,
    })
    await db.writer.job.update({ where: { id: 'odd' }, data: { state: 'done' } })
    await retryJob(db, admin, { id: 'odd' })
    expect(await db.reader.job.findUnique({ where: { id: 'odd' } })).toMatchObject({ state: 'done' })
  })
})
