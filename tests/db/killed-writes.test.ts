/** A program that was cut off sends everything again: nothing is missing, nothing is there twice, everybody is told. */
import { expect, it } from 'vitest'
import { makeWebhook } from '../../lib/commands/webhooks/manage'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { killedProcess } from '../support/kill-process'
import { recordOnce } from '../support/record-once'
import { addUsers, admin } from '../support/small-ledger'

/** Kills, of a server that has written at least so many. */
const MOMENTS = [3, 20]

describeDatabases('a server that is killed while it writes', (open) => {
  it.each(MOMENTS)('leaves whole changes only: after %i', async (least) => {
    const db = await open()
    await addUsers(db)
    must(await makeWebhook(db, admin, { url: 'https://hook.example' }), 'webhook')
    const written = () => db.reader.topic.count()
    const enough = async () => {
      while ((await written()) < least) await new Promise((resolve) => setTimeout(resolve, 3))
    }
    expect(await killedProcess('tests/support/write-with-keys.ts', [db.url], enough)).toBe(true)
    const before = await written()
    expect(await db.reader.keptAnswer.count()).toBe(before)
    for (let n = 0; n <= before; n++) {
      const answer = must(await recordOnce(db, n), `${n}`)
      expect(answer.again).toBe(n < before)
    }
    expect(await written()).toBe(before + 1)
    expect(await db.reader.event.count({ where: { kind: 'topic.recorded' } })).toBe(before + 1)
    expect(await db.reader.delivery.count()).toBe(before + 1)
  })
})
