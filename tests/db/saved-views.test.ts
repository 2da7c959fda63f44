/** Views that people keep: whose they are, what is refused, and that nobody else ever learns of them. */
import { expect, it } from 'vitest'
import { changeAddress } from '../../lib/commands/rename'
import { noteView } from '../../lib/commands/views/recent'
import { renameView, saveView, withdrawView } from '../../lib/commands/views/saved'
import { RECENT_MOST, SAVED_MOST } from '../../lib/domain/input/view'
import { emptyQuery, LAST, parseClaimQuery } from '../../lib/domain/query'
import { keptViews, savedViews } from '../../lib/queries/kept-views'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, addUsers, admin, userOf } from '../support/small-ledger'

const editor = userOf('editor')
const contributor = userOf('contributor')
const reader = { kind: 'public' } as const
const refused = { ok: false, refusal: expect.anything() }
const code = (code: string) => ({ ...refused, refusal: expect.objectContaining({ code }) })
const view = (params: string) => parseClaimQuery(new URLSearchParams(params)).query

describeDatabases('views that somebody keeps', (open) => {
  it('are kept by anybody with an account, by their one address, in the order of their names', async () => {
    const db = await open()
    await addUsers(db)
    for (const [name, address] of [
      ['Zeta', 'status=unsourced'],
      ['the Middle', 'topic=housing&speaker=ada-brandt&after=W10.0'],
      ['Álpha', 'per=50&family=firm&status='],
    ] as const)
      must(await saveView(db, contributor, { name: ` ${name} `, address }), name)
    const saved = await savedViews(db, contributor)
    expect(saved.map(({ name, address }) => [name, address])).toEqual([
      ['Álpha', 'family=firm&per=50'],
      ['the Middle', 'speaker=ada-brandt&topic=housing'],
      ['Zeta', 'status=unsourced'],
    ])
  })

  it('are nobody else’s: not to read, to rename or to remove, not by an admin', async () => {
    const db = await open()
    await addUsers(db)
    const { id } = must(await saveView(db, editor, { name: 'Mine', address: 'status=unsourced' }), 'save')
    await noteView(db, editor, view('status=circular'))
    for (const other of [reader, contributor, admin, { kind: 'system', name: 'x' } as const]) {
      expect(await keptViews(db, other)).toMatchObject({ saved: [], recent: [] })
      expect(await renameView(db, other, { id, version: 1, name: 'Theirs' })).toMatchObject(refused)
      expect(await withdrawView(db, other, { id })).toMatchObject(refused)
    }
    expect(await saveView(db, reader, { name: 'A', address: '' })).toMatchObject(code('forbidden'))
    expect((await savedViews(db, editor)).map(({ name }) => name)).toEqual(['Mine'])
    expect(await db.reader.event.count()).toBe(0)
  })

  it('are refused under a name or with conditions that are kept already, and where they cannot be read', async () => {
    const db = await open()
    await addUsers(db)
    const save = (name: string, address: string) => saveView(db, editor, { name, address })
    must(await save('Housing', 'topic=housing&status=unsourced'), 'save')
    expect(await save('Another', 'status=unsourced&topic=housing')).toMatchObject(code('duplicate'))
    expect(await save('  HOUSING ', 'topic=other')).toMatchObject(code('duplicate'))
    expect(await save('', 'topic=other')).toMatchObject(code('invalid'))
    expect(await save('x'.repeat(81), 'topic=other')).toMatchObject(code('invalid'))
    expect(await save('Red', 'colour=red')).toMatchObject(code('invalid'))
    const long = Array.from(
      { length: 60 },
      (_, i) => `${['speaker', 'topic', 'source'][i % 3]}=${'a'.repeat(70)}-${i}`,
    )
    expect(await save('Long', long.join('&'))).toMatchObject(code('invalid'))
    // Somebody else's names and views are no hindrance, and no news.
    must(
      await saveView(db, contributor, { name: 'Housing', address: 'topic=housing&status=unsourced' }),
      'other',
    )
    expect(await savedViews(db, editor)).toHaveLength(1)
  })

  it('can be renamed, but not from a page that is out of date', async () => {
    const db = await open()
    await addUsers(db)
    const { id } = must(await saveView(db, editor, { name: 'One', address: 'topic=a' }), 'save')
    must(await saveView(db, editor, { name: 'Two', address: 'topic=b' }), 'save')
    must(await renameView(db, editor, { id, version: 1, name: 'Three' }), 'rename')
    expect(await renameView(db, editor, { id, version: 1, name: 'Four' })).toMatchObject(code('conflict'))
    expect(await renameView(db, editor, { id, version: 2, name: 'two' })).toMatchObject(code('duplicate'))
    must(await renameView(db, editor, { id, version: 2, name: 'three' }), 'the same name in small letters')
    expect((await savedViews(db, editor)).map(({ name }) => name)).toEqual(['three', 'Two'])
  })

  it('are removed from the list, not from the database, and can be kept again', async () => {
    const db = await open()
    await addUsers(db)
    const { id } = must(await saveView(db, editor, { name: 'One', address: 'topic=a' }), 'save')
    must(await withdrawView(db, editor, { id }), 'remove')
    must(await withdrawView(db, editor, { id }), 'again')
    expect(await savedViews(db, editor)).toEqual([])
    expect(await db.reader.savedView.findUnique({ where: { id } })).toMatchObject({
      name: 'One',
      version: 2,
      withdrawnAt: expect.any(Date),
    })
    expect(await renameView(db, editor, { id, version: 2, name: 'Two' })).toMatchObject(code('gone'))
    must(await saveView(db, editor, { name: 'One', address: 'topic=a' }), 'save again')
  })

  it('are as many as fit, also where several are saved in one moment', async () => {
    const db = await open()
    await addUsers(db)
    for (let i = 0; i < SAVED_MOST - 1; i++)
      must(await saveView(db, editor, { name: `View ${i}`, address: `topic=t-${i}` }), `${i}`)
    const last = await Promise.all(
      ['a', 'b', 'c'].map((slug) => saveView(db, editor, { name: slug, address: `speaker=${slug}` })),
    )
    expect(last.filter(({ ok }) => ok)).toHaveLength(1)
    expect(last.find(({ ok }) => !ok)).toMatchObject(code('blocked'))
    expect(await savedViews(db, editor)).toHaveLength(SAVED_MOST)
  })

  it('of one name, saved in one moment, are one', async () => {
    const db = await open()
    await addUsers(db)
    const saved = await Promise.all(
      ['a', 'b'].map((slug) => saveView(db, editor, { name: 'Name', address: `speaker=${slug}` })),
    )
    expect(saved.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  it('say what they ask for under names of today', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await saveView(db, editor, { name: 'Her', address: 'speaker=ada-brandt' }), 'save')
    must(
      await changeAddress(db, admin, { kind: 'speaker', id: 'director', version: 1, slug: 'ada' }),
      'rename',
    )
    const { names } = await keptViews(db, editor)
    expect(names.speakers.get('ada-brandt')?.name).toBe('Ada Brandt')
  })
})

describeDatabases('views used of late', (open) => {
  it('are the latest few, each once, and those that are saved apart', async () => {
    const db = await open()
    await addUsers(db)
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
    for (let i = 0; i < RECENT_MOST + 3; i++) await noteView(db, editor, view(`topic=t-${i}`), at(i))
    await noteView(db, editor, view('topic=t-5'), at(30))
    const recent = async () => (await keptViews(db, editor)).recent.map(({ address }) => address)
    const found = await recent()
    expect(found).toHaveLength(RECENT_MOST)
    expect(found.slice(0, 3)).toEqual(['topic=t-5', 'topic=t-10', 'topic=t-9'])
    expect(await db.reader.recentView.count()).toBe(RECENT_MOST)
    must(await saveView(db, editor, { name: 'Five', address: 'topic=t-5' }), 'save')
    expect((await recent())[0]).toBe('topic=t-10')
  })

  it('are none of readers, of the whole list, and of further pages', async () => {
    const db = await open()
    await addUsers(db)
    await noteView(db, reader, view('topic=a'))
    await noteView(db, editor, emptyQuery())
    await noteView(db, editor, view('sort=speaker'))
    await noteView(db, editor, { ...view('topic=a'), before: LAST })
    expect(await db.reader.recentView.count()).toBe(0)
  })

  it('lose nothing where two tabs open at once', async () => {
    const db = await open()
    await addUsers(db)
    await Promise.all(['a', 'b', 'a', 'c', 'a'].map((slug) => noteView(db, editor, view(`topic=${slug}`))))
    expect(await db.reader.recentView.count()).toBe(3)
  })
})
