/** Changes of claims: what an edit replaces and moves, who wins where two save, and the way back. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { editClaim, restoreVersion } from '../../lib/commands/claims/edit'
import { recordClaim } from '../../lib/commands/claims/record'
import type { ClaimConflict } from '../../lib/commands/claims/subject'
import { recordLink } from '../../lib/commands/links'
import { changeAddress } from '../../lib/commands/rename'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { type ClaimQuery, emptyQuery } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { must } from '../../seeds/must'
import { edit, expectNothingLost, opened } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const editor = userOf('editor')
const found = 'claim-found'

const rightIn = async (db: Database) => expect((await checkDerivation(db)).wrong).toEqual([])
const lastEvent = async (db: Database, subjectId: string) =>
  db.reader.event.findFirstOrThrow({ where: { subjectId }, orderBy: { version: 'desc' } })
const listed = async (db: Database, query: Partial<ClaimQuery>) =>
  (await listClaims(db, reader, { ...emptyQuery(), ...query })).rows.map(({ slug }) => slug)

describeDatabases('an edit of a claim', (open) => {
  it('replaces every field, in one event of the fields that changed', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordTopic(db, admin, { id: 'water', name: 'Water' }), 'water')
    const before = (await opened(db, found)).record
    const change = {
      statement: 'The office granted four permits.',
      quote: 'four permits',
      quoteSelector: { exact: 'four permits' },
      speechAct: 'denial',
      speaker: 'other',
      basis: 'first_hand',
      capacity: 'official',
      capacityOrg: 'office',
      stakes: [{ party: 'office', stake: 'harmed', note: 'Its budget.' }],
      saidOn: '2025-02',
      venue: 'A hearing',
      place: 'Alder',
      note: 'A note.',
      language: 'es',
      topics: ['water'],
      relations: [{ to: 'claim-said', kind: 'restates', note: null }],
      appearances: [
        { source: 'memo', locator: 'p. 2', selector: null, wording: 'wrote' },
        { source: 'report', locator: null, selector: null, wording: null },
      ],
      links: [
        {
          from: 'memo',
          to: 'report',
          mode: 'cites',
          basis: 'not_stated',
          capacity: 'personal',
          capacityOrg: null,
          wording: 'says',
        },
      ],
      evidence: [
        { ...before.evidence[0], note: 'Counted again.' },
        { ...before.evidence[0], id: 'second', relation: 'contradicts', target: 'unnamed' },
      ],
    } as Partial<typeof before>
    const first = await db.reader.evidence.findUniqueOrThrow({ where: { id: 'item' } })
    const edited = must(await edit(db, editor, found, change, { reason: 'A new count.' }), 'edit')
    expect(edited).toMatchObject({ id: found, slug: 'the-office-granted-forty-permits', version: 2 })
    expect(edited.changed.sort()).toEqual(Object.keys(before).sort())
    const after = await opened(db, found)
    expect(after).toMatchObject({ version: 2, record: change })
    expect(await db.reader.evidence.findUniqueOrThrow({ where: { id: 'item' } })).toEqual({
      ...first,
      note: 'Counted again.',
    })
    const event = await lastEvent(db, found)
    expect(event).toMatchObject({
      kind: 'claim.edited',
      version: 2,
      reason: 'A new count.',
      actorId: 'user-editor',
      shelf: 'public',
      summary: 'The office granted four permits.',
    })
    expect(JSON.parse(event.record)).toEqual(JSON.parse(JSON.stringify(after.record)))
    await rightIn(db)

    must(await edit(db, editor, found, { venue: '  A hearing ', note: 'Another.' }), 'one field')
    const small = await lastEvent(db, found)
    expect(JSON.parse(small.changes)).toEqual([{ field: 'note', before: 'A note.', after: 'Another.' }])
    expect(JSON.parse(small.record)).toEqual({ note: 'Another.' })
    // Addresses stay as they were, and everything of it can be taken away again.
    must(
      await edit(db, editor, found, {
        ...Object.fromEntries(
          ['stakes', 'topics', 'relations', 'appearances', 'links', 'evidence'].map((f) => [f, []]),
        ),
        speaker: null,
        saidOn: null,
        quote: null,
      }),
      'nothing left',
    )
    expect(await db.reader.claim.findUnique({ where: { id: found } })).toMatchObject({
      slug: 'the-office-granted-forty-permits',
      speakerSort: '',
      status: 'unsourced',
    })
    for (const table of ['stake', 'claimTopic', 'appearance', 'linkClaim', 'evidence'] as const)
      expect(await db.reader[table as 'stake'].count({ where: { claimId: found } }), table).toBe(0)
    await rightIn(db)
  })

  it('moves the claim in lists, counters and the index', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordTopic(db, admin, { id: 'water', name: 'Water' }), 'water')
    const slug = 'the-office-granted-forty-permits'
    expect(
      await listed(db, { speaker: ['ada-brandt'], topic: ['housing'], source: ['register-of-permits'] }),
    ).toEqual([slug])
    must(
      await edit(db, editor, found, {
        speaker: 'other',
        topics: ['water'],
        saidOn: '2020',
        evidence: [],
        speechAct: 'opinion',
      }),
      'edit',
    )
    for (const query of [
      { speaker: ['ada-brandt'] },
      { topic: ['housing'] },
      { source: ['register-of-permits'] },
      { act: ['assertion' as const], topic: ['water'] },
      { from: '2024' },
    ])
      expect(await listed(db, query), JSON.stringify(query)).toEqual([])
    expect(
      await listed(db, { speaker: ['zebedee-quillfeather'], topic: ['water'], act: ['opinion'], to: '2021' }),
    ).toEqual([slug])
    expect(await db.reader.speaker.findUnique({ where: { id: 'director' } })).toMatchObject({ claimCount: 0 })
    expect(await db.reader.topic.findUnique({ where: { id: 'water' } })).toMatchObject({ claimCount: 1 })
    expect(await db.reader.source.findUnique({ where: { id: 'register' } })).toMatchObject({ claimCount: 0 })
    const moved = await db.reader.statusChange.findMany({ where: { claimId: found }, orderBy: { at: 'asc' } })
    expect(moved.map(({ after }) => after)).toEqual(['self_sourced', 'not_checkable'])
    await rightIn(db)
  })

  it('writes nothing where nothing differs, and asks why where readers have seen it', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordClaim(db, editor, { id: 'mine', statement: 'A draft.', shelf: 'desk' }), 'draft')
    const before = await everything(db)
    const same = must(await edit(db, editor, found, {}, { reason: null }), 'same')
    expect(same).toMatchObject({ version: 1, changed: [], status: 'self_sourced' })
    expect(await everything(db)).toEqual(before)
    for (const reason of [null, ' '])
      expect(await edit(db, editor, found, { note: 'New.' }, { reason })).toMatchObject({
        ok: false,
        refusal: { code: 'invalid', field: 'reason' },
      })
    expect(await everything(db)).toEqual(before)
    expect(await edit(db, editor, 'mine', { note: 'New.' }, { reason: null })).toMatchObject({ ok: true })
    await rightIn(db)
  })

  it('joins a link that says the same for another claim, and leaves it to that one', async () => {
    const db = await open()
    await addSmallLedger(db)
    const link = { from: 'memo', to: 'report', mode: 'cites' } as const
    must(await edit(db, editor, found, { links: [link] }), 'first')
    must(await edit(db, editor, 'claim-said', { links: [link, { ...link, wording: 'says' }] }), 'second')
    expect(await db.reader.link.count({ where: { scope: 'claims' } })).toBe(2)
    must(await edit(db, editor, found, { links: [] }), 'left')
    expect(await db.reader.linkClaim.findMany({ where: { claimId: found } })).toEqual([])
    expect((await opened(db, 'claim-said')).record.links).toHaveLength(2)
    must(await edit(db, editor, 'claim-said', { links: [] }), 'left too')
    expect(await db.reader.link.count({ where: { scope: 'claims' } })).toBe(2)
    // A link of the whole source that says the same is another thing, and stays.
    must(await recordLink(db, admin, link), 'link')
    must(await edit(db, editor, found, { links: [link] }), 'joined again')
    expect(await db.reader.link.count()).toBe(4)
    await rightIn(db)
  })

  it('is refused as a whole where a part of it cannot stand', async () => {
    const db = await open()
    await addSmallLedger(db)
    const item = { relation: 'supports', target: 'other', basis: 'first_hand' } as const
    must(await edit(db, editor, 'claim-said', { evidence: [{ ...item, id: 'theirs' }] }), 'their item')
    const before = await everything(db)
    const refused: [Parameters<typeof edit>[3], string, string][] = [
      [{ speaker: 'nobody' }, 'invalid', 'speaker'],
      [{ statement: 'x', topics: ['housing', 'nothing'] }, 'invalid', 'topics.1'],
      [{ evidence: [{ ...item, id: 'theirs' }] }, 'duplicate', 'evidence.0.id'],
      [
        {
          evidence: [
            { ...item, id: 'item' },
            { ...item, id: 'item' },
          ],
        },
        'duplicate',
        'evidence.1.id',
      ],
      [{ evidence: [{ ...item, access: 'on_background' }] }, 'refused_access', 'evidence'],
      [
        {
          evidence: [{ ...item, target: 'memo', access: 'on_background' }],
          links: [{ from: 'memo', to: 'other', mode: 'quotes' }],
        },
        'refused_access',
        'evidence',
      ],
      [{ evidence: [{ ...item, access: 'off_record' as never }] }, 'refused_access', 'evidence.0.access'],
      [{ statement: ' ' }, 'invalid', 'statement'],
    ]
    for (const [change, code, field] of refused) {
      expect(await edit(db, editor, found, change), field).toMatchObject({
        ok: false,
        refusal: { code, field },
      })
      expect(await everything(db), field).toEqual(before)
    }
    const nothing = { id: 'nothing', version: 1, statement: 'x', reason: 'x' }
    expect(await editClaim(db, editor, nothing)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await editClaim(db, reader, nothing)).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

describeDatabases('of two who save the same version', (open) => {
  it('one wins, and the other is shown both texts', async () => {
    const db = await open()
    await addSmallLedger(db)
    const now = await opened(db, found)
    for (let round = 1; round <= 5; round++) {
      const texts = [`Left ${round}.`, `Right ${round}.`]
      const results = await Promise.all(
        texts.map((statement, i) =>
          editClaim(db, i ? editor : admin, {
            ...now.record,
            statement,
            evidence: [{ relation: 'supports', target: 'register', note: statement }],
            id: found,
            version: round,
            reason: statement,
          }),
        ),
      )
      const won = results.findIndex(({ ok }) => ok)
      const lost = results[1 - won]
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(lost).toMatchObject({
        refusal: {
          code: 'conflict',
          details: {
            current: round + 1,
            theirs: { statement: texts[won], evidence: [{ note: texts[won], target: 'register' }] },
            changedBy: won ? 'An editor' : 'An admin',
            changedAt: expect.stringMatching(/^20/),
          } satisfies Partial<Record<keyof ClaimConflict, unknown>>,
        },
      })
      expect(await lastEvent(db, found)).toMatchObject({ version: round + 1, summary: texts[won] })
    }
    expect(await db.reader.event.count({ where: { kind: 'claim.edited' } })).toBe(5)
    expect(await db.reader.evidence.count({ where: { claimId: found } })).toBe(1)
    await rightIn(db)
  })

  it('one wins where the other gives it another address', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (let version = 1; version <= 4; version++) {
      const rename = { kind: 'claim' as const, id: found, version, slug: `address-${version}` }
      const results = await Promise.all([
        edit(db, editor, found, { note: `Note ${version}` }, { version }),
        changeAddress(db, admin, rename),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    }
    const events = await db.reader.event.findMany({
      where: { subjectId: found },
      orderBy: { version: 'asc' },
    })
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
    await rightIn(db)
  })

  it('nothing is lost where twenty write at once', async () => {
    await expectNothingLost(await open(), { editors: 20, changes: 10, claims: 40 })
  })
})

describeDatabases('an earlier version of a claim', (open) => {
  it('is restored as a new change, with its items and what hangs on them', async () => {
    const db = await open()
    await addSmallLedger(db)
    const first = await opened(db, found)
    must(
      await edit(db, editor, found, {
        statement: 'Changed.',
        speaker: 'other',
        topics: [],
        evidence: [],
        appearances: [],
      }),
      'edit',
    )
    must(await edit(db, editor, found, { note: 'More.' }), 'edit')
    const change = { id: found, version: 3, to: 1, reason: 'It was right.' }
    expect(await restoreVersion(db, editor, { ...change, version: 2 })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect(await restoreVersion(db, editor, { ...change, to: 4 })).toMatchObject({
      refusal: { code: 'not_found', field: 'to' },
    })
    expect(await restoreVersion(db, editor, { ...change, reason: '' })).toMatchObject({
      refusal: { field: 'reason' },
    })
    const restored = must(await restoreVersion(db, editor, change), 'restore')
    expect(restored).toMatchObject({ version: 4, status: 'self_sourced' })
    expect((await opened(db, found)).record).toEqual(first.record)
    expect(await lastEvent(db, found)).toMatchObject({ kind: 'claim.restored', reason: 'It was right.' })
    expect(await getClaim(db, reader, 'the-office-granted-forty-permits')).toMatchObject({
      page: { version: 4, statement: 'The office granted forty permits.', items: [{ id: 'item' }] },
    })
    must(await restoreVersion(db, editor, { ...change, version: 4, to: 3 }), 'back again')
    expect((await opened(db, found)).record).toMatchObject({
      statement: 'Changed.',
      note: 'More.',
      evidence: [],
    })
    expect(must(await restoreVersion(db, editor, { ...change, version: 5, to: 5 }), 'itself')).toMatchObject({
      version: 5,
      changed: [],
    })
    await rightIn(db)
  })
})
