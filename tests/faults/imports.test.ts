/** The long run: an import killed again and again. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { runImport } from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import { importOf } from '../../lib/queries/imports'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { ended, imported, sent } from '../support/import-run'
import { killedProcess, pause, within } from '../support/kill-process'
import { KILLS } from '../support/kills/count'
import { addUsers, admin } from '../support/small-ledger'

/** Of one file; it is followed by others until there were enough kills. */
const ROWS = 4_000

const row = (file: number, i: number) =>
  `${file}-${i},Claim number ${i} of file ${file} is so.,Speaker ${i % 400},2024-03-01,Topic ${i % 11},https://news.example.org/${i % 900},False,Checkers\n`
const given = (file: number) => ({
  file: {
    name: `claims-${file}.csv`,
    text: `id,claim,speaker,date,topic,url,verdict,checker\n${Array.from({ length: ROWS }, (_, i) => row(file, i)).join('')}`,
  },
})

describeDatabases('an import', (open, kind) => {
  it('that is killed again and again ends as one that never was', async () => {
    const whole = await open()
    await addUsers(whole)
    const db = await open()
    await addUsers(db)
    let kills = 0
    for (let file = 0; kills < KILLS; file++) {
      const once = await imported(whole, admin, given(file))
      const { id } = await sent(db, admin, given(file))
      must(await runImport(db, admin, { id }), 'run')
      while (kills < KILLS && (await importOf(db, admin, id))?.run?.state !== 'done') {
        const killed = await killedProcess('tests/support/work-jobs.ts', [db.url, '0'], async ({ has }) => {
          await has(1)
          await pause(within(1_500))
        })
        if (killed) kills++
      }
      await runJobs(db, { once: true, staleMs: 0 })
      const { report, problems } = await ended(db, admin, id, false)
      expect({ report, problems }).toEqual({ report: once.report, problems: once.problems })
    }
    for (const table of ['claim', 'speaker', 'source', 'topic', 'review', 'event'] as const)
      expect(await (db.reader[table] as typeof db.reader.claim).count(), table).toBe(
        await (whole.reader[table] as typeof whole.reader.claim).count(),
      )
    const { claims, wrong } = await checkDerivation(db)
    expect(wrong).toEqual([])
    console.log(`imports (${kind}):`, JSON.stringify({ kills, claims }))
  })
})
