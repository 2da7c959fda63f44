/** The desk, the log of the whole ledger, and a claim's own history: what each viewer finds there. */
import { expect, it } from 'vitest'
import { commentOnClaim, resolveComment, seeMentions } from '../../lib/commands/claims/comments'
import { editClaim } from '../../lib/commands/claims/edit'
import { overrideClaim } from '../../lib/commands/claims/overrides'
import { recordClaim } from '../../lib/commands/claims/record'
import { hideClaim, publishClaim, submitClaim } from '../../lib/commands/claims/workflow'
import { saveDraft } from '../../lib/commands/drafts'
import { recordLink } from '../../lib/commands/links'
import { setSourceStatus } from '../../lib/commands/sources'
import { renameUser } from '../../lib/commands/users'
import type { Database } from '../../lib/db/client'
import type { Actor, Viewer } from '../../lib/domain/actor'
import type { EditableInput } from '../../lib/domain/claim-record'
import { getEditable } from '../../lib/queries/claims/editable'
import { getClaim } from '../../lib/queries/claims/page'
import { getClaimVersion } from '../../lib/queries/claims/version'
import { getClaimHistory } from '../../lib/queries/claims/whole-history'
import { getDesk, repeatedSql, SHOWN } from '../../lib/queries/desk/desk'
import { getChangeLog, type LogQuery, logQueryOf } from '../../lib/queries/desk/log'
import { must } from '../../seeds/must'
import { edit, opened } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const contributor = userOf('contributor')
const editor = userOf('editor')
const reviewer = userOf('reviewer')
const found = 'claim-found'
const slug = 'the-office-granted-forty-permits'

const desk = async (db: Database, actor: Actor) => {
  const all = await getDesk(db, actor)
  if (!all) throw new Error('No desk.')
  return all
}
const at = async (db: Database, id: string) => ({ id, version: (await opened(db, id)).version })
const draft = async (db: Database, actor: Actor, id: string) =>
  must(await recordClaim(db, actor, { id, statement: `Draft ${id}.`, shelf: 'desk' }), id)

