/** What each command writes: its rows, its one event, and the derivation of every claim that it touches. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { changeAddress } from '../../lib/commands/rename'
import { recordSource, setSourceStatus } from '../../lib/commands/sources'
import { recordGroup, recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { isSlug } from '../../lib/domain/ids'
import type { Result } from '../../lib/domain/result'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { HOSTILE } from '../support/query-arbitrary'
import { addSmallLedger, admin } from '../support/small-ledger'

const AT = new Date('2026-03-04T05:06:07.008Z')

interface Case {
  name: string
  run: (db: Database) => Promise<Result<{ id: string; version?: number }>>
  /** The event's kind; its subject is what the command gives back. */
  kind: string
  summary: string
  changes?: object[]
  reason?: string
}

/** One after another on one ledger, so that each meets what those before it wrote. */
const CASES: Case[] = [
  {
    name: 'recordGroup',
    run: (db) => recordGroup(db, admin, { id: 'holding', name: 'Alder Holding' }, AT),
    kind: 'group.recorded',
    summary: 'Alder Holding',
  },
  {
    name: 'recordSpeaker',
    run: (db) =>
      recordSpeaker(
        db,
        admin,
        { kind: 'organization', name: '  The   Alder  Wire ', outlet: true, group: 'holding' },
        AT,
      ),
    kind: 'speaker.recorded',
    summary: 'The Alder Wire',
  },
  {
    name: 'recordSpeaker of an unnamed group',
    run: (db) =>
      recordSpeaker(
        db,
        admin,
        { kind: 'anonymous', name: 'an official', vouchedBy: 'paper', mayOverlap: ['unnamed', 'unnamed'] },
        AT,
      ),
    kind: 'speaker.recorded',
    summary: 'an official',
  },
  {
    name: 'recordSource',
    run: (db) =>
      recordSource(
        db,
        admin,
        { id: 'second', kind: 'news_report', title: 'Second report', publisher: 'paper' },
        AT,
      ),
    kind: 'source.recorded',
    summary: 'Second report',
  },
  {
    name: 'recordTopic',
    run: (db) => recordTopic(db, admin, { id: 'water', name: 'Water' }, AT),
    kind: 'topic.recorded',
    summary: 'Water',
  },
  {
    name: 'recordClaim',
    run: (db) =>
      recordClaim(
        db,
        admin,
        {
          statement: 'The office saved water.',
          speaker: 'director',
          capacity: 'official',
          capacityOrg: 'office',
          saidOn: '2024-06',
          topics: ['water', 'housing'],
          stakes: [{ party: 'office', stake: 'benefits' }],
          relations: [{ to: 'claim-found', kind: 'narrows' }],
          appearances: [{ source: 'report' }],
          links: [{ from: 'second', to: 'report', mode: 'cites' }],
          evidence: [
            { relation: 'supports', target: 'second' },
            {
              relation: 'supports',
              target: 'unnamed',
              basis: 'first_hand',
              access: 'on_background',
              vouchedBy: 'paper',
            },
            { relation: 'contradicts', target: 'other', basis: 'first_hand', access: 'on_record' },
          ],
        },
        AT,
      ),
    kind: 'claim.recorded',
    summary: 'The office saved water.',
  },
  {
    name: 'recordLink',
    run: (db) => recordLink(db, admin, { from: 'second', to: 'memo', mode: 'republishes' }, AT),
    kind: 'link.recorded',
    summary: 'Second report → A page of notes',
  },
  {
    name: 'setSourceStatus',
    run: (db) =>
      setSourceStatus(
        db,
        admin,
        {
          id: 'report',
          version: 1,
          status: 'corrected',
          reason: 'One count was wrong.',
          removesClaims: ['claim-said'],
        },
        AT,
      ),
    kind: 'source.status_set',
    summary: 'Report on permits',
    reason: 'One count was wrong.',
    changes: [
      { field: 'status', before: 'current', after: 'corrected' },
      { field: 'removesClaims', before: [], after: ['claim-said'] },
    ],
  },
  ...(['claim', 'speaker', 'source', 'topic'] as const).map((kind) => {
    const id = { claim: 'claim-found', speaker: 'director', source: 'memo', topic: 'housing' }[kind]
    const summary = {
      claim: 'The office granted forty permits.',
      speaker: 'Ada Brandt',
      source: 'A page of notes',
      topic: 'Housing',
    }[kind]
    const before = {
      claim: 'the-office-granted-forty-permits',
      speaker: 'ada-brandt',
      source: 'a-page-of-notes',
      topic: 'housing',
    }[kind]
    return {
      name: `changeAddress of a ${kind}`,
      run: (db: Database) =>
        changeAddress(db, admin, { kind, id, version: 1, slug: 'shorter', reason: 'It was long.' }, AT),
      kind: `${kind}.address_changed`,
      summary,
      reason: 'It was long.',
      changes: [{ field: 'slug', before, after: 'shorter' }],
    }
  }),
]

