/** Search among names, and over everything: what a reader finds, what the desk finds, and what was meant. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { textIndex } from '../../lib/db/search'
import { UNKNOWN_DAY } from '../../lib/domain/edtf'
import { newId } from '../../lib/domain/ids'
import { soughtIn } from '../../lib/domain/search/sought'
import { sortForm } from '../../lib/domain/sorting'
import { searchAll } from '../../lib/queries/search/page'
import { jumpsFor } from '../../lib/queries/search/palette'
import { addTexts } from '../support/claim-texts'
import { describeDatabases } from '../support/databases'
import { HOSTILE } from '../support/query-arbitrary'

const reader = { kind: 'public' } as const
const user = (role: 'contributor' | 'editor', id: string = role) =>
  ({ kind: 'user', id, name: role, role }) as const
const at = new Date('2026-01-01T00:00:00Z')

const addSpeaker = (db: Database, name: string, more: object = {}) => {
  const id = newId()
  return db.write(async (tx) => {
    await tx.node.create({ data: { id, kind: 'speaker' } })
    const row = {
      id,
      slug: id.toLowerCase(),
      kind: 'person',
      name,
      sortName: sortForm(name),
      recordedAt: at,
      updatedAt: at,
    }
    await tx.speaker.create({ data: { ...row, ...more } })
    return id
  })
}

const addSource = (db: Database, title: string, more: object = {}) => {
  const id = newId()
  return db.write(async (tx) => {
    await tx.node.create({ data: { id, kind: 'source' } })
    const row = {
      id,
      slug: id.toLowerCase(),
      kind: 'news_report',
      title,
      sortTitle: sortForm(title),
      recordedAt: at,
      updatedAt: at,
    }
    await tx.source.create({
      data: { ...row, publishedFrom: UNKNOWN_DAY, publishedTo: UNKNOWN_DAY, ...more },
    })
    return id
  })
}

const addTopic = (db: Database, name: string, more: object = {}) =>
  db.write((tx) =>
    tx.topic.create({
      data: { id: newId(), slug: newId().toLowerCase(), name, sortName: sortForm(name), ...more },
    }),
  )

describeDatabases('search', (open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
    await addSpeaker(db, 'Christopher Musto', { claimCount: 3 })
    await addSpeaker(db, 'Nayib Bukele', {
      aliases: '["The coolest dictator", "نجيب بوكيلة"]',
      claimCount: 9,
    })
    await addSpeaker(db, 'José Ángel Pérez')
    await addSpeaker(db, 'Владимир Ёлкин')
    await addSpeaker(db, 'משה כהן')
    await addSpeaker(db, '习近平')
    await addSpeaker(db, 'A secret drafter', { shelf: 'desk' })
    await addSpeaker(db, 'A withdrawn person', { shelf: 'closed' })
    await addSource(db, 'The secret negotiations of the gangs')
    await addSource(db, 'A secret report', { shelf: 'desk' })
    await addTopic(db, 'Prisons')
    await addTopic(db, 'Secret topic', { shelf: 'desk' })
    await addTexts(db, [
      { id: 'pact', statement: 'The president made a secret pact with the gangs', quote: 'no pact' },
      { id: 'houses', statement: 'Three houses of corruption' },
      { id: 'draft', statement: 'A secret pact, as a draft says unmistakably', shelf: 'desk' },
      { id: 'hidden', statement: 'A secret pact that was hidden', shelf: 'closed' },
      { id: 'case', statement: 'A secret pact of the worked cases', shelf: 'teaching' },
    ])
  })

  const names = async (typed: string, typing = false) => {
    if (typing)
      return (await jumpsFor(db, reader, typed)).flatMap(({ jumps }) => jumps.map(({ label }) => label))
    const { speakers, sources, topics } = await searchAll(db, reader, typed)
    return [...speakers, ...sources, ...topics].map(({ name }) => name)
  }

  it.each([
    ['musto', ['Christopher Musto']],
    ['musto christopher', ['Christopher Musto']],
    ['"musto christopher"', []],
    ['jose perez', ['José Ángel Pérez']],
    ['елкин', ['Владимир Ёлкин']],
    ['כהן', ['משה כהן']],
    ['近平', ['习近平']],
    ['coolest dictators', ['Nayib Bukele']],
    ['بوكيله', ['Nayib Bukele']],
    ['negotiation -gangs', []],
    ['negotiating', ['The secret negotiations of the gangs']],
    ['prison', ['Prisons']],
    ['mus', []],
  ])('finds by %s', async (typed, found) => {
    expect(await names(typed)).toEqual(found)
  })

  it('finds what is being typed by its beginning', async () => {
    expect(await names('mus', true)).toEqual(['Christopher Musto'])
    expect(await names('christopher m', true)).toEqual(['Christopher Musto'])
    expect(await names('mus ', true)).toEqual([])
    expect(await names('елк', true)).toEqual(['Владимир Ёлкин'])
    expect(await names('secret pa', true)).toEqual(['The president made a secret pact with the gangs'])
    // Half way through an ending, where the index has the stem alone.
    expect(await names('corrupti', true)).toEqual(['Three houses of corruption'])
    expect(await names('three houses of corruptio', true)).toEqual(['Three houses of corruption'])
    expect(await names('the secret negotia', true)).toEqual(['The secret negotiations of the gangs'])
    expect(await names('', true)).toEqual([])
  })

  it('finds sources by who published them, after those by their titles', async () => {
    const other = await open()
    const paper = await addSpeaker(other, 'The Quoll Gazette', { kind: 'organization', outlet: true })
    await addSource(other, 'Prison report', { publisherId: paper, claimCount: 5 })
    await addSource(other, 'On the Quoll Gazette')
    await addSource(other, 'Unseen', { publisherId: paper, shelf: 'desk', claimCount: 9 })
    const { sources } = await searchAll(other, reader, 'quoll gazette')
    expect(sources.map(({ name }) => name)).toEqual(['On the Quoll Gazette', 'Prison report'])
  })

  it('marks what was found, and the other name by which it was', async () => {
    const { claims, speakers } = await searchAll(db, reader, 'pact gang')
    expect(claims.rows[0]?.marks.statement.filter(({ found }) => found).map(({ text }) => text)).toEqual([
      'pact',
      'gangs',
    ])
    expect(claims.rows[0]?.marks.quote).toEqual([
      { text: 'no ', found: false },
      { text: 'pact', found: true },
    ])
    expect(speakers).toEqual([])
    const [bukele] = (await searchAll(db, reader, 'dictator')).speakers
    expect(bukele?.also).toEqual({
      role: 'alias',
      marks: [
        { text: 'The coolest ', found: false },
        { text: 'dictator', found: true },
      ],
    })
  })

  describe('never shows a reader what is not public', () => {
    const all = async (viewer: Parameters<typeof searchAll>[1], typed: string) => {
      const { claims, speakers, sources, topics, meant } = await searchAll(db, viewer, typed)
      const jumps = (await jumpsFor(db, viewer, typed)).flatMap((group) =>
        group.jumps.map(({ label }) => label),
      )
      expect(new Set(jumps)).toEqual(
        new Set([
          ...claims.rows.map((c) => c.statement),
          ...[...speakers, ...sources, ...topics].map((n) => n.name),
        ]),
      )
      return { found: jumps.sort(), total: claims.total, meant }
    }
    const PUBLIC = ['The president made a secret pact with the gangs', 'The secret negotiations of the gangs']
    const DESK = [
      'A secret drafter',
      'A secret pact, as a draft says unmistakably',
      'A secret report',
      'Secret topic',
    ]

    it('whose desk it is finds its own', async () => {
      expect((await all(reader, 'secret')).found).toEqual(PUBLIC)
      expect((await all(reader, 'secret')).total).toEqual({ n: 1, exact: true })
      expect((await all(user('contributor'), 'secret')).found).toEqual(PUBLIC)
      expect((await all(user('editor'), 'secret')).found).toEqual([...PUBLIC, ...DESK].sort())
      expect((await all(reader, 'withdrawn')).found).toEqual([])
    })

    it('nor a word that only a draft has', async () => {
      expect(await all(reader, 'unmistakibly')).toMatchObject({ found: [], meant: null })
      expect(await all(reader, 'draffter')).toMatchObject({ found: [], meant: null })
    })

    it('a contributor finds the draft that is theirs', async () => {
      const other = await open()
      await other.write((tx) =>
        tx.user.create({
          data: { id: 'own', name: 'Own', email: 'own@example.org', createdAt: at, updatedAt: at },
        }),
      )
      await addTexts(other, [{ id: 'mine', statement: 'My own words', shelf: 'desk' }])
      await other.writer.claim.update({ where: { id: 'mine' }, data: { ownerId: 'own', state: 'draft' } })
      const found = async (viewer: Parameters<typeof searchAll>[1]) =>
        (await searchAll(other, viewer, 'words')).claims.rows.map(({ slug }) => slug)
      expect(await found(user('contributor', 'own'))).toEqual(['mine'])
      expect(await found(user('contributor', 'another'))).toEqual([])
    })
  })

  it.each([
    ['christoper', 'Christopher'],
    ['nayib buekle', 'nayib Bukele'],
    ['presdient', 'president'],
    ['secret pakt', 'secret pact'],
    ['housses', 'houses'],
    ['coruption', 'corruption'],
    ['елкен', 'Ёлкин'],
    ['musto', null],
    ['xyzzyqqq', null],
    ['abc', null],
  ])('asks whether %s was meant to be %s', async (typed, meant) => {
    expect((await searchAll(db, reader, typed)).meant).toBe(meant)
  })

  it('follows names: changed, kept, merged, taken away', async () => {
    const other = await open()
    const found = async (typed: string) =>
      (await searchAll(other, reader, typed)).speakers.map(({ name, also }) => [name, also?.role ?? 'name'])
    const change = (id: string, data: object) =>
      other.write((tx) => tx.speaker.update({ where: { id }, data }))
    const id = await addSpeaker(other, 'Ada Brandt', { aliases: '["A. B."]' })
    await change(id, { name: 'Ada Stone' })
    expect(await found('brandt')).toEqual([['Ada Stone', 'former']])
    expect(await found('ada')).toEqual([['Ada Stone', 'name']])
    await change(id, { name: 'Ada Brandt', aliases: '["Countess"]' })
    expect(await found('stone')).toEqual([['Ada Brandt', 'former']])
    expect(await found('brandt')).toEqual([['Ada Brandt', 'name']])
    expect(await found('countess')).toEqual([['Ada Brandt', 'alias']])
    expect(await found('"a b"')).toEqual([])
    // What it was called before readers saw it is nobody's to find.
    const draft = await addSpeaker(other, 'Wrong Name', { shelf: 'desk' })
    await change(draft, { name: 'Right Name' })
    await change(draft, { shelf: 'public' })
    expect(await found('wrong')).toEqual([])
    expect(await found('right')).toEqual([['Right Name', 'name']])
    // Nor what an unnamed speaker was called.
    const unnamed = await addSpeaker(other, 'An aide to Smith', { kind: 'anonymous', vouchedById: id })
    await change(unnamed, { name: 'An aide' })
    expect(await found('smith')).toEqual([])
    const twin = await addSpeaker(other, 'A. Brand')
    await change(twin, { mergedIntoId: id, shelf: 'closed' })
    expect(await found('brand')).toEqual([['Ada Brandt', 'former']])
    await other.write((tx) => tx.speaker.delete({ where: { id: draft } }))
    expect(await found('right')).toEqual([])

    const source = await addSource(other, 'First title')
    await other.write((tx) => tx.source.update({ where: { id: source }, data: { title: 'Second title' } }))
    expect((await searchAll(other, reader, 'first')).sources.map(({ name }) => name)).toEqual([
      'Second title',
    ])
    const { id: topic } = await addTopic(other, 'Deportation')
    await other.write((tx) => tx.topic.update({ where: { id: topic }, data: { name: 'Removal' } }))
    expect((await searchAll(other, reader, 'deportations')).topics.map(({ name }) => name)).toEqual([
      'Removal',
    ])
  })

  it('takes anything that is typed', async () => {
    const ask = async (typed: string) => {
      await searchAll(db, reader, typed)
      await jumpsFor(db, user('editor'), typed)
      await textIndex(db).named(db.reader, 'source', soughtIn(typed), { shelves: [], limit: 1 })
    }
    for (const typed of HOSTILE) await ask(typed)
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), ask), { numRuns: 20 })
  })
})
