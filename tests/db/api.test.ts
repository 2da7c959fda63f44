/** The API answers as its document says: every operation, what it refuses included. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as description } from '../../app/api/v1/openapi.json/route'
import { handle, preflight } from '../../app/api/v1/router'
import { recordClaim } from '../../lib/commands/claims/record'
import { changeAddress } from '../../lib/commands/rename'
import type { Database } from '../../lib/db/client'
import { OPERATIONS, type Operation, type OperationId, partsOf, problemsOf } from '../../lib/domain/api'
import { SCOPES } from '../../lib/domain/input/api'
import { must } from '../../seeds/must'
import { addAccount, type TestUser } from '../support/accounts'
import { type Answered, apiOf, keyOf, type Send } from '../support/api'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

vi.mock('server-only', () => ({}))

const SITE = 'http://ledger.example'

/** Straight to the router; a server's request has headers that a browser's would drop. */
const send: Send = (address, { headers, ...init }) => {
  const request = new Request(address, { ...init, duplex: 'half' } as RequestInit)
  Object.defineProperty(request, 'headers', { value: new Headers(headers) })
  return address.endsWith('/openapi.json') ? description(request) : handle(request)
}

const ALL = Object.entries(OPERATIONS) as [OperationId, Operation][]
const WRITES = ALL.filter(([, { method }]) => method !== 'GET')

const good = (answered: Answered, status = 200) => {
  expect(answered.status, JSON.stringify(answered.json)).toBe(status)
  return answered.json
}

