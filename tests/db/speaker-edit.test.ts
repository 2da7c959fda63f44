/** Changing speakers, sources, topics and links: what follows from it, and what is refused. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordIdentity, undoIdentity } from '../../lib/commands/identity'
import { editLink, restoreLink, withdrawLink } from '../../lib/commands/link-edit'
import { recordLink } from '../../lib/commands/links'
import { editSource, reinstateSource, withdrawSource } from '../../lib/commands/source-edit'
import { recordSource } from '../../lib/commands/sources'
import { editSpeaker, reinstateSpeaker, withdrawSpeaker } from '../../lib/commands/speaker-edit'
import { recordSpeaker } from '../../lib/commands/speakers'
import { editTopic } from '../../lib/commands/topic-edit'
import type { Database } from '../../lib/db/client'
import { linkKept, sourceKept, speakerKept, topicKept } from '../../lib/db/records'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

type Fields = Record<string, unknown>
const why = { reason: 'It was wrong.' }

/** Each command with what is stored, and some fields changed; `version` too may be. */
const speaker = async (db: Database, id: string, fields: Fields = {}, by = admin) => {
  const { record, version } = (await speakerKept(db.reader, id)) as NonNullable<
    Awaited<ReturnType<typeof speakerKept>>
  >
  return editSpeaker(db, by, { ...record, id, version, ...why, ...fields } as never)
}
const source = async (db: Database, id: string, fields: Fields = {}) => {
  const { record, version } = (await sourceKept(db.reader, id)) as NonNullable<
    Awaited<ReturnType<typeof sourceKept>>
  >
  return editSource(db, admin, { ...record, id, version, ...why, ...fields } as never)
}
const link = async (db: Database, id: string, fields: Fields = {}) => {
  const { record, version } = (await linkKept(db.reader, id)) as NonNullable<
    Awaited<ReturnType<typeof linkKept>>
  >
  return editLink(db, admin, { ...record, id, version, ...why, ...fields } as never)
}

const wrong = async (db: Database) => (await checkDerivation(db)).wrong
const refusalIn = async (result: Promise<{ ok: boolean; refusal?: unknown }>) => (await result).refusal

