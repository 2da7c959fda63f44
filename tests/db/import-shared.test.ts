/** Files that others published, imported as they are. The data may not be in the project. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { describeDatabases } from '../support/databases'
import { sharedData } from '../support/import-file'
import { type Given, imported } from '../support/import-run'

const actor: Actor = { kind: 'system', name: 'importer' }
const path = (name: string): string => sharedData(name) ?? ''
const ABSENT = !sharedData('liar/train.tsv')

const run = (db: Database, name: string, profile: Given['profile'] = {}) =>
  imported(db, actor, { file: path(name), profile })

describeDatabases('data of others (needs ../shared/data)', (open, kind) => {
  // On one database: reading and mapping are the same, and what is written is tried on both elsewhere.
  const SKIPPED = ABSENT || kind === 'postgresql'

  it.skipIf(SKIPPED)('LIAR: every row of both files, which share their ids', async () => {
    const db = await open()
    const constants = { reviewer: 'PolitiFact' }
    const train = await run(db, 'liar/train.tsv', { origin: 'liar', constants })
    expect(train.report).toMatchObject({ rows: 10_269, created: 10_269, reviews: 10_269, skipped: 0 })
    const all = await run(db, 'liar/liar.csv', { origin: 'liar', constants })
    expect(all.report).toMatchObject({ rows: 12_836, skipped: 0 })
    expect(all.report.created + all.report.updated + all.report.unchanged).toBe(12_836)
    expect(all.report.created).toBe(12_836 - 10_269)
    expect(await db.reader.claim.count()).toBe(12_836)
    expect(await db.reader.review.count()).toBe(12_836)
    const again = await run(db, 'liar/liar.csv', { origin: 'liar', constants })
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 12_836 })
  })

  it.skipIf(SKIPPED)(
    'Factopolis: people with offices, checkers with their words, utterances with sources and checks, repeats linked',
    async () => {
      const db = await open()
      const origin = 'factopolis'
      const people = await run(db, 'factopolis/people.jsonl', { origin })
      expect(people.report).toMatchObject({ rows: 74, created: 74, skipped: 0, partly: 0 })
      expect(await db.reader.role.count({ where: { from: { not: null } } })).toBeGreaterThan(74)
      expect((await run(db, 'factopolis/checkers.jsonl', { origin })).report).toMatchObject({
        created: 33,
        skipped: 0,
      })
      expect((await run(db, 'factopolis/claims.jsonl', { origin })).report).toMatchObject({
        created: 228,
        skipped: 0,
      })
      const said = await run(db, 'factopolis/assertions.jsonl', { origin })
      // Eighteen of the 521 utterances make two claims or more.
      expect(said.report).toMatchObject({ rows: 521, created: 540, skipped: 0 })
      expect(await db.reader.speaker.count({ where: { kind: 'person' } })).toBe(74)
      expect(await db.reader.claimRelation.count({ where: { kind: 'restates' } })).toBe(540 - 228)
      expect(await db.reader.review.count()).toBe(said.report.reviews)
      expect(await db.reader.appearance.count()).toBeGreaterThan(700)
      for (const file of ['people', 'checkers', 'claims', 'assertions'])
        expect((await run(db, `factopolis/${file}.jsonl`, { origin })).report).toMatchObject({
          created: 0,
          updated: 0,
        })
      expect((await checkDerivation(db)).wrong).toEqual([])
    },
  )

  it.skipIf(SKIPPED)('TrumpTracker: six versions of one list are updates with history', async () => {
    const db = await open()
    const profile = {
      origin: 'trumptracker',
      columns: {
        id: ['comments', 'text', 'title', 'description'],
        statement: ['text', 'title'],
        rating: ['status'],
        sources: ['sources', 'source'],
        topics: ['category', 'tabs.name'],
      },
      constants: { speaker: 'Donald Trump', reviewer: 'TrumpTracker', act: 'promise' },
    }
    const reports = []
    for (const name of [
      '2016-11-15T14-48-00_8e50b35a',
      '2016-11-22T21-38-34_847c5817',
      '2017-01-24T18-32-20_ad636a0c',
      '2017-02-03T23-14-41_5850258d',
      '2017-03-21T01-53-39_7a16fe46',
      '2017-05-25T03-14-10_a9accec9',
    ])
      reports.push((await run(db, `trumptracker/${name}.yaml`, profile)).report)
    const [first, ...later] = reports
    expect(first?.created).toBeGreaterThan(190)
    for (const { updated } of later) expect(updated).toBeGreaterThan(5)
    // Far fewer than the 1,100 rows of all six.
    expect(await db.reader.claim.count()).toBeLessThan(330)
    expect(await db.reader.claim.count({ where: { version: { gt: 2 } } })).toBeGreaterThan(50)
    expect(await db.reader.speaker.count({ where: { kind: 'person' } })).toBe(1)
    const last = await run(db, 'trumptracker/2017-05-25T03-14-10_a9accec9.yaml', profile)
    expect(last.report).toMatchObject({ created: 0, updated: 0 })
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it.skipIf(SKIPPED)('ClaimReview: every object, the page and the tables of four publishers', async () => {
    const db = await open()
    const objects = [1, 2, 3, 4, 5, 6]
      .map((n) => `collector_cr_${n}`)
      .concat('schemaorg_example_1', 'schemaorg_example_2')
    for (const name of objects)
      expect((await run(db, `claimreview/jsonld/${name}.json`)).report).toMatchObject({
        rows: 1,
        created: 1,
        reviews: 1,
      })
    expect((await run(db, 'claimreview/polygraph.info.html')).report).toMatchObject({
      created: 1,
      reviews: 1,
    })
    const tables = { afpfactcheck: 54, fullfact: 44, politifact: 30, vishvasnews: 122 }
    for (const [name, rows] of Object.entries(tables)) {
      const { report, problems } = await run(db, join('claimreview/csv', `${name}.csv`))
      expect({
        name,
        rows: report.rows,
        problems: problems.filter((text) => !/same id|no number/.test(text)),
      }).toEqual({ name, rows, problems: [] })
      expect(report.created + report.skipped).toBe(rows)
      expect(report.reviews).toBe(report.created)
    }
    expect(await db.reader.ratingScale.count({ where: { best: { lt: 2 } } })).toBeGreaterThan(0)
  })
})
