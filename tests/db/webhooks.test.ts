/** Whoever wants to know is told of what readers see, once at least, and of nothing else. */
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { editClaim } from '../../lib/commands/claims/edit'
import { recordClaim } from '../../lib/commands/claims/record'
import { hideClaim, publishClaim, withdrawClaim } from '../../lib/commands/claims/workflow'
import { withdrawLink } from '../../lib/commands/link-edit'
import { recordLink } from '../../lib/commands/links'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import { deliverDue, forgetDeliveries, type Sender } from '../../lib/commands/webhooks/deliver'
import { changeWebhook, makeWebhook, redeliver, removeWebhook } from '../../lib/commands/webhooks/manage'
import { GIVE_UP_MS, RETRY_MS } from '../../lib/commands/webhooks/rhythm'
import type { Database } from '../../lib/db/client'
import { deliveriesOf } from '../../lib/queries/webhooks/deliveries'
import { failedWebhooks, listWebhooks } from '../../lib/queries/webhooks/hooks'
import { type PublicChange, publicChange } from '../../lib/queries/webhooks/public-change'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, addUsers, admin, everything, userOf } from '../support/small-ledger'

const HOUR = 3_600_000
const editor = userOf('editor')

interface Sent {
  url: string
  headers: Record<string, string>
  payload: PublicChange
}

/** A sender that keeps what it is given, and answers as it is told. */
const senderFor = (db: Database, status: () => number | null = () => 200) => {
  const sent: Sent[] = []
  const sender: Sender = {
    payload: (eventId) => publicChange(db, eventId),
    post: async (url, headers, body) => {
      sent.push({ url, headers, payload: JSON.parse(body) })
      const code = status()
      if (code === null) return { ok: false, status: null, error: 'The connection failed.', answer: '' }
      return code < 300
        ? { ok: true, status: code, answer: 'a'.repeat(5000) }
        : { ok: false, status: code, error: `It answered ${code}.`, answer: 'no' }
    },
  }
  return { sent, sender }
}

const hook = async (db: Database, given: object = {}) =>
  must(await makeWebhook(db, admin, { url: 'https://hook.example/in', ...given }), 'webhook')