describeDatabases('an edit', (open) => {
  it('of a speaker is stored, recorded field by field, and derived', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordLink(db, admin, { from: 'memo', to: 'director', mode: 'quotes' }), 'memo')
    const evidence = [
      { relation: 'supports', target: 'memo' },
      { relation: 'supports', target: 'report' },
    ]
    must(
      await recordClaim(db, admin, {
        id: 'on-memo',
        statement: 'On memo.',
        speaker: 'other',
        evidence,
      } as never),
      'c',
    )
    const before = await speakerKept(db.reader, 'director')
    // Unchanged: nothing is written.
    const all = await everything(db)
    expect(must(await speaker(db, 'director'), 'same')).toMatchObject({ version: 1, moved: [] })
    expect(await everything(db)).toEqual(all)

    const edited = must(await speaker(db, 'director', { name: 'Zora Brandt', roles: [] }), 'renamed')
    expect(edited).toMatchObject({ version: 2, slug: 'ada-brandt', job: null })
    expect(await wrong(db)).toEqual([])
    const sorts = await db.reader.claim.findMany({ where: { speakerId: 'director' } })
    expect(sorts.map(({ speakerSort }) => speakerSort)).toEqual(['zora brandt'])
    const event = await db.reader.event.findFirstOrThrow({ where: { kind: 'speaker.edited' } })
    expect(event).toMatchObject({ version: 2, reason: why.reason, summary: 'Zora Brandt', shelf: 'public' })
    expect(JSON.parse(event.changes)).toEqual([
      { field: 'name', before: 'Ada Brandt', after: 'Zora Brandt' },
      { field: 'roles', before: before?.record.roles, after: [] },
    ])
    expect(JSON.parse(event.record).roles).toEqual([])

    // A role, a group, an employer two steps away: each moves what it must.
    const role = { org: 'office', kind: 'spokesperson', title: null, from: null, to: null, ended: false }
    must(await speaker(db, 'director', { roles: [role] }), 'role')
    expect(await wrong(db)).toEqual([])
    must(await speaker(db, 'office', { name: 'Housing Office' }), 'office')
    expect(await wrong(db)).toEqual([])
    must(await speaker(db, 'unnamed', { affiliation: 'office', headCount: { wording: 'two' } }), 'unnamed')
    expect(await wrong(db)).toEqual([])
    must(await speaker(db, 'other', { kind: 'organization' }), 'kind')
    expect(await wrong(db)).toEqual([])
    expect((await speakerKept(db.reader, 'other'))?.record.kind).toBe('organization')
  })

  it('keeps the rows of roles that stay', async () => {
    const db = await open()
    await addSmallLedger(db)
    const roles = async () => db.reader.role.findMany({ orderBy: { position: 'asc' } })
    const [first] = await roles()
    const kept = (await speakerKept(db.reader, 'director'))?.record.roles as unknown[]
    must(
      await speaker(db, 'director', {
        roles: [{ org: 'paper', kind: 'expert', title: 'Columnist' }, ...kept],
      }),
      'two',
    )
    expect((await roles()).map(({ id, orgId, position }) => ({ id, orgId, position }))).toEqual([
      { id: expect.any(String), orgId: 'paper', position: 0 },
      { id: first?.id, orgId: 'office', position: 1 },
    ])
  })

  it('of a source, a topic or a link is stored, recorded and derived', async () => {
    const db = await open()
    await addSmallLedger(db)
    const moved = must(await source(db, 'register', { kind: 'web_page', issuer: null }), 'register')
    expect(moved.moved.map(({ claimId }) => claimId)).toEqual(['claim-found'])
    expect(await wrong(db)).toEqual([])
    must(
      await source(db, 'register', { title: 'Roll of permits', issuer: null, status: 'retracted' }),
      'title',
    )
    expect(await wrong(db)).toEqual([])
    // The status has a command of its own, and snapshots are only added.
    expect(await db.reader.source.findUnique({ where: { id: 'register' } })).toMatchObject({
      status: 'current',
      sortTitle: 'roll of permits',
    })
    const snapshot = {
      uri: 'https://archive.example/1',
      capturedAt: new Date('2026-01-02'),
      sha256: 'a'.repeat(64),
      mime: 'text/html',
    }
    must(await source(db, 'memo', { snapshots: [snapshot] }), 'snapshot')
    must(await source(db, 'memo', { snapshots: [snapshot], note: 'Read twice.' }), 'again')
    must(await source(db, 'memo', { snapshots: [] }), 'none')
    expect(await db.reader.snapshot.count()).toBe(1)

    const topic = await topicKept(db.reader, 'housing')
    must(
      await editTopic(db, admin, { ...topic?.record, id: 'housing', version: 1, name: 'Homes', ...why }),
      't',
    )
    expect(await db.reader.topic.findUnique({ where: { id: 'housing' } })).toMatchObject({
      name: 'Homes',
      sortName: 'homes',
      version: 2,
      claimCount: 1,
    })

    const evidence = [{ relation: 'supports', target: 'report' }]
    must(await recordClaim(db, admin, { id: 'rests', statement: 'Rests.', evidence } as never), 'rests')
    const status = async () => (await db.reader.claim.findUnique({ where: { id: 'rests' } }))?.status
    const first = await status()
    must(await link(db, 'link', { basis: 'second_hand' }), 'basis')
    expect(await wrong(db)).toEqual([])
    expect(await status()).not.toBe(first)
    must(await link(db, 'link', { from: 'memo' }), 'from')
    expect(await wrong(db)).toEqual([])
    must(await link(db, 'link', { from: 'report', to: 'unnamed' }), 'to')
    expect(await wrong(db)).toEqual([])
    const version = 4
    must(await withdrawLink(db, admin, { id: 'link', version, ...why }), 'withdrawn')
    expect(await wrong(db)).toEqual([])
    expect(await status()).toBe('untraced')
    expect(await refusalIn(link(db, 'link', { basis: 'expert' }))).toMatchObject({ code: 'gone' })
    must(await restoreLink(db, admin, { id: 'link', version: 5, ...why }), 'restored')
    expect(await wrong(db)).toEqual([])
    const events = await db.reader.event.findMany({
      where: { subjectId: 'link' },
      orderBy: { version: 'asc' },
    })
    expect(events.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'link.recorded 1',
      'link.edited 2',
      'link.edited 3',
      'link.edited 4',
      'link.withdrawn 5',
      'link.restored 6',
    ])
    for (const { record } of events) expect(JSON.parse(record)).toHaveProperty('from')
  })

  it('on something old, without a reason, or by somebody who may not, changes nothing', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await speaker(db, 'other', { description: 'A tenant.' }), 'first')
    const before = await everything(db)
    expect(await refusalIn(speaker(db, 'other', { version: 1, name: 'Mine' }))).toMatchObject({
      code: 'conflict',
      details: { current: 2, theirs: { description: 'A tenant.' } },
    })
    expect(await refusalIn(source(db, 'memo', { version: 9 }))).toMatchObject({
      code: 'conflict',
      details: { current: 1, theirs: { title: 'A page of notes' } },
    })
    expect(await refusalIn(link(db, 'link', { version: 9 }))).toMatchObject({
      code: 'conflict',
      details: { theirs: { to: 'director' } },
    })
    for (const edit of [speaker(db, 'other', { reason: ' ', name: 'X' }), source(db, 'memo', { reason: '' })])
      expect(await refusalIn(edit)).toMatchObject({ code: 'invalid', field: 'reason' })
    expect(await refusalIn(speaker(db, 'other', { name: 'X' }, userOf('contributor')))).toMatchObject({
      code: 'forbidden',
    })
    expect(await refusalIn(speaker(db, 'other', { name: '' }))).toMatchObject({ field: 'name' })
    expect(await refusalIn(speaker(db, 'other', { id: 'nobody' }))).toMatchObject({ code: 'not_found' })
    const person = { kind: 'person' }
    expect(await refusalIn(speaker(db, 'office', person))).toMatchObject({ code: 'blocked', field: 'kind' })
    expect(await refusalIn(speaker(db, 'director', { roles: [{ org: 'other' }] }))).toMatchObject({
      code: 'invalid',
      field: 'roles',
    })
    expect(await refusalIn(speaker(db, 'office', { group: 'none' }))).toMatchObject({ field: 'group' })
    expect(await everything(db)).toEqual(before)
  })

  it('never gives an unnamed speaker a name, by any field or link', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordClaim(db, admin, { id: 'own', statement: 'Own.', speaker: 'unnamed' }), 'own')
    const evidence = [{ relation: 'supports', target: 'memo', access: 'on_background', vouchedBy: 'paper' }]
    must(await recordClaim(db, admin, { id: 'told', statement: 'Told.', evidence } as never), 'told')
    must(await recordLink(db, admin, { id: 'in', from: 'memo', to: 'unnamed', mode: 'attributes' }), 'in')
    const before = await everything(db)
    const fields: Fields[] = [
      { kind: 'person' },
      { kind: 'organization', vouchedBy: null },
      { roles: [{ org: 'office', kind: 'official' }] },
      { sameAs: ['https://example.org/ada'] },
      { wikidataId: 'Q42' },
      { mayOverlap: ['director'] },
      { mayOverlap: ['office'] },
      { mayOverlap: ['unnamed'] },
      { vouchedBy: 'director' },
      { vouchedBy: null },
      { affiliation: 'director' },
      { group: 'g' },
    ]
    for (const some of fields)
      expect(await refusalIn(speaker(db, 'unnamed', some)), JSON.stringify(some)).toMatchObject({
        code: 'invalid',
      })
    for (const named of ['director', 'office'])
      expect(
        await refusalIn(speaker(db, named, { kind: 'anonymous', vouchedBy: 'paper', roles: [] })),
      ).toMatchObject({
        code: 'invalid',
        field: 'kind',
      })
    for (const [from, to] of [
      ['unnamed', 'director'],
      ['director', 'unnamed'],
    ] as const) {
      const identity = { from, to, kind: 'same', ...why } as const
      expect(await refusalIn(recordIdentity(db, admin, identity))).toMatchObject({ code: 'invalid' })
    }
    // A person, or any name, behind what was told on background: by a new link, or by one that is changed.
    const links = [
      ['unnamed', 'director'],
      ['unnamed', 'office'],
      ['memo', 'director'],
      ['memo', 'report'],
    ] as const
    for (const [from, to] of links) {
      const refusal = await refusalIn(recordLink(db, admin, { from, to, mode: 'attributes' }))
      expect(refusal, `${from} → ${to}`).toMatchObject({
        code: to === 'director' && from === 'unnamed' ? 'invalid' : 'refused_access',
        field: 'to',
      })
    }
    for (const to of ['director', 'office', 'report'])
      expect(await refusalIn(link(db, 'in', { to })), to).toMatchObject({
        code: 'refused_access',
        field: 'to',
      })
    expect(await refusalIn(link(db, 'link', { from: 'memo' }))).toMatchObject({ code: 'refused_access' })
    expect(await everything(db)).toEqual(before)
    // What leads to no name is taken.
    must(
      await speaker(db, 'unnamed', { affiliation: 'office', anonymityReason: 'Not authorised to speak.' }),
      'a',
    )
    must(await recordLink(db, admin, { from: 'memo', to: 'register', mode: 'cites' }), 'register')
    expect(await wrong(db)).toEqual([])
  })
})

