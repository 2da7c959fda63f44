/** Writers that are killed, and what must stand after it. */
import { expect } from 'vitest'
import { checkDerivation } from '../../../lib/commands/check'
import { makeWebhook } from '../../../lib/commands/webhooks/manage'
import type { Database } from '../../../lib/db/client'
import { must } from '../../../seeds/must'
import { killedProcess, pause, within } from '../kill-process'
import { addSmallLedger, admin } from '../small-ledger'
import { keyOf, LANES, writeNth } from './write-nth'

export interface Counts {
  kills: number
  acknowledged: number
  lost: number
}

/** Numbers of every write that stands, each once, whole: its answer, its row, its event, and whom it is told. */
const standing = async (db: Database): Promise<Set<string>> => {
  const answers = await db.reader.keptAnswer.findMany({ select: { key: true, status: true } })
  const kept = answers.map(({ key }) => key).sort()
  expect(answers.every(({ status }) => status === 201)).toBe(true)
  const topics = await db.reader.topic.findMany({ where: { id: { startsWith: 'topic-' } } })
  const claims = await db.reader.claim.findMany({
    where: { id: { startsWith: 'claim-' }, statement: { endsWith: 'is so.' } },
  })
  const statuses = await db.reader.event.findMany({ where: { kind: 'source.status_set' } })
  const made = [
    ...topics.map(({ id }) => id.slice('topic-'.length)),
    ...claims.map(({ id }) => id.slice('claim-'.length)),
    ...statuses.map(({ reason }) => `${reason}`.slice('Reason '.length, -1)),
  ]
  expect(made.sort()).toEqual(kept)
  const events = await db.reader.event.count({
    where: {
      OR: [{ kind: 'topic.recorded', subjectId: { startsWith: 'topic-' } }, { kind: 'claim.recorded' }],
    },
  })
  // Two claims are of the small ledger itself.
  expect(events).toBe(topics.length + claims.length + 2)
  const { version } = await db.reader.source.findUniqueOrThrow({ where: { id: 'register' } })
  expect(version).toBe(1 + statuses.length)
  const told = await db.reader.delivery.findMany({ select: { eventId: true } })
  expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(told.length)
  expect(told.length).toBe(kept.length)
  return new Set(kept)
}

/** Lets four writers write until they are killed, again and again; each goes on with what nobody confirmed to it. */
export const expectWritesKept = async (db: Database, kills: number): Promise<Counts> => {
  await addSmallLedger(db)
  must(await makeWebhook(db, admin, { url: 'https://hook.example/in' }), 'webhook')
  const next: number[] = new Array(LANES).fill(0)
  const counts = { kills: 0, acknowledged: 0, lost: 0 }
  while (counts.kills < kills) {
    const said: string[] = []
    const killed = await killedProcess(
      'tests/support/write-until-killed.ts',
      [db.url, ...next.map(String)],
      async ({ lines, has }) => {
        await has(1 + Math.floor(within(20)))
        await pause(within(30))
        said.push(...lines)
      },
    )
    expect(killed).toBe(true)
    counts.kills++
    counts.acknowledged += said.length
    const stands = await standing(db)
    for (const line of said) {
      const [lane, n] = line.split(' ').map(Number) as [number, number]
      if (!stands.has(keyOf(lane, n))) counts.lost++
      next[lane] = Math.max(next[lane] ?? 0, n + 1)
    }
    if (counts.kills % 10 === 0 || counts.kills === kills)
      expect((await checkDerivation(db)).wrong).toEqual([])
  }
  // What was not confirmed is sent once more, and what was is known.
  for (const [lane, n] of next.entries()) for (let i = 0; i <= n; i++) await writeNth(db, lane, i)
  expect((await standing(db)).size).toBe(next.reduce((sum, n) => sum + n + 1, 0))
  expect((await checkDerivation(db)).wrong).toEqual([])
  expect(counts.lost).toBe(0)
  return counts
}
