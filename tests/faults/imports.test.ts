/** The long run: an import killed again and again. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { runImport } from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import { importOf } from '../../lib/queries/imports'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { ended, imported, sent } from '../support/import-run'
import { killedProcess } from '../support/kill-process'
import { addUsers, admin } from '../support/small-ledger'

const KILLS = 12
const ROWS = 8_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const row = (i: number) =>
  `${i},Claim number ${i} is so.,Speaker ${i % 400},2024-03-01,Topic ${i % 11},https://news.example.org/${i % 900},False,Checkers\n`
const text = `id,claim,speaker,date,topic,url,verdict,checker\n${Array.from({ length: ROWS }, (_, i) => row(i)).join('')}`
const given = { file: { name: 'claims.csv', text } }

describeDatabases('an import', (open) => {
  it('that is killed again and again ends as one that never was', async () => {
    const whole = await open()
    await addUsers(whole)
    const once = await imported(whole, admin, given)
    const db = await open()
    await addUsers(db)
    const { id } = await sent(db, admin, given)
    must(await runImport(db, admin, { id }), 'run')
    let kills = 0
    for (let round = 0; kills < KILLS && round < KILLS * 4; round++) {
      const ms = 300 + Math.random() * 1_500
      if (await killedProcess('tests/support/work-jobs.ts', [db.url, '0'], () => pause(ms))) kills++
      if ((await importOf(db, admin, id))?.run?.state === 'done') break
    }
    expect(kills).toBeGreaterThan(0)
    await runJobs(db, { once: true, staleMs: 0 })
    const { report, problems } = await ended(db, admin, id, false)
    expect({ report, problems }).toEqual({ report: once.report, problems: once.problems })
    for (const table of ['claim', 'speaker', 'source', 'topic', 'review', 'event'] as const)
      expect(await (db.reader[table] as typeof db.reader.claim).count(), table).toBe(
        await (whole.reader[table] as typeof whole.reader.claim).count(),
      )
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