describeDatabases('a withdrawal', (open) => {
  it('is refused with what rests on it, and taken back by a reinstatement', async () => {
    const db = await open()
    await addSmallLedger(db)
    const before = await everything(db)
    const rests: [string, RegExp][] = [
      ['director', /1 claims that it made \(“The office granted forty permits.”\); 1 links/],
      ['office', /1 people with a role in it \(“Ada Brandt”\)/],
      ['paper', /1 sources that it published.*1 unnamed speakers/],
    ]
    for (const [id, sentence] of rests) {
      const refusal = await refusalIn(withdrawSpeaker(db, admin, { id, version: 1, ...why }))
      expect(refusal, id).toMatchObject({ code: 'blocked', sentence: expect.stringMatching(sentence) })
    }
    for (const id of ['register', 'report'])
      expect(await refusalIn(withdrawSource(db, admin, { id, version: 1, ...why })), id).toMatchObject({
        code: 'blocked',
      })
    expect(await everything(db)).toEqual(before)
    must(await withdrawSpeaker(db, admin, { id: 'other', version: 1, ...why }), 'other')
    must(await withdrawSource(db, admin, { id: 'memo', version: 1, ...why }), 'memo')
    expect(await db.reader.speaker.findUnique({ where: { id: 'other' } })).toMatchObject({ shelf: 'closed' })
    expect(await refusalIn(withdrawSource(db, admin, { id: 'memo', version: 2, ...why }))).toMatchObject({
      code: 'blocked',
    })
    const gone = { refusal: { code: 'invalid', sentence: expect.stringContaining('was withdrawn') } }
    expect(await recordClaim(db, admin, { statement: 'New.', speaker: 'other' })).toMatchObject(gone)
    const appearances = [{ source: 'memo' }]
    expect(await recordClaim(db, admin, { statement: 'New.', appearances })).toMatchObject(gone)
    expect(await recordLink(db, admin, { from: 'report', to: 'memo', mode: 'cites' })).toMatchObject(gone)
    must(await reinstateSpeaker(db, admin, { id: 'other', version: 2, ...why }), 'other')
    must(await reinstateSource(db, admin, { id: 'memo', version: 2, ...why }), 'memo')
    expect(await db.reader.source.findUnique({ where: { id: 'memo' } })).toMatchObject({ shelf: 'public' })
    expect(await wrong(db)).toEqual([])
  })

  it('puts a speaker of the teaching ledger back where it was', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordSpeaker(db, admin, { id: 'x', kind: 'person', name: 'X', shelf: 'teaching' }), 'x')
    must(await recordSource(db, admin, { id: 's', kind: 'book', title: 'S', shelf: 'teaching' }), 's')
    must(await withdrawSpeaker(db, admin, { id: 'x', version: 1, ...why }), 'x')
    must(await reinstateSpeaker(db, admin, { id: 'x', version: 2, ...why }), 'x')
    expect(await db.reader.speaker.findUnique({ where: { id: 'x' } })).toMatchObject({ shelf: 'teaching' })
  })
})

