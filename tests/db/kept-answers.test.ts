/** A write that carries a key happens once, whatever is sent how often, and whoever is killed. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stop } from '../../lib/commands/command'
import { answerOnce, forgetAnswers, KEPT_MS, requestHash } from '../../lib/commands/kept-answers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { describeDatabases } from '../support/databases'
import { addUsers, userOf } from '../support/small-ledger'

const editor = userOf('editor')

/** Records a topic under a key, as a route does. */
const record = (db: Database, key: string | null, name: string, at?: Date, who = 'key:one') =>
  answerOnce(
    db,
    editor,
    key === null ? null : { who, key, requestHash: requestHash(['POST', '/topics', name]) },
    async (context) => {
      const topic = await recordTopic.within(context, { name })
      return { status: 201, headers: { Location: `/topics/${topic.slug}` }, body: JSON.stringify(topic) }
    },
    at,
  )

const begin = async (open: () => Promise<Database>) => {
  const db = await open()
  await addUsers(db)
  return db
}

describeDatabases('a write with a key', (open) => {
  it('answers the same to the same, and changes nothing a second time', async () => {
    const db = await begin(open)
    const first = await record(db, 'k', 'Permits')
    expect(first).toMatchObject({ ok: true, value: { status: 201, again: false } })
    const second = await record(db, 'k', 'Permits')
    expect(second).toEqual({ ok: true, value: { ...(first.ok && first.value), again: true } })
    expect(await db.reader.topic.count()).toBe(1)
    expect(await db.reader.event.count()).toBe(1)
  })

  it('refuses another request under the same key, and takes it from another sender', async () => {
    const db = await begin(open)
    await record(db, 'k', 'Permits')
    expect(await record(db, 'k', 'Housing')).toMatchObject({
      refusal: { code: 'invalid', field: 'Idempotency-Key' },
    })
    expect(await record(db, 'k', 'Housing', undefined, 'key:two')).toMatchObject({ value: { again: false } })
  })

  it('keeps no refusal: nothing was changed, so it may be tried again', async () => {
    const db = await begin(open)
    expect(await record(db, 'k', ' ')).toMatchObject({ refusal: { field: 'name' } })
    expect(await record(db, 'k', 'Permits')).toMatchObject({ value: { status: 201 } })
    const refused = () =>
      answerOnce(db, editor, { who: 'w', key: 'x', requestHash: 'h' }, async (context) => {
        await recordTopic.within(context, { name: 'Undone' })
        return stop({ code: 'blocked', sentence: 'Not now.' })
      })
    expect(await refused()).toMatchObject({ refusal: { code: 'blocked' } })
    expect(await refused()).toMatchObject({ refusal: { code: 'blocked' } })
    expect(await db.reader.topic.count()).toBe(1)
  })

  it('makes one change of many that come at once', async () => {
    const db = await begin(open)
    const all = await Promise.all(Array.from({ length: 12 }, () => record(db, 'k', 'Permits')))
    expect(await db.reader.topic.count()).toBe(1)
    expect(new Set(all.map((one) => one.ok && one.value.body)).size).toBe(1)
    expect(all.filter((one) => one.ok && !one.value.again)).toHaveLength(1)
  })

  it('records the same thing under two keys at once, each with an address of its own', async () => {
    const db = await begin(open)
    const all = await Promise.all(['a', 'b', null].map((key) => record(db, key, 'Permits')))
    expect(all.map((one) => one.ok && one.value.again)).toEqual([false, false, false])
    expect(await db.reader.topic.count()).toBe(3)
  })

  it('forgets a key after a day', async () => {
    const db = await begin(open)
    const then = Date.now() - KEPT_MS
    await record(db, 'k', 'Permits', new Date(then - 1))
    await record(db, 'later', 'Housing', new Date(then + 60_000))
    expect(await record(db, 'k', 'Schools')).toMatchObject({ value: { status: 201, again: false } })
    await record(db, 'old', 'Roads', new Date(then - 1))
    expect(await forgetAnswers(db)).toBe(1)
    expect(await record(db, 'later', 'Housing')).toMatchObject({ value: { again: true } })
  })

  it('holds for any sequence of requests, at once or one after another', async () => {
    const db = await begin(open)
    let run = 0
    const step = fc.record({
      key: fc.constantFrom('a', 'b', null),
      name: fc.constantFrom('One', 'Two', 'Three'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (rounds) => {
          const who = `run:${++run}`
          const before = await db.reader.topic.count()
          const first = new Map<string, { name: string; body: string }>()
          let changes = 0
          for (const round of rounds) {
            const answers = await Promise.all(
              round.map(({ key, name }) => record(db, key, name, undefined, who)),
            )
            const fresh = answers.filter((answer) => answer.ok && !answer.value.again).length
            changes += fresh
            round.forEach(({ key, name }, i) => {
              const answer = answers[i]
              if (key === null || !answer?.ok || answer.value.again) return
              expect(first.has(key), 'one change for a key').toBe(false)
              first.set(key, { name, body: answer.value.body })
            })
            round.forEach(({ key, name }, i) => {
              if (key === null) return
              const known = first.get(key)
              const answer = answers[i]
              if (known?.name === name)
                expect(answer).toMatchObject({ ok: true, value: { body: known.body } })
              else expect(answer).toMatchObject({ ok: false, refusal: { field: 'Idempotency-Key' } })
            })
          }
          expect(await db.reader.topic.count()).toBe(before + changes)
        },
      ),
      { numRuns: 15 },
    )
  })
})

it('tells requests apart by every part', () => {
  expect(requestHash(['a', 'b'])).not.toBe(requestHash(['ab', '']))
  expect(requestHash(['a', 'b'])).toBe(requestHash(['a', 'b']))
})
