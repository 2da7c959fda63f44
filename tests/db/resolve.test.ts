/** Names as people type them. */
import { expect, it } from 'vitest'
import { changeAddress } from '../../lib/commands/rename'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import type { NameKind } from '../../lib/domain/name-kinds'
import { type Resolved, resolveName, searchNodes } from '../../lib/queries/resolve'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, userOf } from '../support/small-ledger'

const said = (resolved: Resolved) =>
  resolved.kind === 'one'
    ? resolved.node.id
    : resolved.kind === 'many'
      ? resolved.candidates.map(({ id }) => id)
      : null

const ALL: NameKind[] = ['speaker', 'source', 'topic']

const add = async (db: Database, ...speakers: [id: string, name: string, kind?: string][]) => {
  for (const [id, name, kind = 'person'] of speakers)
    must(await recordSpeaker(db, admin, { id, name, kind } as never), id)
}

describeDatabases('a typed name', (open) => {
  it('means one record, several, or none', async () => {
    const db = await open()
    await addSmallLedger(db)
    await add(
      db,
      ['jose-a', 'José Álvarez'],
      ['jose-b', 'Jose Alvarez'],
      ['guard', 'The Guardian', 'organization'],
      ['guard-2', 'Guardian', 'organization'],
      ['adam', 'Adam Lee'],
    )
    must(
      await changeAddress(db, admin, { kind: 'speaker', id: 'adam', version: 1, slug: 'a-lee' }),
      'address',
    )
    const find = async (text: string, kinds = ALL) => said(await resolveName(db, kinds, text))
    expect(await find('ada brandt')).toBe('director')
    expect(await find('  ADA   Brandt ')).toBe('director')
    expect(await find('ada')).toEqual(['director', 'adam'])
    expect(await find('zebed')).toBe('other')
    expect(await find('ÁLVAREZ')).toBeNull()
    expect(await find('josé alvarez')).toEqual(['jose-a', 'jose-b'])
    expect(await find('#jose-b')).toBe('jose-b')
    expect(await find('the guardian')).toBe('guard')
    expect(await find('guardian')).toBe('guard-2')
    expect(await find('adam-lee')).toBe('adam')
    expect(await find('https://example.org/speakers/a-lee')).toBe('adam')
    expect(await find('register of permits')).toBe('register')
    expect(await find('register of permits', ['speaker'])).toBeNull()
    expect(await find('housing')).toBe('housing')
    expect(await find('office', ['person'])).toBeNull()
    expect(await find('office', ['organization'])).toBe('office')
    for (const nothing of ['', '   ', '#', '#nobody', '%', '_', "'; DROP TABLE"])
      expect(await find(nothing), nothing).toBeNull()
    const two = await resolveName(db, ['speaker'], 'ada')
    expect(two).toMatchObject({ candidates: [{ kind: 'person', hint: 'Office of Housing' }, {}] })
  })

  it('is suggested by how well it fits, then by its claims', async () => {
    const db = await open()
    await addSmallLedger(db)
    await add(db, ['a', 'Permit'], ['b', 'Permits Board'], ['c', 'Old Permitting'], ['d', 'Unpermitted'])
    const found = await searchNodes(db, admin, 'permit', ALL, 8)
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'report', 'register', 'c', 'd'])
    expect(await searchNodes(db, admin, 'permit', ALL, 2)).toHaveLength(2)
    expect(await searchNodes(db, { kind: 'public' }, 'permit', ALL)).toEqual([])
    // A contributor is suggested what readers find, and not what others drafted.
    await db.writer.speaker.update({ where: { id: 'a' }, data: { shelf: 'desk' } })
    const ids = (await searchNodes(db, userOf('contributor'), 'permit', ALL, 8)).map(({ id }) => id)
    expect(ids).toEqual(['b', 'report', 'register', 'c', 'd'])
    expect(await searchNodes(db, userOf('editor'), '%', ALL)).toEqual([])
  })
})