describeDatabases('an identity', (open) => {
  it('is said of two named speakers, replaced, and taken back', async () => {
    const db = await open()
    await addSmallLedger(db)
    const say = (kind: 'same' | 'different' | 'unsure', from = 'director', to = 'other') =>
      recordIdentity(db, admin, { from, to, kind, ...why })
    must(await say('unsure'), 'unsure')
    const { id } = must(await say('different', 'other', 'director'), 'different')
    const links = await db.reader.identityLink.findMany({ orderBy: { id: 'asc' } })
    expect(links.map(({ kind, undoneAt }) => [kind, undoneAt !== null])).toEqual([
      ['unsure', true],
      ['different', false],
    ])
    must(await undoIdentity(db, admin, { id, ...why }), 'undone')
    expect(await refusalIn(undoIdentity(db, admin, { id, ...why }))).toMatchObject({ code: 'blocked' })
    expect(await refusalIn(say('same', 'other', 'other'))).toMatchObject({ code: 'invalid' })
    must(
      await recordSpeaker(db, admin, { id: 'draft', kind: 'person', name: 'Draft', shelf: 'desk' }),
      'draft',
    )
    expect(await refusalIn(say('same', 'other', 'draft'))).toMatchObject({ code: 'invalid', field: 'to' })
    expect(await db.reader.event.count({ where: { kind: { startsWith: 'speaker.identity' } } })).toBe(3)
  })
})
