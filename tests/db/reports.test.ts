/** What readers report, and what becomes of it. */
import { expect, it } from 'vitest'
import { changeAddress } from '../../lib/commands/rename'
import { answerReport, closeReport, reportError } from '../../lib/commands/reports'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import { PAGES } from '../../lib/db/subjects'
import { answeredReports, listReports, reportSubject } from '../../lib/queries/reports'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const HERE = '203.0.113.7'
const AT = new Date('2026-03-04T05:06:07.008Z')
const report = { kind: 'speaker', slug: 'ada-brandt', text: 'She left in 2023.' } as const
const refusal = async (result: Promise<{ ok: boolean; refusal?: unknown }>) => (await result).refusal
const later = (ms: number) => new Date(AT.getTime() + ms)

const open3 = async (db: Database) => {
  const ids: string[] = []
  for (const [i, slug] of ['ada-brandt', 'ada-brandt', 'zebedee-quillfeather'].entries())
    ids.push(
      must(await reportError(db, HERE, { ...report, slug, contact: `r${i}@example.org` }, later(i)), slug).id,
    )
  return ids as [string, string, string]
}

describeDatabases('a report', (open) => {
  it('keeps what was written, and nothing of who wrote it', async () => {
    const db = await open()
    await addSmallLedger(db)
    const { id } = must(await reportError(db, HERE, { ...report, contact: '  ' }, AT), 'report')
    expect(await db.reader.report.findUnique({ where: { id } })).toEqual({
      id,
      subjectKind: 'speaker',
      subjectId: 'director',
      address: null,
      text: report.text,
      contact: null,
      at: AT,
      state: 'open',
      answer: null,
      answeredAt: null,
      answeredBy: null,
    })
    expect(JSON.stringify(await everything(db))).not.toContain(HERE)
    const event = await db.reader.event.findFirstOrThrow({ where: { kind: 'report.received' } })
    expect(event).toMatchObject({ actorId: null, actorName: 'a reader', shelf: 'desk' })
    expect(JSON.stringify(event)).not.toContain('2023')
  })

  it('is refused where there is no such page, nothing is said, or too much', async () => {
    const db = await open()
    await addSmallLedger(db)
    const desk = { id: 'hidden', kind: 'person', name: 'Hidden', shelf: 'desk' } as const
    must(await recordSpeaker(db, admin, desk), 'hidden')
    const before = await everything(db)
    const cases: [Record<string, unknown>, string, string?][] = [
      [{ slug: 'nobody' }, 'not_found'],
      [{ slug: 'hidden' }, 'not_found'],
      [{ kind: 'user' }, 'invalid', 'kind'],
      [{ text: '  ' }, 'invalid', 'text'],
      [{ text: 'x'.repeat(2_001) }, 'invalid', 'text'],
      [{ contact: 'x'.repeat(201) }, 'invalid', 'contact'],
      [{ text: 'a\u0000b' }, 'invalid', 'text'],
    ]
    for (const [fields, code, field] of cases)
      expect(await refusal(reportError(db, HERE, { ...report, ...fields }, AT))).toMatchObject({
        code,
        ...(field ? { field } : {}),
      })
    expect(await refusal(reportError(db, HERE, null, AT))).toMatchObject({ code: 'invalid' })
    expect(await everything(db)).toEqual(before)
  })

  it('is taken five times an hour from one place, also of many at once', async () => {
    const db = await open()
    await addSmallLedger(db)
    const many = await Promise.all(Array.from({ length: 8 }, () => reportError(db, HERE, report, AT)))
    expect(many.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await refusal(reportError(db, HERE, report, later(3_599_000)))).toMatchObject({ code: 'blocked' })
    must(await reportError(db, '203.0.113.8', report, AT), 'another place')
    must(await reportError(db, HERE, report, later(3_600_000)), 'an hour later')
    expect(await db.reader.report.count()).toBe(7)
  })

  it('stands on the desk, and beside its page once it is answered', async () => {
    const db = await open()
    await addSmallLedger(db)
    const [first, second, third] = await open3(db)
    const editor = userOf('editor')
    const desk = async (state: 'open' | 'answered' | 'closed') => {
      const { rows, total } = await listReports(db, editor, state)
      expect(total).toBe(rows.length)
      return rows.map(({ id }) => id)
    }
    expect(await desk('open')).toEqual([first, second, third])
    const [row] = (await listReports(db, editor, 'open')).rows
    expect(row).toMatchObject({
      contact: 'r0@example.org',
      about: { kind: 'speaker', title: 'Ada Brandt', path: '/speakers/ada-brandt' },
    })
    const view = '/claims?status=unsupported'
    must(
      await reportError(
        db,
        '203.0.113.9',
        { ...report, kind: 'page', slug: 'claims', address: view },
        later(9),
      ),
      view,
    )
    const seen = (await listReports(db, editor, 'open')).rows.at(-1)
    expect(seen).toMatchObject({ about: { path: '/claims' }, address: view })
    must(await closeReport(db, editor, { id: seen?.id ?? '', reason: 'It is so.' }, later(5)), 'close')
    for (const nobody of [reader, userOf('contributor')]) {
      expect(await listReports(db, nobody, 'open')).toEqual({ rows: [], total: 0 })
      expect(await refusal(answerReport(db, nobody, { id: first, answer: 'No.' }))).toMatchObject({
        code: 'forbidden',
      })
    }
    must(await answerReport(db, editor, { id: first, answer: 'Corrected.' }, later(10)), 'answer')
    must(await closeReport(db, editor, { id: second, reason: 'Twice.' }, later(10)), 'close')
    expect(await refusal(answerReport(db, editor, { id: first, answer: 'Mine.' }))).toMatchObject({
      code: 'conflict',
      details: { theirs: { state: 'answered', answer: 'Corrected.' } },
    })
    expect(await refusal(closeReport(db, editor, { id: 'x', reason: 'None.' }))).toMatchObject({
      code: 'not_found',
    })
    expect(await refusal(closeReport(db, editor, { id: third, reason: ' ' }))).toMatchObject({
      field: 'reason',
    })
    must(await answerReport(db, editor, { id: first, was: 'answered', answer: 'Put right.' }), 'again')
    expect([await desk('open'), await desk('answered'), await desk('closed')]).toEqual([
      [third],
      [first],
      [seen?.id, second],
    ])
    const answered = await answeredReports(db, reader, 'speaker', 'ada-brandt')
    expect(answered).toMatchObject([{ id: first, text: report.text, answer: 'Put right.' }])
    expect(JSON.stringify(answered)).not.toContain('example.org')
    expect(await answeredReports(db, reader, 'speaker', 'zebedee-quillfeather')).toEqual([])
    const events = await db.reader.event.findMany({
      where: { subjectId: first },
      orderBy: { version: 'asc' },
    })
    expect(events.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'report.received 1',
      'report.answered 2',
      'report.answered 3',
    ])
  })

  it('is about the page whose path it was given, under an old address too', async () => {
    const db = await open()
    await addSmallLedger(db)
    const moved = { kind: 'topic', id: 'housing', version: 1, slug: 'homes' } as const
    must(await changeAddress(db, admin, moved), 'address')
    const subject = async (about: string) => (await reportSubject(db, reader, about))?.path ?? null
    expect(await subject('claims/the-office-granted-forty-permits')).toBe(
      '/claims/the-office-granted-forty-permits',
    )
    expect(await subject('/topics/housing')).toBe('/topics/homes')
    expect(await subject('sources/register-of-permits')).toBe('/sources/register-of-permits')
    // Pages about no single record, by their own addresses.
    for (const page of Object.values(PAGES)) expect(await subject(page)).toBe(page)
    expect(await subject('claims?status=unsupported')).toBe('/claims')
    // The view that was seen is kept beside it, and leads nowhere else.
    const seen = async (about: string) => (await reportSubject(db, reader, about))?.address
    const claim = '/claims/the-office-granted-forty-permits'
    expect(await subject(`${claim}/v/1`)).toBe(claim)
    expect(await seen(`${claim}/v/1`)).toBe(`${claim}/v/1`)
    expect(await seen('/claims?status=unsupported&q=a%3Fb#top')).toBe('/claims?status=unsupported&q=a%3Fb')
    expect(await subject('/values/speaker?find=ada')).toBe('/claims')
    expect(await seen('//claims')).toBe('/claims')
    expect(await seen(`/claims?q=${'x'.repeat(3_000)}`)).toBe('/claims')
    for (const none of [
      '',
      '/desk',
      '/sign-in',
      'overview/x',
      'claims/none',
      'users/x',
      'claims/a/b',
      '//evil.example/x',
    ])
      expect(await subject(none), none).toBeNull()
  })
})
