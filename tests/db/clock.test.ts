/** A clock that jumps forward and back: orders stay right, and nobody waits until it has caught up. */
import { afterEach, expect, it, vi } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { takeJob } from '../../lib/commands/jobs/queue'
import { setSourceStatus } from '../../lib/commands/sources'
import { attempt } from '../../lib/commands/throttle'
import { editTopic } from '../../lib/commands/topic-edit'
import { recordTopic } from '../../lib/commands/topics'
import { deliverDue } from '../../lib/commands/webhooks/deliver'
import { makeWebhook } from '../../lib/commands/webhooks/manage'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const YEAR = 365 * 86_400_000
const NOW = Date.parse('2026-06-01T12:00:00Z')
/** Only the date is false; whatever waits goes on waiting as it does. */
const setClock = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: ms })
afterEach(() => {
  vi.useRealTimers()
})

describeDatabases('a clock that is set', (open) => {
  it.each([
    ['forward', YEAR],
    ['back', -YEAR],
  ])('%s leaves versions and events in the order of the changes', async (_name, jump) => {
    setClock(NOW)
    const db = await open()
    await addSmallLedger(db)
    const { id } = must(await recordTopic(db, admin, { name: 'Clocks' }), 'topic')
    for (let n = 1; n <= 4; n++) {
      setClock(NOW + (n % 2) * jump)
      must(
        await editTopic(db, admin, { id, version: n, name: `Clocks ${n}`, reason: 'A reason.' } as never),
        `${n}`,
      )
      const status = n % 2 ? 'retracted' : 'current'
      must(
        await setSourceStatus(db, admin, { id: 'register', version: n, status, reason: 'A reason.' }),
        `${n}`,
      )
    }
    const events = await db.reader.event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('back does not keep a job from being taken whose worker was killed', async () => {
    const db = await open()
    const job = { id: 'job', kind: 'rederive', input: '{}', state: 'running', total: 1, byName: 'tests' }
    await db.writer.job.create({
      data: { ...job, createdAt: new Date(NOW + YEAR), beatAt: new Date(NOW + YEAR) },
    })
    setClock(NOW)
    const work = await takeJob(db)
    expect(work?.id).toBe('job')
    expect(work?.beatAt.getTime()).toBe(NOW)
    // Its worker has it now.
    expect(await takeJob(db)).toBeNull()
  })

  it('back does not lock anybody out, and forward forgives nothing twice', async () => {
    const db = await open()
    const limit = { max: 2, seconds: 60 }
    const tries = async (now: number) => {
      const passed = []
      for (let i = 0; i < 3; i++) passed.push(await attempt(db, 'someone', limit, now))
      return passed
    }
    expect(await tries(NOW + YEAR)).toEqual([true, true, false])
    expect(await tries(NOW)).toEqual([true, true, false])
    expect(await tries(NOW + 1_000)).toEqual([false, false, false])
  })

  it('back does not hold a delivery that was put off', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await makeWebhook(db, admin, { url: 'https://hook.example/in' }), 'webhook')
    setClock(NOW + YEAR)
    must(await recordTopic(db, admin, { name: 'Later' }), 'topic')
    const payload = async () => ({ told: true })
    const fails = async () => ({ ok: false, status: 500, error: 'It failed.', answer: '' }) as const
    expect(await deliverDue(db, { payload, post: fails }, new Date())).toBe(1)
    setClock(NOW)
    let posts = 0
    const takes = async () => {
      posts++
      return { ok: true, status: 200, answer: '' } as const
    }
    expect(await deliverDue(db, { payload, post: takes }, new Date())).toBe(1)
    expect(posts).toBe(1)
    expect(await deliverDue(db, { payload, post: takes }, new Date())).toBe(0)
  })
})
