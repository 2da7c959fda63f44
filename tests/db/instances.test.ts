/** What several servers over one database share: work that each does once, and a first start. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { takeJob } from '../../lib/commands/jobs/queue'
import { recordTopic } from '../../lib/commands/topics'
import { openDatabase } from '../../lib/db/client'
import { articleLedger } from '../../seeds/article/load'
import { seedDemonstration, wasSeeded } from '../../seeds/demonstration'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'

const JOBS = 12

describeDatabases('several servers over one database', (open) => {
  it('take each job once, however many ask at the same time', async () => {
    const db = await open()
    const ids = Array.from({ length: JOBS }, (_, n) => `job-${String(n).padStart(2, '0')}`)
    const job = { kind: 'nothing', input: '{}', state: 'waiting', byName: 'tests', createdAt: new Date() }
    await db.writer.job.createMany({ data: ids.map((id) => ({ ...job, id })) })
    const other = openDatabase(db.url)
    const taken: string[] = []
    // Nothing taken may mean that another was quicker.
    while (taken.length < JOBS) {
      const works = await Promise.all([db, other, db, other].map((one) => takeJob(one)))
      taken.push(...works.flatMap((work) => (work ? [work.id] : [])))
    }
    expect(taken.sort()).toEqual(ids)
    expect(await takeJob(other)).toBeNull()
    await other.close()
  })

  it('load the demonstration anew where one was killed in the middle of it', async () => {
    const db = await open()
    // The first of what it loads; without taking it out, loading it again would be refused.
    const [[id = '', name = ''] = []] = Object.entries(articleLedger().topics)
    must(
      await recordTopic(db, { kind: 'system', name: 'On Record' }, { id: `topic-${id}`, slug: id, name }),
      'topic',
    )
    await db.writer.setting.create({ data: { key: 'seeded', value: 'loading' } })
    expect(await wasSeeded(db)).toBe(false)
    expect(await seedDemonstration(db)).toContain('Loaded')
    expect(await db.reader.claim.count({ where: { shelf: 'public' } })).toBe(articleLedger().claims.length)
    expect((await checkDerivation(db)).wrong).toEqual([])
    expect(await wasSeeded(db)).toBe(true)
  })
})
