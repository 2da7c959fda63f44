/** Speakers and sources that somebody proposes: who finds them, who changes them, and how they come before readers. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { publishClaim, submitClaim } from '../../lib/commands/claims/workflow'
import { recordLink } from '../../lib/commands/links'
import { editSource, publishSource, withdrawSource } from '../../lib/commands/source-edit'
import { recordSource } from '../../lib/commands/sources'
import { editSpeaker, publishSpeaker } from '../../lib/commands/speaker-edit'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import { sourceKept, speakerKept } from '../../lib/db/records'
import type { Actor } from '../../lib/domain/actor'
import { getDesk } from '../../lib/queries/desk/desk'
import { getChangeLog } from '../../lib/queries/desk/log'
import { sourceToEdit, speakerToEdit } from '../../lib/queries/edit'
import { proposalOf } from '../../lib/queries/proposals'
import { searchNodes } from '../../lib/queries/resolve'
import { getSource } from '../../lib/queries/sources/page'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { standingOf } from '../../lib/queries/standing'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, everything, userOf } from '../support/small-ledger'

const READER = { kind: 'public' } as const
const author = userOf('contributor')
const other: Actor = { kind: 'user', id: 'user-else', name: 'Somebody else', role: 'contributor' }
const editor = userOf('editor')

/** A contributor's outlet and its report, both on the desk. */
const propose = async (db: Database) => {
  await addSmallLedger(db)
  const outlet = { id: 'gazette', kind: 'organization', name: 'Elm Gazette', outlet: true, shelf: 'desk' }
  must(await recordSpeaker(db, author, outlet as never), 'gazette')
  const report = { id: 'felling', kind: 'news_report', title: 'Elms felled', publisher: 'gazette' }
  must(await recordSource(db, author, { ...report, shelf: 'desk' } as never), 'felling')
}
const retitled = async (db: Database, by: Actor) => {
  const kept = await sourceKept(db.reader, 'felling')
  if (!kept) throw new Error('The source is gone.')
  const { record, version } = kept
  return editSource(db, by, { ...record, id: 'felling', version, title: 'Elms felled at dawn' } as never)
}