describeDatabases('a command', (open) => {
  it('writes one event with who, when and what, and leaves every status as derived', async () => {
    const db = await open()
    await addSmallLedger(db)
    expect((await checkDerivation(db)).wrong).toEqual([])
    for (const { name, run, kind, summary, changes, reason } of CASES) {
      const before = new Set((await db.reader.event.findMany()).map(({ id }) => id))
      const { id, version } = must(await run(db), name)
      const events = (await db.reader.event.findMany()).filter((event) => !before.has(event.id))
      expect(events, name).toMatchObject([
        {
          kind,
          at: AT,
          actorId: 'user-admin',
          actorName: 'An admin',
          subjectKind: kind.split('.')[0],
          subjectId: id,
          version: version ?? 1,
          shelf: 'public',
          summary,
          reason: reason ?? null,
        },
      ])
      expect(JSON.parse(events[0]?.changes ?? ''), name).toEqual(changes ?? [])
      // The record holds what was set; of a new row, its id too.
      if (kind.endsWith('.recorded')) expect(JSON.parse(events[0]?.record ?? ''), name).toMatchObject({ id })
      expect((await checkDerivation(db)).wrong, name).toEqual([])
    }
  })

  it('that retracts a source moves every claim that rests on it, and one that restores it moves them back', async () => {
    const db = await open()
    await addSmallLedger(db)
    // At one, two and three steps from the register; one that does not rest on it.
    must(await recordLink(db, admin, { from: 'memo', to: 'register', mode: 'cites' }), 'memo')
    for (const [id, target] of [
      ['far', 'memo'],
      ['apart', 'unnamed'],
    ])
      must(
        await recordClaim(db, admin, {
          id,
          statement: `Claim ${id}`,
          speaker: 'other',
          evidence: [
            {
              relation: 'supports',
              target: target as string,
              ...(id === 'apart' ? { access: 'on_background', basis: 'first_hand' } : {}),
            },
          ],
        }),
        id as string,
      )
    const statuses = async () =>
      Object.fromEntries((await db.reader.claim.findMany()).map(({ id, status }) => [id, status]))
    const before = await statuses()
    const set = async (version: number, status: 'retracted' | 'current') => {
      const result = await setSourceStatus(db, admin, {
        id: 'register',
        version,
        status,
        reason: 'A reason.',
      })
      expect((await checkDerivation(db)).wrong).toEqual([])
      return must(result, status).moved
    }
    const moved = await set(1, 'retracted')
    const during = await statuses()
    expect(moved.map(({ claimId }) => claimId).sort()).toEqual(['claim-found', 'far'])
    expect(during).toEqual({
      ...before,
      ...Object.fromEntries(moved.map(({ claimId, after }) => [claimId, after])),
    })
    expect(during).not.toEqual(before)
    const event = await db.reader.event.findFirstOrThrow({ where: { kind: 'source.status_set' } })
    const changes = await db.reader.statusChange.findMany({ where: { eventId: event.id } })
    expect(changes.map(({ claimId, before, after }) => ({ claimId, before, after }))).toEqual(
      expect.arrayContaining(moved),
    )
    expect(changes).toHaveLength(moved.length)
    expect(changes.every(({ at }) => at.getTime() === event.at.getTime())).toBe(true)
    const back = await set(2, 'current')
    expect(back.map(({ claimId }) => claimId).sort()).toEqual(['claim-found', 'far'])
    expect(await statuses()).toEqual(before)
    expect(await db.reader.statusChange.count({ where: { claimId: 'far' } })).toBe(3)
  })

  it('stores text that looks like code as the text that it is', async () => {
    const db = await open()
    await addSmallLedger(db)
    // What no line of text can be, and what is too long, is for the refusals.
    const texts = HOSTILE.filter(
      (text) => text.isWellFormed() && text.length < 200 && !text.includes('\u0000'),
    )
    for (const [i, text] of texts.entries()) {
      const line = `${i} ${text} ${i}`
      const { id } = must(
        await recordClaim(db, admin, { statement: line, speaker: 'other', venue: line }),
        text,
      )
      const row = await db.reader.claim.findUniqueOrThrow({ where: { id } })
      const stored = line.normalize('NFC').replace(/\s+/g, ' ')
      expect(row).toMatchObject({ statement: stored, venue: stored })
      expect(isSlug(row.slug)).toBe(true)
    }
    expect(await db.reader.claim.count()).toBe(texts.length + 2)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
