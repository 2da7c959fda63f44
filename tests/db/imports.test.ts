import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { editClaim } from '../../lib/commands/claims/edit'
import { receiveFile } from '../../lib/commands/imports/files'
import {
  cancelImport,
  mapImport,
  resumeImport,
  runImport,
  saveProfile,
} from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import { recordSpeaker } from '../../lib/commands/speakers'
import { claimKept } from '../../lib/db/claim-record'
import type { Database } from '../../lib/db/client'
import { importOf } from '../../lib/queries/imports'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { bytesOf, pieces } from '../support/import-file'
import { checked, ended, imported, sent } from '../support/import-run'
import { killedProcess } from '../support/kill-process'
import { addUsers, admin, userOf } from '../support/small-ledger'

const editor = userOf('editor')
const contributor = userOf('contributor')

const TABLE = [
  'id,claim,speaker,date,topic,url,verdict,checker',
  '1,The bridge is closed.,Ana Ruiz,2024-03-01,Roads,https://news.example.org/bridge,False,Checkers',
  '2,Taxes fell twice.,Jo Hall,2024-03-02,Taxes; Budget,https://news.example.org/taxes#top,True,Checkers',
  '3,Taxes rose.,Ana Ruiz,,Taxes,https://news.example.org/taxes,False,Checkers',
  '4,It was in the mail.,chain-email,,,,,',
].join('\n')

const file = (text: string, name = 'claims.csv') => ({ file: { name, text } })

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const counts = async ({ reader }: Database) => ({
  claims: await reader.claim.count(),
  speakers: await reader.speaker.count(),
  sources: await reader.source.count(),
  topics: await reader.topic.count(),
  reviews: await reader.review.count(),
  events: await reader.event.count({ where: { kind: { not: 'import.started' } } }),
})

const byStatement = async (db: Database, statement: string) => {
  const row = await db.reader.claim.findFirstOrThrow({ where: { statement } })
  const kept = await claimKept(db.reader, { id: row.id })
  if (!kept) throw new Error('The claim is not there.')
  return kept
}