describeDatabases('webhooks', (open) => {
  const begin = async () => {
    const db = await open()
    await addUsers(db)
    return db
  }

  it('tell of what is published, signed, with what readers see', async () => {
    const db = await begin()
    const { id, secret } = await hook(db)
    const { slug } = must(await recordClaim(db, admin, { id: 'c', statement: 'Forty permits.' }), 'claim')
    const { sent, sender } = senderFor(db)
    expect(await deliverDue(db, sender)).toBe(1)
    const [one] = sent
    expect(one?.payload).toEqual({
      type: 'claim.recorded',
      timestamp: expect.stringMatching(/Z$/),
      data: {
        event: expect.any(String),
        subject: { kind: 'claim', id: 'c', path: `/claims/${slug}`, title: 'Forty permits.' },
        version: 1,
        by: 'An admin',
        reason: null,
        fields: [],
        moved: 0,
      },
    })
    const { 'webhook-id': mark, 'webhook-timestamp': at, 'webhook-signature': signature } = one?.headers ?? {}
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const mac = createHmac('sha256', key).update(`${mark}.${at}.${JSON.stringify(one?.payload)}`)
    expect(signature).toBe(`v1,${mac.digest('base64')}`)
    expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(60)
    const log = await deliveriesOf(db, admin, id)
    expect(log?.rows).toMatchObject([
      { id: mark, state: 'delivered', lastStatus: 200, attempts: 1, nextAt: null },
    ])
    expect(log?.rows[0]?.answer).toHaveLength(1000)
    expect(await deliverDue(db, sender)).toBe(0)
  })

  it('say nothing of what readers do not see', async () => {
    const db = await begin()
    await hook(db)
    const draft = { id: 'd', statement: 'A secret draft.', shelf: 'desk' } as const
    must(await recordClaim(db, editor, draft), 'draft')
    must(await editClaim(db, editor, { id: 'd', version: 1, statement: 'Another secret.' } as never), 'edit')
    must(await withdrawClaim(db, editor, { id: 'd', version: 2, reason: 'A mistake.' }), 'withdraw')
    must(await recordTopic(db, editor, { name: 'Unseen', shelf: 'desk' }), 'topic')
    must(await recordClaim(db, admin, { statement: 'A lesson.', shelf: 'teaching' }), 'teaching')
    expect(await db.reader.delivery.count()).toBe(0)
  })

  it('tell of a claim when it is published, and no longer what it said once it is hidden', async () => {
    const db = await begin()
    await hook(db)
    const { sent, sender } = senderFor(db)
    must(await recordClaim(db, editor, { id: 'd', statement: 'The first words.', shelf: 'desk' }), 'draft')
    must(await publishClaim(db, admin, { id: 'd', version: 1 }), 'publish')
    // Hidden before it was sent: what was published is not told any more, only that it is gone.
    must(await hideClaim(db, admin, { id: 'd', version: 2, reason: 'Under review.' }), 'hide')
    expect(await deliverDue(db, sender)).toBe(2)
    expect(
      sent.map(({ payload }) => [payload.type, payload.data.subject.title, payload.data.reason]),
    ).toEqual([['claim.hidden', null, 'Under review.']])
    expect(JSON.stringify(sent)).not.toContain('The first words')
    expect((await db.reader.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state)).toEqual(
      ['dropped', 'delivered'],
    )
  })

  it('tell of links between what readers see, and name only where one starts', async () => {
    const db = await open()
    await addSmallLedger(db)
    await hook(db, { subjects: ['link'] })
    const { sent, sender } = senderFor(db)
    const { id } = must(await recordLink(db, admin, { from: 'memo', to: 'other', mode: 'quotes' }), 'link')
    must(await withdrawLink(db, admin, { id, version: 1, reason: 'Misread.' }), 'withdraw')
    must(
      await recordSpeaker(db, admin, { id: 'hidden', kind: 'person', name: 'A Draft', shelf: 'desk' }),
      'desk',
    )
    must(await recordLink(db, admin, { from: 'memo', to: 'hidden', mode: 'quotes' }), 'unseen')
    await deliverDue(db, sender)
    const { slug } = await db.reader.source.findUniqueOrThrow({ where: { id: 'memo' } })
    const subject = { kind: 'link', id, path: `/sources/${slug}`, title: 'A page of notes' }
    // Two may arrive in the other order.
    sent.sort((a, b) => a.payload.type.localeCompare(b.payload.type))
    expect(
      sent.map(({ payload: { type, data } }) => ({ type, subject: data.subject, reason: data.reason })),
    ).toEqual([
      { type: 'link.recorded', subject, reason: null },
      { type: 'link.withdrawn', subject, reason: 'Misread.' },
    ])
    expect(JSON.stringify(sent)).not.toMatch(/Quillfeather|A Draft/)
  })

  it('choose by the kind of subject', async () => {
    const db = await begin()
    await hook(db, { subjects: ['topic'] })
    must(await recordClaim(db, admin, { statement: 'Forty permits.' }), 'claim')
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    expect((await db.reader.delivery.findMany()).map(({ kind }) => kind)).toEqual(['topic.recorded'])
  })

  it('are undone with the change that they would tell of', async () => {
    const db = await begin()
    await hook(db)
    const refused = { statement: 'Nobody said it.', speaker: 'nobody' }
    expect(await recordClaim(db, admin, refused)).toMatchObject({ ok: false })
    expect(await db.reader.delivery.count()).toBe(0)
  })

  it('try again, later each time and for at most a day, then give it up', async () => {
    const db = await begin()
    const { id } = await hook(db)
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    const { sent, sender } = senderFor(db, () => 500)
    const start = Date.now() + 1000
    let now = start
    for (let attempt = 0; attempt <= RETRY_MS.length; attempt++) {
      expect(await deliverDue(db, sender, new Date(now))).toBe(1)
      expect(await deliverDue(db, sender, new Date(now + (RETRY_MS[attempt] ?? 0) - 1))).toBe(0)
      now += RETRY_MS[attempt] ?? 0
    }
    expect(now - start).toBeLessThanOrEqual(24 * HOUR)
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(sent).toHaveLength(RETRY_MS.length + 1)
    const log = await deliveriesOf(db, admin, id)
    expect(log?.rows).toMatchObject([
      { state: 'failed', attempts: 10, lastStatus: 500, lastError: 'It answered 500.', answer: 'no' },
    ])
    expect(await deliverDue(db, sender, new Date(now + 99 * HOUR))).toBe(0)
  })

  it('recover: what failed goes through, and the address counts as well again', async () => {
    const db = await begin()
    await hook(db)
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    let status: number | null = null
    const { sender } = senderFor(db, () => status)
    const now = Date.now() + 1000
    await deliverDue(db, sender, new Date(now))
    expect((await listWebhooks(db, admin))[0]).toMatchObject({ waiting: 1, failingSince: expect.any(String) })
    status = 204
    await deliverDue(db, sender, new Date(now + 11_000))
    expect((await listWebhooks(db, admin))[0]).toMatchObject({ waiting: 0, failingSince: null })
  })

  it('switch an address off that took nothing for three days, and tell admins', async () => {
    const db = await begin()
    const { id } = await hook(db)
    const { sender } = senderFor(db, () => null)
    const start = Date.now() + 1000
    must(await recordTopic(db, admin, { name: 'One' }), 'topic')
    await deliverDue(db, sender, new Date(start))
    must(await recordTopic(db, admin, { name: 'Two' }), 'topic')
    must(await recordTopic(db, admin, { name: 'Three' }), 'topic')
    await deliverDue(db, sender, new Date(start + GIVE_UP_MS))
    expect(await failedWebhooks(db, admin)).toEqual([{ id, url: 'https://hook.example/in' }])
    expect(await failedWebhooks(db, editor)).toEqual([])
    expect(await db.reader.delivery.count({ where: { state: 'waiting' } })).toBe(0)
    const event = await db.reader.event.findFirst({ where: { kind: 'webhook.failed' } })
    expect(event).toMatchObject({ actorName: 'webhooks', shelf: 'closed' })
    must(await recordTopic(db, admin, { name: 'Four' }), 'topic')
    expect(await db.reader.delivery.count({ where: { state: 'waiting' } })).toBe(0)
    // Switched on again, it is told anew, and a delivery that was given up can be sent.
    must(await changeWebhook(db, admin, { id, version: 2, url: 'https://hook.example/new' }), 'change')
    const [first] = await db.reader.delivery.findMany({ orderBy: { id: 'asc' } })
    must(await redeliver(db, admin, { id: first?.id ?? '' }), 'redeliver')
    const after = senderFor(db)
    await deliverDue(db, after.sender, new Date())
    expect(after.sent).toMatchObject([
      { url: 'https://hook.example/new', headers: { 'webhook-id': first?.id } },
    ])
  })

  it('are sent by one of several who look at once, and by another after a kill', async () => {
    const db = await begin()
    await hook(db)
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    const { sent, sender } = senderFor(db)
    const now = new Date(Date.now() + 1000)
    await Promise.all([1, 2, 3].map(() => deliverDue(db, sender, now)))
    expect(sent).toHaveLength(1)
    must(await recordTopic(db, admin, { name: 'Housing' }), 'topic')
    const killed: Sender = { ...sender, post: () => Promise.reject(new Error('killed')) }
    await expect(deliverDue(db, killed, now)).rejects.toThrow('killed')
    expect(await deliverDue(db, sender, now)).toBe(0)
    expect(await deliverDue(db, sender, new Date(now.getTime() + 61_000))).toBe(1)
    expect(sent.at(-1)?.payload.type).toBe('topic.recorded')
  })

  it('drop what waits when the address is taken away, and forget the log after a month', async () => {
    const db = await begin()
    const { id } = await hook(db)
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    must(await removeWebhook(db, admin, { id, version: 1 }), 'remove')
    expect(await deliverDue(db, senderFor(db).sender)).toBe(0)
    expect(await listWebhooks(db, admin)).toEqual([])
    expect(await changeWebhook(db, admin, { id, version: 2, url: 'https://a.example' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await forgetDeliveries(db)).toBe(0)
    expect(await forgetDeliveries(db, new Date(Date.now() + 31 * 24 * HOUR))).toBe(1)
  })

  it('are nobody’s to change or to see but an admin’s, and from the version that was seen', async () => {
    const db = await begin()
    const { id, secret } = await hook(db)
    must(await recordTopic(db, admin, { name: 'Permits' }), 'topic')
    const [delivery] = await db.reader.delivery.findMany()
    const before = await everything(db)
    for (const who of [editor, userOf('reviewer'), { kind: 'public' } as const]) {
      for (const tried of [
        makeWebhook(db, who, { url: 'https://a.example' }),
        changeWebhook(db, who, { id, version: 1, url: 'https://a.example' }),
        removeWebhook(db, who, { id, version: 1 }),
        redeliver(db, who, { id: delivery?.id ?? '' }),
      ])
        expect(await tried).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await listWebhooks(db, who)).toEqual([])
      expect(await deliveriesOf(db, who, id)).toBeNull()
    }
    expect(await changeWebhook(db, admin, { id, version: 7, url: 'https://a.example' })).toMatchObject({
      refusal: { code: 'conflict', details: { current: 1 } },
    })
    expect(await everything(db)).toEqual(before)
    // The secret is shown once, and stands in no event.
    expect(JSON.stringify(before.Event)).not.toContain(secret)
    expect(JSON.stringify(await listWebhooks(db, admin))).not.toContain(secret)
  })

  it('refuse an address that is none', async () => {
    const db = await begin()
    for (const url of ['', 'ftp://a.example', 'javascript:alert(1)', 'nothing'])
      expect(await makeWebhook(db, admin, { url })).toMatchObject({ refusal: { field: 'url' } })
  })
})