describeDatabases('a proposal', (open) => {
  it('is found by whoever made it and by editors, and by nobody else', async () => {
    const db = await open()
    await propose(db)
    for (const viewer of [READER, other]) {
      expect((await getSource(db, viewer, 'elms-felled')).kind).toBe('missing')
      expect((await getSpeaker(db, viewer, 'elm-gazette')).kind).toBe('missing')
      expect((await standingOf(db, viewer, 'source', 'elms-felled')).kind).toBe('missing')
      expect(await proposalOf(db, viewer, 'source', 'elms-felled')).toBeNull()
      expect(await searchNodes(db, viewer, 'elm', ['speaker', 'source'])).toEqual([])
      expect(await sourceToEdit(db, viewer, 'elms-felled')).toBeNull()
      expect(JSON.stringify(await getChangeLog(db, viewer, {}))).not.toMatch(/Elm/)
    }
    expect((await getDesk(db, other))?.proposals.total).toBe(0)
    for (const viewer of [author, editor]) {
      expect((await getSource(db, viewer, 'elms-felled')).kind).toBe('found')
      expect((await standingOf(db, viewer, 'speaker', 'elm-gazette')).kind).toBe('found')
      expect(await searchNodes(db, viewer, 'elm', ['speaker', 'source'])).toHaveLength(2)
      expect((await getDesk(db, viewer))?.proposals.rows.map(({ name, by }) => `${name}, ${by}`)).toEqual([
        'Elms felled, An contributor',
        'Elm Gazette, An contributor',
      ])
    }
    const mine = await proposalOf(db, author, 'source', 'elms-felled')
    expect(mine).toMatchObject({ by: 'An contributor', mayEdit: true, mayPublish: false })
    expect(await proposalOf(db, editor, 'source', 'elms-felled')).toMatchObject({ mayPublish: true })
  })

  it('is changed and withdrawn by whoever made it, until readers see it', async () => {
    const db = await open()
    await propose(db)
    const before = await everything(db)
    const refused = { ok: false, refusal: { code: 'forbidden' } }
    const taken = { id: 'felling', version: 1, reason: 'It was none.' }
    expect(await retitled(db, other)).toMatchObject(refused)
    expect(await withdrawSource(db, other, taken)).toMatchObject(refused)
    expect(await withdrawSource(db, READER, taken)).toMatchObject(refused)
    expect(await publishSource(db, author, { id: 'felling', version: 1 })).toMatchObject(refused)
    expect(await everything(db)).toEqual(before)
    must(await retitled(db, author), 'retitled')
    expect((await sourceKept(db.reader, 'felling'))?.record.title).toBe('Elms felled at dawn')
    must(await publishSource(db, editor, { id: 'felling', version: 2 }), 'published')
    expect(await sourceToEdit(db, author, 'elms-felled')).toBeNull()
    expect(await retitled(db, author)).toMatchObject(refused)
    const withdrawn = { id: 'felling', version: 3, reason: 'Not mine any more.' }
    expect(await withdrawSource(db, author, withdrawn)).toMatchObject(refused)
    expect(await speakerToEdit(db, author, 'ada-brandt')).toBeNull()
    const director = await speakerKept(db.reader, 'director')
    expect(
      await editSpeaker(db, author, { ...director?.record, id: 'director', version: 1 } as never),
    ).toMatchObject(refused)
  })

  it('comes before readers by itself, with what it leads to', async () => {
    const db = await open()
    await propose(db)
    expect(await publishSource(db, editor, { id: 'felling', version: 7 })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    must(await publishSource(db, editor, { id: 'felling', version: 1 }), 'published')
    expect((await getSource(db, READER, 'elms-felled')).kind).toBe('found')
    expect((await getSpeaker(db, READER, 'elm-gazette')).kind).toBe('found')
    const kinds = (await getChangeLog(db, READER, { entity: { kind: 'source', slug: 'elms-felled' } })).rows
    expect(kinds.map(({ kind }) => kind)).toEqual(['source.published', 'source.recorded'])
    expect((await getDesk(db, editor))?.proposals.total).toBe(0)
    expect(await publishSource(db, editor, { id: 'felling', version: 2 })).toMatchObject({
      refusal: { code: 'blocked' },
    })
    expect(await publishSpeaker(db, editor, { id: 'gazette', version: 1 })).toMatchObject({
      refusal: { code: 'blocked' },
    })
  })

  it('comes before readers with the first published claim that names it', async () => {
    const db = await open()
    await propose(db)
    const claim = { id: 'felled', statement: 'The elms were felled.', speaker: 'other', shelf: 'desk' }
    must(
      await recordClaim(db, author, { ...claim, appearances: [{ source: 'felling' }] } as never),
      'a draft of theirs',
    )
    must(await submitClaim(db, author, { id: 'felled', version: 1 }), 'submitted')
    expect((await getSource(db, READER, 'elms-felled')).kind).toBe('missing')
    must(await publishClaim(db, userOf('reviewer'), { id: 'felled', version: 2 }), 'published')
    expect((await getSource(db, READER, 'elms-felled')).kind).toBe('found')
    expect((await getSpeaker(db, READER, 'elm-gazette')).kind).toBe('found')
  })

  it('is named in no public event of a link to it', async () => {
    const db = await open()
    await propose(db)
    must(
      await recordLink(db, editor, { id: 'cites', from: 'felling', to: 'register', mode: 'cites' }),
      'link',
    )
    expect(JSON.stringify(await getChangeLog(db, READER, {}))).not.toMatch(/Elm/)
    expect(JSON.stringify(await getChangeLog(db, editor, {}))).toContain('Elms felled → Register of permits')
  })
})