describeDatabases('the desk', (open) => {
  it('is there for those who signed in, each with their own', async () => {
    const db = await open()
    await addSmallLedger(db)
    expect(await getDesk(db, reader)).toBe(null)
    expect(await getDesk(db, { kind: 'system', name: 'a loader' })).toBe(null)
    for (const actor of [contributor, editor]) {
      const form = { kind: 'claim', title: `Of ${actor.kind === 'user' && actor.role}`, form: {} }
      await saveDraft(db, actor, form)
      await saveDraft(db, actor, { ...form, kind: 'source' })
    }
    await draft(db, contributor, 'a')
    await draft(db, contributor, 'b')
    await draft(db, reviewer, 'c')
    for (const [id, actor] of [
      ['b', contributor],
      ['c', editor],
    ] as const)
      must(await submitClaim(db, actor, await at(db, id)), id)
    const own = await desk(db, contributor)
    expect(own.drafts).toMatchObject({ total: 1, rows: [{ title: 'Of contributor', refused: false }] })
    expect(own.mine.rows.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(own.waiting).toMatchObject({ total: 1, rows: [{ id: 'b', mayPublish: false }] })
    expect(own.openReports).toBe(null)
    const edits = await desk(db, editor)
    expect(edits.mine.total).toBe(0)
    expect(edits.waiting).toMatchObject({ total: 2, rows: [{ mayPublish: false }, { mayPublish: false }] })
    expect(edits.openReports).toBe(0)
    // What a reviewer recorded waits for another reviewer.
    expect((await desk(db, reviewer)).waiting.rows).toMatchObject([
      { id: 'c', owner: 'An reviewer', mayPublish: false },
      { id: 'b', owner: 'An contributor', mayPublish: true },
    ])
    const report = { subjectKind: 'claim', subjectId: found, text: 'Not so.', at: new Date() }
    await db.writer.report.create({ data: { id: 'one', ...report } })
    await db.writer.report.create({ data: { id: 'two', ...report, state: 'closed' } })
    expect((await desk(db, editor)).openReports).toBe(1)
  })

  it('shows whom a comment mentions, until they have seen it', async () => {
    const db = await open()
    await addSmallLedger(db)
    await draft(db, editor, 'mine')
    const text = '@reviewer @An admin and @An contributor, and @An editor: who said so?'
    const comment = must(await commentOnClaim(db, editor, { claim: 'mine', text }), 'comment')
    // A contributor may not read it, and nobody is told of what they say themselves.
    expect(comment.mentioned.sort()).toEqual(['user-admin', 'user-reviewer'])
    expect((await desk(db, reviewer)).mentions).toMatchObject({
      total: 1,
      rows: [{ comment: comment.id, text, author: 'An editor', claim: { slug: 'draft-mine' } }],
    })
    expect((await desk(db, editor)).mentions.total).toBe(0)
    expect((await desk(db, contributor)).mentions.total).toBe(0)
    expect(must(await seeMentions(db, editor, [comment.id]), 'not theirs')).toEqual({ seen: 0 })
    expect(must(await seeMentions(db, reviewer, [comment.id]), 'seen')).toEqual({ seen: 1 })
    expect((await desk(db, reviewer)).mentions.total).toBe(0)
    expect((await desk(db, admin)).mentions.total).toBe(1)
    for (let i = 0; i < 2; i++) must(await resolveComment(db, reviewer, { id: comment.id }), 'resolve')
    expect(await db.reader.comment.findUnique({ where: { id: comment.id } })).toMatchObject({
      resolvedBy: 'An reviewer',
    })
    expect(
      await db.reader.event.findMany({ where: { subjectKind: 'comment' }, orderBy: { version: 'asc' } }),
    ).toMatchObject([
      { kind: 'comment.written', shelf: 'desk', version: 1 },
      { kind: 'comment.resolved', shelf: 'desk', version: 2 },
    ])
    expect(await resolveComment(db, reviewer, { id: 'nothing' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('finds what needs looking after, along its indexes', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await overrideClaim(db, reviewer, { ...(await at(db, found)), status: 'documented', reason: 'x' }),
      'override',
    )
    const retraction = { id: 'register', version: 1, status: 'retracted', reason: 'Forged.' } as const
    must(await setSourceStatus(db, admin, retraction), 'retract')
    for (const [from, to] of [
      ['memo', 'report'],
      ['report', 'memo'],
    ] as const)
      must(await recordLink(db, admin, { from, to, mode: 'cites' }), from)
    const ring = {
      id: 'ring',
      statement: 'Round and round.',
      evidence: [{ relation: 'supports', target: 'memo' }],
    } as const
    must(await recordClaim(db, admin, ring as never), 'ring')
    for (let i = 0; i < SHOWN + 2; i++)
      must(
        await recordClaim(db, admin, {
          id: `bare-${i}`,
          statement: `Nothing cited ${i}.`,
          appearances: i === 7 ? [{ source: 'register' }, { source: 'register' }] : [],
          relations:
            i === 9 || i === 11
              ? [
                  { to: 'bare-3', kind: 'restates' },
                  { to: 'bare-4', kind: 'denies' },
                ]
              : [],
        }),
        `${i}`,
      )
    // A repeat that readers do not see counts for nothing.
    for (const id of ['draft-1', 'draft-2', 'draft-3'])
      must(
        await recordClaim(db, admin, {
          id,
          statement: id,
          shelf: 'desk',
          relations: [{ to: 'bare-4', kind: 'restates' }],
        }),
        id,
      )
    const { staleOverrides, retracted, rings, unsourced } = await desk(db, editor)
    expect(staleOverrides).toMatchObject({ total: 1, rows: [{ slug, shownStatus: 'documented' }] })
    expect(retracted).toMatchObject({ total: 1, rows: [{ slug }] })
    expect(rings.rows.map((row) => row.slug)).toContain('round-and-round')
    expect(rings.total).toBe(rings.rows.length)
    expect(unsourced.rows).toHaveLength(SHOWN)
    expect(unsourced.total).toBe(SHOWN + 3)
    expect(unsourced.rows.slice(0, 3).map(({ claim, repeats }) => [claim.statement, repeats])).toEqual(
      [
        ['Nothing cited 7.', 2],
        ['Nothing cited 3.', 2],
        ['The office lost two permits.', 1],
      ].sort((a, b) => Number(b[1]) - Number(a[1]) || 0),
    )
    if (db.kind === 'sqlite') {
      const sql = repeatedSql()
      const plan = await db.reader.$queryRawUnsafe<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN ${sql.sql}`,
        ...sql.values,
      )
      expect(plan.filter(({ detail }) => /^SCAN (?!c\b|\(subquery)/.test(detail))).toEqual([])
    }
  })
})

describeDatabases('a claim for its form', (open) => {
  it('comes with its version and the names of everything that it refers to, for those who may change it', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await edit(db, editor, found, {
        capacityOrg: 'office',
        stakes: [{ party: 'other', stake: 'harmed' }],
        links: [{ from: 'memo', to: 'unnamed', mode: 'quotes' }],
      }),
      'edit',
    )
    const one = await getEditable(db, editor, slug)
    if (!one) throw new Error('It is there.')
    expect(one).toMatchObject({ id: found, version: 2, state: 'published', ownerId: 'user-admin' })
    expect(Object.fromEntries(one.names)).toEqual({
      director: 'Ada Brandt',
      office: 'Office of Housing',
      other: 'Zebedee Quillfeather',
      unnamed: 'two officials',
      memo: 'A page of notes',
      report: 'Report on permits',
      register: 'Register of permits',
      housing: 'Housing',
    })
    // Saving it as it came changes nothing.
    const { id, version, record } = one
    expect(must(await editClaim(db, editor, { ...record, id, version }), 'same')).toMatchObject({
      changed: [],
    })
    for (const viewer of [reader, contributor]) expect(await getEditable(db, viewer, slug)).toBe(null)
    expect(await getEditable(db, editor, 'nothing')).toBe(null)
    await draft(db, contributor, 'mine')
    expect(await getEditable(db, contributor, 'draft-mine')).toMatchObject({ state: 'draft' })
    expect(await getEditable(db, reader, 'draft-mine')).toBe(null)
  })
})

describeDatabases('the log', (open) => {
  const kinds = async (db: Database, viewer: Actor, query: LogQuery = {}) =>
    (await getChangeLog(db, viewer, query)).rows.map(({ kind, summary }) => `${kind} ${summary}`)

  it('tells readers what happened in public, and those who work here the rest', async () => {
    const db = await open()
    await addSmallLedger(db)
    const before = await kinds(db, reader)
    expect(before).toHaveLength(12)
    await draft(db, contributor, 'mine')
    must(await renameUser(db, contributor, { userId: 'user-contributor', name: 'Somebody' }), 'rename')
    must(await commentOnClaim(db, editor, { claim: 'mine', text: 'Look.' }), 'comment')
    must(await recordClaim(db, admin, { statement: 'A lesson.', shelf: 'teaching' }), 'lesson')
    expect(await kinds(db, reader)).toEqual(before)
    expect(await kinds(db, contributor)).toEqual(before)
    const work = ['comment.written Draft mine.', 'claim.recorded Draft mine.']
    expect(await kinds(db, editor)).toEqual([...work, ...before])
    expect(await kinds(db, admin)).toEqual([work[0], 'user.renamed Somebody', work[1], ...before])
    must(await hideClaim(db, editor, { ...(await at(db, found)), reason: 'Look again.' }), 'hide')
    expect(await kinds(db, reader)).toEqual(before.filter((line) => !line.includes('forty permits')))
    expect((await kinds(db, editor))[0]).toBe('claim.hidden The office granted forty permits.')
  })

  it('is narrowed by person, subject, kind and day, and goes on where a page ends', async () => {
    const db = await open()
    await addSmallLedger(db)
    const early = new Date('2020-02-03T10:00:00Z')
    const claim = await opened(db, found)
    const input = { ...claim.record, id: found, version: 1, note: 'Early.', reason: 'x' }
    must(await editClaim(db, editor, input, early), 'edit')
    must(
      await setSourceStatus(db, admin, {
        id: 'register',
        version: 1,
        status: 'retracted',
        reason: 'Forged.',
      }),
      'retract',
    )
    const edited = 'claim.edited The office granted forty permits.'
    expect(await kinds(db, reader, { person: 'An editor' })).toEqual([edited])
    expect(await kinds(db, reader, { person: 'user-editor' })).toEqual([edited])
    expect(await kinds(db, reader, { person: 'Nobody' })).toEqual([])
    expect(await kinds(db, reader, { kind: 'claim.edited' })).toEqual([edited])
    expect(await kinds(db, reader, { kind: 'topic' })).toEqual(['topic.recorded Housing'])
    expect(await kinds(db, reader, { entity: { kind: 'claim', slug } })).toHaveLength(2)
    expect(await kinds(db, reader, { entity: { kind: 'claim', slug: 'nothing' } })).toEqual([])
    expect(await kinds(db, reader, { from: '2020-02', to: '2020-02-03' })).toEqual([edited])
    expect(await kinds(db, reader, { to: '2020-02-02' })).toEqual([])
    const [newest] = (await getChangeLog(db, reader, {})).rows
    expect(newest).toMatchObject({
      kind: 'source.status_set',
      moved: 1,
      path: '/sources/register-of-permits',
      reason: 'Forged.',
      fields: ['status'],
    })

    for (let i = 0; i < 60; i++) must(await edit(db, editor, found, { note: `Note ${i}` }), `${i}`)
    for (const viewer of [reader, admin]) {
      const rows: string[] = []
      let cursor: string | undefined
      do {
        const page = await getChangeLog(db, viewer, { kind: 'claim', cursor })
        expect(page.rows.length).toBeLessThanOrEqual(50)
        rows.push(...page.rows.map(({ id }) => id))
        cursor = page.after ?? undefined
      } while (cursor)
      expect(new Set(rows).size).toBe(63)
      expect(rows).toHaveLength(63)
    }
    const { after } = await getChangeLog(db, reader, {})
    // A cursor of another view begins at the top.
    expect((await getChangeLog(db, reader, { kind: 'claim', cursor: after ?? '' })).rows[0]).toMatchObject({
      version: 62,
    })
  })

  it('reads from an address only what means something', () => {
    expect(
      logQueryOf({
        person: ' A ',
        entity: 'claim/x',
        kind: ['a', 'b'],
        from: '2020',
        to: 'soon',
        cursor: '',
      }),
    ).toEqual({
      person: 'A',
      entity: { kind: 'claim', slug: 'x' },
      kind: 'b',
      from: '2020',
    })
    expect(logQueryOf({ person: '\u0000', entity: 'user/x', kind: '\uD800', from: 'Y170000002' })).toEqual({})
  })
})

describeDatabases('the history of a claim', (open) => {
  it('says every change in words, a page at a time', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await edit(db, editor, found, {
        speaker: 'other',
        topics: [],
        stakes: [{ party: 'office', stake: 'harmed', note: 'Its budget' }],
        links: [{ from: 'memo', to: 'director', mode: 'quotes', wording: 'said' }],
        evidence: [
          {
            id: 'item',
            relation: 'supports',
            target: 'memo',
            access: 'on_record',
            excerpt: 'forty',
            locator: 'p. 2',
          },
        ],
      }),
      'edit',
    )
    const page = await getClaimHistory(db, reader, slug)
    expect(page).toMatchObject({ kind: 'found', page: { version: 2, mayRestore: false, before: null } })
    const changes = page.kind === 'found' ? page.page.entries[0]?.changes : []
    const lines = (changes ?? []).map(({ field, before, after }) => `${field}: ${before} → ${after}`)
    expect(lines).toEqual([
      'speaker: Ada Brandt → Zebedee Quillfeather',
      'stakes: null → Office of Housing: harmed, Its budget',
      'topics: Housing → null',
      'links: null → A page of notes quotes Ada Brandt, “said”',
      'evidence: supports: Register of permits, public → supports: A page of notes, on record, p. 2, “forty”',
    ])
    for (let i = 0; i < 60; i++) must(await edit(db, editor, found, { note: `Note ${i}` }), `${i}`)
    const first = await getClaimHistory(db, editor, slug)
    if (first.kind !== 'found' || !first.page.before) throw new Error('There is more.')
    expect(first.page).toMatchObject({ mayRestore: true, before: 13 })
    const rest = await getClaimHistory(db, editor, slug, first.page.before)
    const versions = (some: Awaited<ReturnType<typeof getClaimHistory>>) =>
      some.kind === 'found' ? some.page.entries.flatMap(({ version }) => version ?? []) : []
    expect([...versions(first), ...versions(rest)]).toEqual(Array.from({ length: 62 }, (_, i) => 62 - i))
    expect(await getClaimHistory(db, reader, 'nothing')).toEqual({ kind: 'missing' })
    await draft(db, contributor, 'mine')
    expect(await getClaimHistory(db, reader, 'draft-mine')).toEqual({ kind: 'missing' })
    expect(await getClaimHistory(db, contributor, 'draft-mine')).toMatchObject({ kind: 'found' })
    must(await publishClaim(db, reviewer, await at(db, 'mine')), 'publish')
    must(await hideClaim(db, reviewer, { ...(await at(db, 'mine')), reason: 'x' }), 'hide')
    expect(await getClaimHistory(db, reader, 'draft-mine')).toEqual({ kind: 'gone', reason: 'x' })
    expect(await getClaimHistory(db, editor, 'draft-mine')).toMatchObject({ page: { mayRestore: false } })
  })

  it('names nobody who has asked since not to be named', async () => {
    const item = { relation: 'supports', basis: 'first_hand' } as const
    const named = { ...item, target: 'other', access: 'on_record', note: 'As Zebedee saw.' } as const
    const background = { ...item, target: 'unnamed', access: 'on_background' } as const
    const ways: [before: Partial<EditableInput>, after: Partial<EditableInput>][] = [
      [{ evidence: [{ ...named, id: 'told' }] }, { evidence: [{ ...background, id: 'told' }] }],
      // Recorded anew instead of changed; and unnamed, though not on background.
      [{ evidence: [named] }, { evidence: [background] }],
      [
        { evidence: [{ ...named, id: 'told' }] },
        { evidence: [{ ...background, id: 'told', access: 'public' }] },
      ],
      [{ speaker: 'other' }, { speaker: 'unnamed' }],
    ]
    for (const [named, unnamed] of ways) {
      const db = await open()
      await addSmallLedger(db)
      const views = async (viewer: Viewer) =>
        JSON.stringify([
          await getClaim(db, viewer, slug),
          await getClaimHistory(db, viewer, slug),
          await getClaimVersion(db, viewer, slug, 2),
        ])
      must(await edit(db, editor, found, named), 'named')
      expect(await views(reader)).toContain('Zebedee')
      must(await edit(db, editor, found, unnamed), 'unnamed')
      const seen = await views(reader)
      expect(seen).not.toContain('Zebedee')
      expect(seen).toContain('two officials')
      expect(await views(editor)).toContain('Zebedee')
      // Who speaks in the open again is named again.
      must(await edit(db, editor, found, named), 'named again')
      expect(await views(reader)).toContain('Zebedee')
    }
  })
})
