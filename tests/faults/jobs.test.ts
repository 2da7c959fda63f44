/** The long run: a worker killed again and again while it derives what rests on a source, and editors at work beside it. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { runJobs } from '../../lib/commands/jobs/run'
import { recordLink } from '../../lib/commands/links'
import { setSourceStatus } from '../../lib/commands/sources'
import { jobOf } from '../../lib/queries/jobs'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { killedProcess, pause, within } from '../support/kill-process'
import { KILLS } from '../support/kills/count'
import { addUsers, admin } from '../support/small-ledger'

describeDatabases('a job whose worker is killed again and again', (open, kind) => {
  it('ends with every status right', async () => {
    const db = await open()
    await addUsers(db)
    await generateLedger(db, { kind: 'system', name: 'generator' }, 6_000, { seed: 11 })
    const sources = await db.reader.source.findMany({ orderBy: { claimCount: 'desc' }, take: 6 })
    const [first = '', ...others] = sources.map(({ id }) => id)
    for (const from of others) must(await recordLink(db, admin, { from, to: first, mode: 'cites' }), from)
    await runJobs(db, { once: true })
    const set = async (status: 'retracted' | 'current') => {
      const { version } = await db.reader.source.findUniqueOrThrow({ where: { id: first } })
      must(await setSourceStatus(db, admin, { id: first, version, status, reason: 'A reason.' }), status)
    }
    let kills = 0
    let retractions = 0
    for (let round = 0; kills < KILLS && round < KILLS * 4; round++) {
      if (!(await jobOf(db, first))) await set(retractions++ % 2 === 0 ? 'retracted' : 'current')
      const [killed] = await Promise.all([
        killedProcess('tests/support/work-jobs.ts', [db.url, '0'], async ({ has }) => {
          await has(1)
          await pause(within(1_500))
        }),
        recordClaim(db, admin, {
          statement: `Recorded meanwhile ${round}.`,
          evidence: [{ relation: 'supports', target: first }],
        }),
      ])
      if (killed) kills++
    }
    expect(kills).toBe(KILLS)
    while (await jobOf(db, first)) await runJobs(db, { once: true, staleMs: 0 })
    expect((await checkDerivation(db)).wrong).toEqual([])
    const failed = await db.reader.job.count({ where: { state: 'failed' } })
    expect(failed).toBe(0)
    const kept = await db.reader.event.count({ where: { kind: 'source.status_set', subjectId: first } })
    expect(kept).toBe(retractions)
    const meanwhile = await db.reader.claim.count({
      where: { statement: { startsWith: 'Recorded meanwhile' } },
    })
    console.log(`jobs (${kind}):`, JSON.stringify({ kills, retractions, meanwhile }))
  })
})