describeDatabases('an import', (open) => {
  it('brings claims to the desk with all that they name, each recorded once', async () => {
    const db = await open()
    await addUsers(db)
    const { report, problems } = await imported(db, editor, file(TABLE))
    expect(problems).toEqual([])
    expect(report).toMatchObject({
      rows: 4,
      created: 4,
      speakers: 3,
      sources: 2,
      topics: 3,
      reviews: 3,
      skipped: 0,
    })
    expect(await counts(db)).toMatchObject({
      claims: 4,
      speakers: 3,
      sources: 2,
      topics: 3,
      reviews: 3,
      events: 4 + 3 + 2 + 3 + 3,
    })
    const claim = await byStatement(db, 'Taxes fell twice.')
    expect(claim).toMatchObject({
      state: 'draft',
      shelf: 'desk',
      ownerId: editor.kind === 'user' ? editor.id : '',
    })
    expect(claim.record).toMatchObject({ saidOn: '2024-03-02', links: [{ mode: 'attributes' }] })
    expect((await byStatement(db, 'It was in the mail.')).record).toMatchObject({
      speaker: null,
      venue: 'chain-email',
    })
    // An editor does not give verdicts: they wait for a reviewer.
    expect(await db.reader.review.count({ where: { state: 'draft' } })).toBe(3)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('changes nothing the second time, also under another name', async () => {
    const db = await open()
    await addUsers(db)
    await imported(db, editor, file(TABLE))
    const before = await counts(db)
    for (const name of ['claims.csv', 'claims (1).csv', 'something else.csv'])
      expect((await imported(db, editor, file(TABLE, name))).report).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 4,
      })
    expect(await counts(db)).toEqual(before)
  })

  it('brings a newer version as updates with history, and keeps what an editor changed', async () => {
    const db = await open()
    await addUsers(db)
    await imported(db, admin, { ...file(TABLE), publish: true })
    const edited = await byStatement(db, 'Taxes rose.')
    must(
      await editClaim(db, admin, {
        ...edited.record,
        place: 'Lisbon',
        statement: 'Taxes rose a little.',
        id: edited.id,
        version: edited.version,
        reason: 'It was too short.',
      }),
      'edit',
    )
    const newer = TABLE.replace('2024-03-01,Roads', '2024-03-05,Roads')
      .replace('Taxes rose.', 'Taxes rose much.')
      .replace('news.example.org/bridge,False', 'news.example.org/bridge,Half true')
    const { report, problems } = await imported(db, admin, {
      ...file(`${newer}\n5,Rents fell.,Ana Ruiz,,,,,`),
      publish: true,
    })
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 3, speakers: 0 })
    expect(report.updates).toEqual([
      { line: 2, statement: 'The bridge is closed.', fields: ['saidOn', 'reviews'] },
    ])
    expect(problems).toEqual([expect.stringMatching(/^4: Somebody changed “statement” here/)])
    const bridge = await byStatement(db, 'The bridge is closed.')
    expect(bridge).toMatchObject({ version: 2, record: { saidOn: '2024-03-05' } })
    const events = await db.reader.event.findMany({
      where: { subjectId: bridge.id },
      orderBy: { version: 'asc' },
    })
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['claim.recorded', null],
      ['claim.edited', 'A newer version was imported from claims.csv.'],
    ])
    expect(
      await db.reader.review.findMany({
        where: { claimId: bridge.id },
        select: { ratingText: true, version: true },
      }),
    ).toEqual([{ ratingText: 'Half true', version: 2 }])
    expect((await byStatement(db, 'Taxes rose a little.')).record.place).toBe('Lisbon')
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('says what it would do, and does nothing of it', async () => {
    const db = await open()
    await addUsers(db)
    const before = await counts(db)
    const dry = await checked(db, editor, file(`${TABLE}\n4,A second four.,Jo,,,,,\n6`))
    expect(await counts(db)).toEqual(before)
    expect(dry.report).toMatchObject({ created: 4, skipped: 2 })
    expect(dry.problems).toEqual([
      expect.stringMatching(/^6: It has the same id as 5/),
      expect.stringMatching(/^7: This row has 1 cell/),
    ])
    must(await runImport(db, editor, { id: dry.view.id }), 'run')
    await runJobs(db, { once: true })
    const { report, problems } = await ended(db, editor, dry.view.id, false)
    expect({ report, problems }).toEqual({ report: dry.report, problems: dry.problems })
  })

  it('sees by dates far into a file whether days or months come first', async () => {
    const db = await open()
    await addUsers(db)
    const rows = Array.from({ length: 900 }, (_, i) => `${i},Claim ${i} is so.,Jo,0${(i % 9) + 1}/02/2024`)
    const text = ['id,claim,speaker,date', ...rows, '900,The last is so.,Jo,28/02/2024'].join('\n')
    const { view, problems } = await imported(db, editor, file(text))
    expect({ dates: view.profile.dates, problems }).toEqual({ dates: 'day-first', problems: [] })
    expect((await byStatement(db, 'Claim 2 is so.')).record.saidOn).toBe('2024-02-03')
  })

  it('never guesses between two people of one name', async () => {
    const db = await open()
    await addUsers(db)
    for (const description of ['A mayor.', 'A singer.'])
      must(await recordSpeaker(db, admin, { kind: 'person', name: 'Ana Ruiz', description }), 'speaker')
    const first = await imported(db, editor, file(TABLE))
    expect(first.report).toMatchObject({ created: 2, skipped: 2 })
    expect(first.problems[0]).toMatch(/^2: “Ana Ruiz” is the name of several speakers here/)
    const second = await imported(db, editor, { ...file(TABLE), profile: { sameName: 'create' } })
    expect(second.report).toMatchObject({ created: 2, unchanged: 2, speakers: 1 })
    expect(await db.reader.speaker.count({ where: { name: 'Ana Ruiz' } })).toBe(3)
  })

  it('leaves the rest of a batch whole where one record is refused', async () => {
    const db = await open()
    await addUsers(db)
    const long = `9,${'x'.repeat(1_200)},Jo,,,,,`
    const nul = '10,A\u0000B,Jo,,,,,'
    const { report, problems } = await imported(
      db,
      editor,
      file(`${TABLE}\n${long}\n${nul}\n11,Fine.,Jo,9999-01-01,,,,`),
    )
    expect(report).toMatchObject({ created: 5, skipped: 2, partly: 1 })
    expect(problems).toEqual([
      expect.stringMatching(/^6: The statement is longer than 1000/),
      expect.stringMatching(/^7: .*character that is none/),
      expect.stringMatching(/^8: “9999-01-01” lies too far/),
    ])
  })

  it('ends the same wherever it was stopped, gone on with, called off or killed', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, i) =>
        `${i % 990},Claim number ${i % 990} is so.,Speaker ${i % 37},,Topic ${i % 11},https://news.example.org/${i % 53},False,Checkers`,
    )
    const table = `${TABLE.split('\n')[0]}\n${rows.join('\n')}`
    const whole = await open()
    await addUsers(whole)
    const once = await imported(whole, editor, file(table))
    const db = await open()
    await addUsers(db)
    const { id } = await sent(db, editor, file(table))
    must(await runImport(db, editor, { id }), 'run')
    for (let stops = 0; stops < 2; stops++) {
      const stop = new AbortController()
      const running = runJobs(db, { once: true, signal: stop.signal })
      stop.abort()
      await running
      expect((await importOf(db, editor, id))?.run?.state).toBe('waiting')
    }
    // Killed in the middle of a batch, as by a power cut: another worker takes it over.
    await killedProcess('tests/support/work-jobs.ts', [db.url, '0'], () => pause(1_200))
    must(await cancelImport(db, editor, { id }), 'cancel')
    if ((await importOf(db, editor, id))?.run?.state === 'cancelled')
      must(await resumeImport(db, editor, { id }), 'resume')
    await runJobs(db, { once: true, staleMs: 0 })
    const parts = await ended(db, editor, id, false)
    expect(parts.report).toEqual(once.report)
    expect(parts.problems).toEqual(once.problems)
    expect(await counts(db)).toEqual(await counts(whole))
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('is for editors and above, and publishes for admins only', async () => {
    const db = await open()
    await addUsers(db)
    const bytes = () => pieces(bytesOf(TABLE), 1_000)
    expect(await receiveFile(db, contributor, { name: 'a.csv', bytes: bytes() })).toMatchObject({
      ok: false,
      refusal: { code: 'forbidden' },
    })
    const view = await sent(db, editor, file(TABLE))
    expect(await importOf(db, contributor, view.id)).toBeNull()
    expect(await runImport(db, contributor, { id: view.id })).toMatchObject({
      ok: false,
      refusal: { code: 'forbidden' },
    })
    expect(
      await mapImport(db, editor, { id: view.id, shape: view.shape, profile: view.profile, publish: true }),
    ).toMatchObject({ ok: false, refusal: { field: 'publish' } })
    expect(await saveProfile(db, contributor, { name: 'x', profile: view.profile })).toMatchObject({
      ok: false,
    })
    const { report } = await imported(db, admin, { ...file(TABLE), publish: true })
    expect(report.created).toBe(4)
    expect(await db.reader.claim.count({ where: { shelf: 'public', state: 'published' } })).toBe(4)
  })

  it('keeps nothing of what it cannot read', async () => {
    const db = await open()
    await addUsers(db)
    for (const text of ['', 'PK\u0003\u0004 a spreadsheet'])
      expect(await receiveFile(db, editor, { name: 'a.csv', bytes: pieces(bytesOf(text)) })).toMatchObject({
        ok: false,
        refusal: { field: 'file' },
      })
    expect(await db.reader.import.count()).toBe(0)
    expect(await db.reader.importChunk.count()).toBe(0)
  })
})