describeDatabases('the API', (open, kind) => {
  let db: Database
  let api: Awaited<ReturnType<typeof apiOf>>
  let boss: TestUser
  let key = ''
  let editorKey = ''
  let readKey = ''
  const onDb = <T>(body: (db: Database) => Promise<T>): Promise<T> => body(db)

  beforeAll(async () => {
    vi.stubEnv('SITE_URL', SITE)
    db = await open()
    ;(globalThis as { onRecordDatabase?: Database }).onRecordDatabase = db
    await addSmallLedger(db)
    must(
      await changeAddress(db, admin, { kind: 'speaker', id: 'other', version: 1, slug: 'renamed' }),
      'renamed',
    )
    api = await apiOf(SITE, send)
    boss = await addAccount(db, 'admin')
    const editor = await addAccount(db, 'editor')
    editorKey = await keyOf(db, editor, SCOPES)
    readKey = await keyOf(db, editor, ['read'])
  })
  // A limit of its own for each test.
  beforeEach(async () => {
    key = await keyOf(db, boss, SCOPES)
  })

  describe('the document', () => {
    it('is OpenAPI 3.1, and every schema in it compiles', () => {
      expect(api.document).toMatchObject({ openapi: '3.1.0', servers: [{ url: `${SITE}/api/v1` }] })
      for (const operations of Object.values(api.document.paths))
        for (const operation of Object.values(operations) as {
          requestBody?: { content: Record<string, { schema: object; example?: unknown }> }
        }[]) {
          const body = operation.requestBody?.content['application/json']
          if (!body) continue
          const validate = api.ajv.compile(body.schema)
          if (body.example) expect(validate(body.example), JSON.stringify(validate.errors)).toBe(true)
        }
    })

    it('has every operation of the table, each under one name', () => {
      const ids = Object.values(api.document.paths).flatMap((all) =>
        Object.values(all).map(({ operationId }) => operationId),
      )
      expect(ids.sort()).toEqual(ALL.map(([id]) => id).sort())
    })
  })

  describe('a ledger written by a program', () => {
    const at: Record<string, string> = {}

    it('takes speakers, sources, topics and links', async () => {
      const paper = good(
        await api.call(
          'recordSpeaker',
          {},
          { key, body: { kind: 'organization', name: 'The Program Post', outlet: true } },
        ),
        201,
      )
      const made = await api.call('recordSpeaker', {}, { key, body: { kind: 'person', name: 'Pia Gram' } })
      const person = good(made, 201)
      expect(made.headers.get('location')).toBe(`${SITE}/api/v1/speakers/${person.slug}`)
      const source = good(
        await api.call(
          'recordSource',
          {},
          { key, body: { kind: 'news_report', title: 'A report for programs', publisher: paper.id } },
        ),
        201,
      )
      const topic = good(await api.call('recordTopic', {}, { key, body: { name: 'Programs' } }), 201)
      const link = good(
        await api.call('recordLink', {}, { key, body: { from: source.id, to: person.id, mode: 'quotes' } }),
        201,
      )
      Object.assign(at, {
        paper: paper.id,
        speaker: person.slug,
        person: person.id,
        source: source.slug,
        sourceId: source.id,
        topic: topic.slug,
        topicId: topic.id,
        link: link.id,
      })
    })

    it('takes a claim as a draft, changes it from the version that was seen, and publishes it', async () => {
      const body = {
        statement: 'The program wrote this.',
        speaker: at.person,
        topics: [at.topicId],
        appearances: [{ source: at.sourceId }],
      }
      const draft = good(await api.call('recordClaim', {}, { key: editorKey, body }), 201)
      const claim = draft.slug
      at.claim = claim
      expect((await api.call('getClaim', { claim })).status).toBe(404)
      const seen = await api.call('getClaimRecord', { claim }, { key: editorKey })
      const { record } = good(seen)
      expect(record).toMatchObject(body)
      const changed = { ...record, statement: 'The program wrote that.' }
      const ETag = seen.headers.get('etag') ?? ''
      expect(
        good(
          await api.call(
            'editClaim',
            { claim },
            { key: editorKey, body: changed, headers: { 'If-Match': ETag } },
          ),
        ),
      ).toMatchObject({ version: 2 })
      const added = good(
        await api.call(
          'addEvidence',
          { claim },
          { key: editorKey, version: 2, body: { relation: 'supports', target: at.sourceId } },
        ),
        201,
      )
      expect(
        good(await api.call('listEvidence', { claim: draft.id }, { key: editorKey })).data,
      ).toMatchObject([{ id: added.evidence, target: at.sourceId }])
      expect(
        good(
          await api.call(
            'editEvidence',
            { claim, evidence: added.evidence },
            { key: editorKey, version: 3, body: { relation: 'context', target: at.sourceId } },
          ),
        ).version,
      ).toBe(4)
      expect(good(await api.call('submitClaim', { claim }, { key: editorKey, version: 4 })).state).toBe(
        'submitted',
      )
      expect(
        good(await api.call('returnClaim', { claim }, { key, version: 5, body: { comment: 'Say when.' } }))
          .state,
      ).toBe('draft')
      // Nobody publishes alone what they wrote, whatever their key is for.
      expect((await api.call('publishClaim', { claim }, { key: editorKey, version: 6 })).status).toBe(403)
      expect(good(await api.call('publishClaim', { claim }, { key, version: 6 })).state).toBe('published')
      const read = good(await api.call('getClaim', { claim }))
      expect(read).toMatchObject({
        kind: 'claim',
        data: { statement: 'The program wrote that.', version: 7 },
      })
    })

    it('is read as lists, page by page', async () => {
      await onDb(async (db) => {
        for (let n = 0; n < 12; n++)
          must(await recordClaim(db, admin, { statement: `Claim number ${n}.` }), 'claim')
      })
      const first = await api.call('listClaims', { query: '?per=10' })
      const page = good(first)
      expect(page.data).toHaveLength(10)
      expect(first.headers.get('link')).toContain('rel="next"')
      const next = page.links.next.replace(`${SITE}/api/v1/claims`, '')
      const second = good(await api.call('listClaims', { query: next }))
      expect(second.data[0].id).not.toBe(page.data[0].id)
      expect(
        good(await api.call('listClaims', { query: `?speaker=${at.speaker}&nonsense=1` })),
      ).toMatchObject({
        total: { n: 1 },
        dropped: [{ key: 'nonsense' }],
      })
      for (const id of ['listSpeakers', 'listSources', 'listTopics'] as const)
        expect(good(await api.call(id)).data.length).toBeGreaterThan(1)
    })

    it('gives records, as readers and as editors see them, and takes them back changed', async () => {
      for (const [name, read, record, edit] of [
        ['speaker', 'getSpeaker', 'getSpeakerRecord', 'editSpeaker'],
        ['source', 'getSource', 'getSourceRecord', 'editSource'],
        ['topic', 'getTopic', 'getTopicRecord', 'editTopic'],
      ] as const) {
        const parts = { [name]: at[name] ?? '' }
        const { data } = good(await api.call(read, parts))
        const kept = good(await api.call(record, parts, { key }))
        expect(data.id).toBe(kept.id)
        const why = { reason: 'A program changes it.' }
        const same = good(
          await api.call(
            edit,
            { [name]: kept.id },
            { key, version: kept.version, body: { ...kept.record, ...why } },
          ),
        )
        expect(same.version).toBe(kept.version)
        const next = name === 'source' ? { title: 'Another title' } : { name: 'Another name' }
        const other = good(
          await api.call(edit, parts, {
            key,
            version: kept.version,
            body: { ...kept.record, ...next, ...why },
          }),
        )
        expect(other.version).toBe(kept.version + 1)
      }
      const link = good(await api.call('getLink', { link: at.link ?? '' }, { key }))
      const body = { ...link.record, mode: 'attributes', reason: 'Misread.' }
      expect(good(await api.call('editLink', { link: link.id }, { key, version: 1, body }))).toMatchObject({
        version: 2,
      })
      expect(
        good(
          await api.call(
            'withdrawLink',
            { link: link.id },
            { key, version: 2, body: { reason: 'An error.' } },
          ),
        ).version,
      ).toBe(3)
      expect(
        good(await api.call('restoreLink', { link: link.id }, { key, version: 3, body: { reason: 'None.' } }))
          .version,
      ).toBe(4)
    })

    it('lists links by their ends and their claims, page by page', async () => {
      const all = (query: string, who = key) => api.call('listLinks', { query }, { key: who })
      const from = good(await all(`?from=${at.source}`)).data
      expect(from).toMatchObject([
        { id: at.link, scope: 'source', withdrawn: false, record: { from: at.sourceId, to: at.person } },
      ])
      expect(good(await all(`?to=${at.person}&withdrawn=no`)).data).toEqual(from)
      expect(good(await all(`?to=${at.person}&withdrawn=yes`)).data).toEqual([])
      expect(good(await all('?from=nobody-has-this')).data).toEqual([])
      expect(good(await all(`?claim=${at.claim}`)).data).toEqual([])
      for (let n = 0; n < 11; n++) {
        const body = { from: at.sourceId, to: at.paper, mode: 'cites', wording: `says ${n}` }
        good(await api.call('recordLink', {}, { key, body }), 201)
      }
      const first = await all('?per=10')
      const page = good(first)
      expect(page.data).toHaveLength(10)
      expect(first.headers.get('link')).toBe(`<${page.links.next}>; rel="next"`)
      const second = good(await all(page.links.next.split('?')[1] ? `?${page.links.next.split('?')[1]}` : ''))
      const ids = [...page.data, ...second.data].map(({ id }: { id: string }) => id)
      expect(new Set(ids).size).toBe(await onDb((db) => db.reader.link.count()))
      expect((await all('', await keyOf(db, await addAccount(db, 'contributor'), SCOPES))).status).toBe(403)
    })

    it('lists scales, of publishers that readers see', async () => {
      const body = {
        publisher: at.paper,
        name: 'Five steps',
        best: 1,
        worst: 5,
        labels: [{ value: 1, text: 'So' }],
      }
      const made = await api.call('recordScale', {}, { key, body })
      const { id } = good(made, 201)
      expect(made.headers.get('location')).toBe(`${SITE}/api/v1/scales/${id}`)
      const publisher = { id: at.paper, slug: expect.any(String), name: 'The Program Post' }
      const scale = {
        id,
        publisher,
        name: 'Five steps',
        best: 1,
        worst: 5,
        labels: [{ value: 1, text: 'So' }],
      }
      expect(good(await api.call('getScale', { scale: id })).publisher).toEqual(publisher)
      expect(good(await api.call('listScales', { query: `?publisher=${at.paper}` })).data).toEqual([scale])
      const draft = { kind: 'organization', name: 'Unseen Checkers', draft: true }
      const unseen = good(await api.call('recordSpeaker', {}, { key, body: draft }), 201)
      const hidden = good(
        await api.call('recordScale', {}, { key, body: { ...body, publisher: unseen.id } }),
        201,
      )
      expect(good(await api.call('listScales', {})).data).toEqual([scale])
      expect((await api.call('getScale', { scale: hidden.id })).status).toBe(404)
      expect((await api.call('recordScale', {}, { key: editorKey, body })).status).toBe(403)
    })

    it('moves claims with the status of a source, and takes records away and back', async () => {
      const source = good(
        await api.call('recordSource', {}, { key, body: { kind: 'web_page', title: 'To be retracted' } }),
        201,
      )
      const body = { status: 'retracted', reason: 'It was invented.' }
      expect(
        good(await api.call('setSourceStatus', { source: source.id }, { key, version: 1, body })).version,
      ).toBe(2)
      expect(
        good(
          await api.call(
            'withdrawSource',
            { source: source.id },
            { key, version: 2, body: { reason: 'Unused.' } },
          ),
        ).version,
      ).toBe(3)
      expect(
        good(
          await api.call(
            'reinstateSource',
            { source: source.id },
            { key, version: 3, body: { reason: 'Used.' } },
          ),
        ).version,
      ).toBe(4)
      const speaker = good(
        await api.call('recordSpeaker', {}, { key, body: { kind: 'person', name: 'Nobody Needed' } }),
        201,
      )
      expect(
        good(
          await api.call(
            'withdrawSpeaker',
            { speaker: speaker.id },
            { key, version: 1, body: { reason: 'Unused.' } },
          ),
        ).version,
      ).toBe(2)
      expect(
        good(
          await api.call(
            'reinstateSpeaker',
            { speaker: speaker.id },
            { key, version: 2, body: { reason: 'Used.' } },
          ),
        ).version,
      ).toBe(3)
      // What something rests on stays.
      expect(
        (
          await api.call(
            'withdrawSpeaker',
            { speaker: at.person ?? '' },
            { key, version: 2, body: { reason: 'No.' } },
          )
        ).status,
      ).toBe(409)
    })

    it('takes verdicts', async () => {
      const claim = at.claim ?? ''
      const body = { reviewer: at.paper, ratingText: 'Mostly true', reviewedOn: '2025-01-02' }
      const made = await api.call('recordReview', { claim }, { key, body })
      const { id } = good(made, 201)
      expect(made.headers.get('location')).toBe(`${SITE}/api/v1/reviews/${id}`)
      const hidden = good(
        await api.call('recordReview', { claim }, { key, body: { ...body, state: 'draft' } }),
        201,
      )
      expect(good(await api.call('listReviews', { claim })).data).toMatchObject([{ id, record: body }])
      expect(good(await api.call('listReviews', { claim }, { key })).total.n).toBe(2)
      expect((await api.call('getReview', { review: hidden.id })).status).toBe(404)
      expect(good(await api.call('getReview', { review: id })).version).toBe(1)
      expect(
        good(
          await api.call(
            'editReview',
            { review: id },
            { key, version: 1, body: { ...body, ratingText: 'False', reason: 'Looked again.' } },
          ),
        ).version,
      ).toBe(2)
      expect(
        good(
          await api.call(
            'withdrawReview',
            { review: id },
            { key, version: 2, body: { reason: 'An error.' } },
          ),
        ).version,
      ).toBe(3)
      expect((await api.call('getReview', { review: id })).status).toBe(404)
    })

    it('hides, withdraws and brings back claims, and says why they are gone', async () => {
      const claim = at.claim ?? ''
      expect(
        good(
          await api.call('hideClaim', { claim }, { key, version: 7, body: { reason: 'Being looked into.' } }),
        ).state,
      ).toBe('hidden')
      const gone = await api.call('getClaim', { claim })
      expect(gone).toMatchObject({ status: 410, json: { reason: 'Being looked into.' } })
      expect((await api.call('listReviews', { claim })).status).toBe(410)
      expect(
        good(
          await api.call(
            'reopenClaim',
            { claim },
            { key, version: 8, body: { to: 'published', reason: 'It was right.' } },
          ),
        ).state,
      ).toBe('published')
      expect(
        good(await api.call('withdrawClaim', { claim }, { key, version: 9, body: { reason: 'A test.' } }))
          .state,
      ).toBe('withdrawn')
    })

    it('leads from an address that something had before', async () => {
      const moved = await api.call('getSpeaker', { speaker: 'zebedee-quillfeather' })
      expect(moved.status).toBe(308)
      expect(moved.headers.get('location')).toBe(`${SITE}/api/v1/speakers/renamed`)
      expect((await api.call('getSpeaker', { speaker: 'other' })).status).toBe(200)
    })

    it('takes webhooks from admins, and says as whom a key acts', async () => {
      expect(good(await api.call('getMe', {}, { key: readKey }))).toMatchObject({
        role: 'editor',
        scopes: ['read'],
        key: { name: 'Tests' },
      })
      expect(good(await api.call('getMe'))).toEqual({ name: null, role: null, scopes: [], key: null })
      const made = good(
        await api.call(
          'makeWebhook',
          {},
          { key, body: { url: 'https://hook.example/in', subjects: ['review'] } },
        ),
        201,
      )
      const webhook = made.id
      expect(made.secret).toMatch(/^whsec_/)
      expect(JSON.stringify(good(await api.call('listWebhooks', {}, { key })))).not.toContain(made.secret)
      expect(good(await api.call('getWebhook', { webhook }, { key })).state).toBe('active')
      expect(
        good(
          await api.call(
            'changeWebhook',
            { webhook },
            { key, version: 1, body: { url: 'https://hook.example/two', state: 'paused' } },
          ),
        ).version,
      ).toBe(2)
      await onDb(async (db) => {
        const at = new Date()
        await db.writer.delivery.create({
          data: {
            id: 'api-delivery',
            webhookId: webhook,
            eventId: 'none',
            kind: 'claim.recorded',
            state: 'failed',
            nextAt: at,
            createdAt: at,
          },
        })
      })
      expect(good(await api.call('listDeliveries', { webhook }, { key })).data).toMatchObject([
        { id: 'api-delivery' },
      ])
      const again = { webhook, delivery: 'api-delivery' }
      expect((await api.call('redeliver', again, { key })).status).toBe(409)
      good(
        await api.call(
          'changeWebhook',
          { webhook },
          { key, version: 2, body: { url: 'https://hook.example/two' } },
        ),
      )
      good(await api.call('redeliver', again, { key }))
      good(await api.call('removeWebhook', { webhook }, { key, version: 3 }))
      expect(good(await api.call('listWebhooks', {}, { key: editorKey })).data).toEqual([])
    })
  })

  describe('what is refused', () => {
    const parts = (operation: Operation) =>
      Object.fromEntries(partsOf(operation.path).map((name) => [name, 'nothing-of-that-name']))
    /** A body that would be taken, as far as the form goes. */
    const bodyFor = (id: OperationId) =>
      ({
        recordClaim: { statement: 'x' },
        editClaim: { statement: 'x' },
        addEvidence: { relation: 'supports' },
        editEvidence: { relation: 'supports' },
        returnClaim: { comment: 'x' },
        reopenClaim: { to: 'draft', reason: 'x' },
        recordReview: { reviewer: 'x', ratingText: 'x', reviewedOn: '2025' },
        editReview: { reviewer: 'x', ratingText: 'x', reviewedOn: '2025' },
        recordSpeaker: { kind: 'person', name: 'x' },
        editSpeaker: { kind: 'person', name: 'x' },
        recordSource: { kind: 'web_page', title: 'x' },
        editSource: { kind: 'web_page', title: 'x' },
        setSourceStatus: { status: 'retracted', reason: 'x' },
        recordTopic: { name: 'x' },
        editTopic: { name: 'x' },
        recordScale: { publisher: 'x', name: 'x', best: 1, worst: 2 },
        recordLink: { from: 'x', to: 'y', mode: 'quotes' },
        editLink: { from: 'x', to: 'y', mode: 'quotes' },
        makeWebhook: { url: 'https://a.example' },
        changeWebhook: { url: 'https://a.example' },
        submitClaim: {},
        publishClaim: {},
        removeWebhook: {},
        redeliver: {},
      })[id as string] ?? { reason: 'x' }
    const count = () => onDb((db) => db.reader.event.count())

    it('without a key, with one that does not work, or with one for something else', async () => {
      const before = await count()
      for (const [id, operation] of ALL) {
        const sent = {
          body: operation.body ? bodyFor(id) : undefined,
          version: operation.versioned ? 1 : undefined,
        }
        const wrong = await api.call(id, parts(operation), { ...sent, key: `onrec_${'a'.repeat(43)}` })
        expect(wrong.status, id).toBe(401)
        expect(wrong.headers.get('www-authenticate')).toContain('Bearer')
        if (operation.scope === null) continue
        expect((await api.call(id, parts(operation), sent)).status, id).toBe(401)
        if (operation.scope !== 'read')
          expect((await api.call(id, parts(operation), { ...sent, key: readKey })).status, id).toBe(403)
      }
      expect(await count()).toBe(before)
    })

    it('where nothing of that name is recorded', async () => {
      for (const [id, operation] of ALL) {
        if (partsOf(operation.path).length === 0) continue
        const sent = {
          key,
          body: operation.body ? bodyFor(id) : undefined,
          version: operation.versioned ? 1 : undefined,
        }
        expect((await api.call(id, parts(operation), sent)).status, id).toBe(404)
      }
    })

    it('what is no JSON, too large, of another type, or misspelt', async () => {
      const before = await count()
      for (const [id, operation] of WRITES) {
        const at = parts(operation)
        const version = operation.versioned ? 1 : undefined
        expect((await api.call(id, at, { key, version, raw: '{"a":' })).status, id).toBe(400)
        expect(
          (await api.call(id, at, { key, version, raw: new Uint8Array([0x22, 0xff, 0x22]) })).status,
          id,
        ).toBe(400)
        const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
        expect((await api.call(id, at, { key, version, raw: 'a=1', headers: type })).status, id).toBe(415)
        expect((await api.call(id, at, { key, version, raw: '[]' })).status, id).toBe(422)
        const misspelt = await api.call(id, at, { key, version, body: { ...bodyFor(id), statemnt: 'x' } })
        expect(misspelt, id).toMatchObject({ status: 422, json: { field: 'statemnt' } })
      }
      const big = { key, raw: JSON.stringify({ statement: 'x'.repeat(1_000_001) }) }
      expect((await api.call('recordClaim', {}, big)).status).toBe(413)
      expect(await count()).toBe(before)
    })

    it('a change without the version that was seen, or of one that is past', async () => {
      for (const [id, operation] of WRITES) {
        if (!operation.versioned) continue
        const sent = { key, body: bodyFor(id) }
        expect((await api.call(id, parts(operation), sent)).status, id).toBe(428)
        expect(
          (await api.call(id, parts(operation), { ...sent, headers: { 'If-Match': '*' } })).status,
          id,
        ).toBe(428)
        expect(
          (await api.call(id, parts(operation), { ...sent, headers: { 'If-Match': '3' } })).status,
          id,
        ).toBe(400)
      }
      const topic = good(await api.call('recordTopic', {}, { key, body: { name: 'Contended' } }), 201)
      const change = (name: string) =>
        api.call('editTopic', { topic: topic.id }, { key, version: 1, body: { name, reason: 'Why.' } })
      const both = await Promise.all([change('One'), change('Two')])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
      const lost = both.find(({ status }) => status === 412)
      expect(lost?.json).toMatchObject({
        code: 'conflict',
        current: 2,
        theirs: { name: expect.stringMatching(/^(One|Two)$/) },
      })
    })

    it('with the field, and every problem of the body', async () => {
      const body = {
        statement: ' ',
        evidence: [{ relation: 'supports' }, { relation: 'nothing', access: 'off_record' }],
      }
      const { json } = await api.call('recordClaim', {}, { key, body })
      expect(json).toMatchObject({ status: 422, code: 'refused_access', field: 'statement' })
      expect(json.errors.map(({ field }: { field: string }) => field)).toEqual(
        expect.arrayContaining(['statement', 'evidence.1.relation', 'evidence.1.access']),
      )
      const nobody = await api.call(
        'recordClaim',
        {},
        { key, body: { statement: 'x', speaker: 'nobody-here' } },
      )
      expect(nobody).toMatchObject({ status: 422, json: { field: 'speaker' } })
      const deep = await api.call(
        'recordClaim',
        {},
        { key, raw: `${'['.repeat(200_000)}${']'.repeat(200_000)}` },
      )
      expect(deep.status).toBe(422)
    })

    it('addresses and methods that there are not', async () => {
      const nowhere = await send(`${SITE}/api/v1/nothing`, { headers: {} })
      expect(nowhere.status).toBe(404)
      expect(nowhere.headers.get('content-type')).toBe('application/problem+json')
      const other = await send(`${SITE}/api/v1/claims`, { method: 'DELETE', headers: {} })
      expect(other.status).toBe(405)
      expect(other.headers.get('allow')).toBe('GET, POST')
    })

    it('a publication by a key that is not for it, or whose owner may not do it alone', async () => {
      const claims = await keyOf(db, boss, ['claims'])
      const sent = { body: { statement: 'x', publish: true } }
      expect((await api.call('recordClaim', {}, { key: claims, ...sent })).status).toBe(403)
      expect((await api.call('recordClaim', {}, { key: editorKey, ...sent })).status).toBe(403)
      expect((await api.call('recordClaim', {}, { key, ...sent })).status).toBe(201)
    })
  })

  describe('a request that is sent again', () => {
    it('changes nothing a second time, and answers the same', async () => {
      const body = { name: 'Once only' }
      const headers = { 'Idempotency-Key': 'once-1' }
      const first = await api.call('recordTopic', {}, { key, body, headers })
      const all = await Promise.all([1, 2, 3].map(() => api.call('recordTopic', {}, { key, body, headers })))
      for (const again of all) {
        expect(again.json).toEqual(good(first, 201))
        expect(again.headers.get('location')).toBe(first.headers.get('location'))
        expect(again.headers.get('idempotency-replayed')).toBe('true')
      }
      const other = await api.call('recordTopic', {}, { key, body: { name: 'Another' }, headers })
      expect(other).toMatchObject({ status: 422, json: { field: 'Idempotency-Key' } })
      expect(
        (await api.call('recordTopic', {}, { key, body, headers: { 'Idempotency-Key': '' } })).status,
      ).toBe(400)
    })
  })

  describe('every answer', () => {
    it('is sent once: what has not changed is not sent again', async () => {
      const first = await api.call('getMe', {}, { key })
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[^"]+"$/)
      expect((await api.call('getMe', {}, { key, headers: { 'If-None-Match': tag } })).status).toBe(304)
    })

    it('says how much may still be asked, until it may not', async () => {
      const headers = { 'X-Forwarded-For': `reader-of-${kind}` }
      const { headers: said } = await api.call('listTopics', {}, { headers })
      expect(said.get('ratelimit-policy')).toBe('"reads";q=300;w=60')
      expect(said.get('ratelimit')).toMatch(/^"reads";r=299;t=\d+$/)
      for (let i = 0; i < 299; i += 50)
        await Promise.all(Array.from({ length: 50 }, () => send(`${SITE}/api/v1/me`, { headers })))
      const held = await api.call('getMe', {}, { headers })
      expect(held.status).toBe(429)
      expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await api.call('getMe', {}, { key, headers })).status).toBe(200)
    })

    it('lets nobody try many keys', async () => {
      const headers = { 'X-Forwarded-For': '198.51.100.78' }
      const wrong = () => api.call('getMe', {}, { key: `onrec_${'b'.repeat(43)}`, headers })
      const statuses = (await Promise.all(Array.from({ length: 32 }, wrong))).map(({ status }) => status)
      expect(statuses.filter((status) => status === 401)).toHaveLength(30)
      expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    })

    it('may be read by pages of other sites, with a key and never with a cookie', async () => {
      const asked = preflight()
      expect(asked.status).toBe(204)
      expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization')
      expect(asked.headers.get('access-control-allow-origin')).toBe('*')
      expect(asked.headers.has('access-control-allow-credentials')).toBe(false)
    })

    it('was held against the document: of every operation what it is for', () => {
      for (const [id, { status }] of ALL) expect([...(api.seen.get(id) ?? [])], id).toContain(status)
      for (const [id, operation] of WRITES)
        for (const status of problemsOf(operation).filter((one) => [400, 401, 403, 415, 422].includes(one)))
          expect([...(api.seen.get(id) ?? [])], id).toContain(status)
    })
  })
})
