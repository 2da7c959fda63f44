/** Our own data, read back: into the ledger that it came from, and into another one. */
import { expect, it } from 'vitest'
import { csvRows } from '../../app/data/csv'
import { checkDerivation } from '../../lib/commands/check'
import { editClaim } from '../../lib/commands/claims/edit'
import { claimKept } from '../../lib/db/claim-record'
import type { Database } from '../../lib/db/client'
import { COLUMNS } from '../../lib/domain/data'
import { emptyQuery } from '../../lib/domain/query'
import { listClaimItems } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { claimData, claimItemData } from '../../lib/queries/data/claim'
import { sourceItemData } from '../../lib/queries/data/source'
import { speakerItemData } from '../../lib/queries/data/speaker'
import { topicItemData } from '../../lib/queries/data/topic'
import { listSources } from '../../lib/queries/sources/list'
import { listSpeakers } from '../../lib/queries/speakers/list'
import { listTopics } from '../../lib/queries/topics'
import { loadArticle } from '../../seeds/article/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { imported, type Ran } from '../support/import-run'
import { addUsers, admin } from '../support/small-ledger'

const SITE = 'https://ledger.example'
const reader = { kind: 'public' } as const
const system = { kind: 'system', name: 'tests' } as const

type Item = Record<string, unknown>
type Folder = 'claims' | 'speakers' | 'sources' | 'topics'

/** The four lists of a ledger, as readers are given them. */
const listsOf = async (db: Database): Promise<Record<Folder, Item[]>> => ({
  topics: (await listTopics(db, reader)).map((row) => topicItemData(row, SITE)),
  speakers: (await listSpeakers(db, reader, { sort: 'name' })).rows.map((row) => speakerItemData(row, SITE)),
  sources: (await listSources(db, reader, { sort: 'title' })).rows.map((row) => sourceItemData(row, SITE)),
  claims: (await listClaimItems(db, reader, { ...emptyQuery(), per: 100 })).rows.map((row) =>
    claimItemData(row, SITE),
  ),
})

const json = (folder: Folder, data: readonly Item[]) => ({
  name: `${folder}.json`,
  text: JSON.stringify({
    version: 1,
    kind: folder,
    links: { self: SITE },
    total: { n: 1, exact: true },
    data,
  }),
})
const csv = (folder: Folder, data: readonly Item[]) => ({
  name: `${folder}-2026-11-24.csv`,
  text: csvRows(COLUMNS[folder], data, { header: true, bom: true }),
})

const FOLDERS = ['topics', 'speakers', 'sources', 'claims'] as const
const FORMS = [
  ['JSON', json],
  ['a table', csv],
] as const

const seeded = async (open: () => Promise<Database>): Promise<Database> => {
  const db = await open()
  await addUsers(db)
  await loadArticle(db, { kind: 'system', name: 'seed' })
  return db
}

const events = (db: Database) => db.reader.event.count({ where: { kind: { not: 'import.started' } } })

const quiet = ({ report, problems }: Ran) => ({
  created: report.created,
  updated: report.updated,
  skipped: report.skipped,
  problems,
})
const NOTHING = { created: 0, updated: 0, skipped: 0, problems: [] }

describeDatabases('our own data', (open) => {
  it.each(FORMS)('changes nothing in the ledger that it came from, as %s', async (_name, file) => {
    const db = await seeded(open)
    const lists = await listsOf(db)
    const before = await events(db)
    for (const folder of FOLDERS)
      expect(quiet(await imported(db, admin, { file: file(folder, lists[folder]) })), folder).toEqual(NOTHING)
    expect(await events(db)).toBe(before)
    expect(await listsOf(db)).toEqual(lists)
  })

  it.each(FORMS)('keeps its ids and addresses in another ledger, as %s', async (_name, file) => {
    const lists = await listsOf(await seeded(open))
    const db = await open()
    await addUsers(db)
    const given = (folder: Folder) => ({ file: file(folder, lists[folder]), publish: true })
    for (const folder of FOLDERS) {
      const { report, problems } = await imported(db, admin, given(folder))
      expect({ problems, created: report.created, rows: report.rows }, folder).toEqual({
        problems: [],
        created: report.rows - report.unchanged,
        rows: lists[folder].length,
      })
    }
    const named = (items: readonly Item[]) =>
      items.map(({ id, slug, name, statement, kind, saidOn }) => ({
        id,
        slug,
        name,
        statement,
        kind,
        saidOn,
      }))
    const there = await listsOf(db)
    // Organizations that only a list names came before their own records, with ids of this ledger.
    for (const folder of ['topics', 'sources', 'claims'] as const)
      expect(named(there[folder]), folder).toEqual(named(lists[folder]))
    expect(there.claims.map(({ speaker }) => (speaker as Item | null)?.name)).toEqual(
      lists.claims.map(({ speaker }) => (speaker as Item | null)?.name),
    )
    for (const folder of FOLDERS)
      expect(quiet(await imported(db, admin, given(folder))), `${folder} again`).toEqual(NOTHING)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('brings back what a spreadsheet changed, and keeps what an editor changed meanwhile', async () => {
    const db = await seeded(open)
    const lists = await listsOf(db)
    const [first, second] = lists.claims as (Item & { id: string; statement: string; topics: object[] })[]
    if (!first || !second) throw new Error('The ledger holds no claims.')
    const kept = await claimKept(db.reader, { id: second.id })
    if (!kept) throw new Error('The claim is not there.')
    must(
      await editClaim(db, system, {
        ...kept.record,
        statement: `${kept.record.statement.slice(0, -1)}, it is said.`,
        id: kept.id,
        version: kept.version,
        reason: 'It was too short.',
      }),
      'edit',
    )
    const changed = [
      { ...first, venue: '=A town hall', topics: [...first.topics, { name: 'Town halls' }] },
      { ...second, statement: 'Something else.', place: 'San Salvador' },
    ]
    const { report, problems } = await imported(db, admin, { file: csv('claims', changed) })
    expect(report).toMatchObject({ rows: 2, updated: 2, created: 0, topics: 1 })
    expect(problems).toEqual([
      expect.stringMatching(/^3: Somebody changed “statement” here after it was exported/),
    ])
    const one = await claimKept(db.reader, { id: first.id })
    expect(one?.record).toMatchObject({ venue: '=A town hall', statement: first.statement })
    expect(one?.record.evidence.length).toBe(
      (await claimKept(db.reader, { id: first.id }))?.record.evidence.length,
    )
    const two = await claimKept(db.reader, { id: second.id })
    expect(two?.record).toMatchObject({
      place: 'San Salvador',
      statement: expect.stringContaining('it is said'),
    })
    expect(quiet(await imported(db, admin, { file: csv('claims', [changed[0] as Item]) }))).toEqual(NOTHING)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('says what the whole page of a claim holds that is not read from it', async () => {
    const db = await seeded(open)
    const [item] = (await listsOf(db)).claims
    const found = await getClaim(db, reader, String(item?.slug))
    if (found.kind !== 'found') throw new Error('The claim is not there.')
    const file = {
      name: 'claim.json',
      text: JSON.stringify({ version: 1, kind: 'claim', links: {}, data: claimData(found.page, SITE) }),
    }
    const { report, problems } = await imported(db, admin, { file })
    expect(report).toMatchObject({ rows: 1, created: 0, updated: 0, unchanged: 1 })
    expect(problems).toEqual([expect.stringMatching(/^1: Its evidence, sources, stakes and relations/)])
  })
})
