/** Two records of one speaker made one, and two again. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordIdentity } from '../../lib/commands/identity'
import { recordLink } from '../../lib/commands/links'
import { mergeSpeakers, previewMerge, undoMerge } from '../../lib/commands/merge'
import { COLUMNS, OTHERWISE } from '../../lib/commands/merge/rows'
import { recordSource } from '../../lib/commands/sources'
import { editSpeaker } from '../../lib/commands/speaker-edit'
import { recordGroup, recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import { speakerKept } from '../../lib/db/records'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { standingOf } from '../../lib/queries/standing'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, addUsers, admin, everything } from '../support/small-ledger'

const why = { reason: 'They are one.' }
const reader = { kind: 'public' } as const

const versions = async (db: Database, from: string, into: string) => {
  const of = async (id: string) => (await speakerKept(db.reader, id))?.version ?? 1
  return { from, into, fromVersion: await of(from), intoVersion: await of(into) }
}
const merge = async (db: Database, from: string, into: string) =>
  mergeSpeakers(db, admin, { ...(await versions(db, from, into)), ...why })

/** Every row that a merge must restore: all but its own record, events, and the time and number of versions. */
const restorable = async (db: Database) => {
  const { Event, StatusChange, SpeakerMerge, Speaker = [], ClaimCount = [], ...rest } = await everything(db)
  const plain = (row: string) => {
    const { version, updatedAt, ...columns } = JSON.parse(row)
    return columns
  }
  return {
    ...rest,
    Speaker: Speaker.map(plain).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ClaimCount: ClaimCount.filter((row) => JSON.parse(row).n !== 0),
  }
}

const wrong = async (db: Database) => (await checkDerivation(db)).wrong

/** A second record of the director, of the office and of the unnamed, with one of everything that refers to them. */
const addDoubles = async (db: Database) => {
  must(await recordGroup(db, admin, { id: 'state', name: 'The state' }), 'state')
  const speakers = [
    { id: 'office-2', kind: 'organization', name: 'Housing Office', group: 'state' },
    {
      id: 'director-2',
      kind: 'person',
      name: 'A. Brandt',
      roles: [
        { org: 'office', kind: 'official', from: '2010' },
        { org: 'office-2', kind: 'member' },
      ],
    },
    { id: 'unnamed-2', kind: 'anonymous', name: 'an official', vouchedBy: 'paper', affiliation: 'office-2' },
    {
      id: 'unnamed-3',
      kind: 'anonymous',
      name: 'aides',
      vouchedBy: 'paper',
      mayOverlap: ['unnamed-2', 'unnamed'],
    },
  ]
  for (const speaker of speakers) must(await recordSpeaker(db, admin, speaker as never), speaker.id)
  const record = {
    kind: 'dataset',
    title: 'Permits, counted',
    issuer: 'office-2',
    publisher: 'office-2',
  } as const
  must(await recordSource(db, admin, { ...record, id: 'data', authenticity: 'authenticated' }), 'data')
  for (const [from, to] of [
    ['memo', 'director-2'],
    ['director-2', 'office-2'],
    ['director-2', 'director'],
  ] as const)
    must(await recordLink(db, admin, { from, to, mode: 'attributes', capacityOrg: 'office-2' }), from)
  const claims = [
    {
      id: 'of-double',
      statement: 'It was forty-one.',
      speaker: 'director-2',
      capacity: 'official',
      capacityOrg: 'office-2',
      saidOn: '2024',
      basis: 'first_hand',
      stakes: [
        { party: 'director', stake: 'harmed' },
        { party: 'director-2', stake: 'harmed', note: 'Said so.' },
        { party: 'office-2', stake: 'none' },
      ],
      evidence: [
        { relation: 'supports', target: 'data' },
        {
          relation: 'contradicts',
          target: 'director-2',
          basis: 'first_hand',
          access: 'on_record',
          capacityOrg: 'office-2',
        },
      ],
    },
    {
      id: 'of-unnamed',
      statement: 'It was more.',
      speaker: 'unnamed-2',
      evidence: [
        {
          relation: 'supports',
          target: 'unnamed-2',
          access: 'on_background',
          basis: 'first_hand',
          vouchedBy: 'paper',
        },
        {
          relation: 'supports',
          target: 'unnamed',
          access: 'on_background',
          basis: 'first_hand',
          vouchedBy: 'paper',
        },
        { relation: 'supports', target: 'memo' },
      ],
    },
  ]
  for (const claim of claims) must(await recordClaim(db, admin, claim as never), claim.id)
  must(
    await recordIdentity(db, admin, { from: 'director-2', to: 'other', kind: 'unsure', ...why }),
    'identity',
  )
}

const PAIRS = [
  ['director-2', 'director'],
  ['director', 'director-2'],
  ['office-2', 'office'],
  ['unnamed-2', 'unnamed'],
  ['unnamed', 'unnamed-3'],
] as const

it('moves every reference to a speaker that the schema knows', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const found: string[] = []
  for (const [, model = '', body = ''] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm))
    for (const [, field = ''] of body.matchAll(/ (?:Speaker|Node)\?? +@relation\(.*?fields: \[(\w+)\]/g))
      if (field !== 'id') found.push(`${model[0]?.toLowerCase()}${model.slice(1)}.${field}`)
  expect(found.sort()).toEqual([...COLUMNS, ...OTHERWISE].sort())
})

describeDatabases('a merge of speakers', (open) => {
  it('moves everything, says before what it does, and is undone without a trace', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDoubles(db)
    expect(await wrong(db)).toEqual([])
    for (const [from, into] of PAIRS) {
      const name = `${from} → ${into}`
      const before = await restorable(db)
      const all = await everything(db)
      const preview = must(await previewMerge(db, admin, { from, into }), name)
      expect(await everything(db), name).toEqual(all)
      const slugs = await db.reader.speaker.findMany({ where: { id: { in: [from, into] } } })
      const slugOf = (id: string) => slugs.find((row) => row.id === id)?.slug ?? ''
      const merged = must(await merge(db, from, into), name)
      expect(await wrong(db), name).toEqual([])
      const statements = await db.reader.claim.findMany({ select: { id: true, slug: true } })
      expect(
        preview.rows.map(({ slug, before, after }) => ({ slug, before, after })),
        name,
      ).toEqual(
        merged.moved
          .map(({ claimId, before, after }) => ({
            slug: statements.find(({ id }) => id === claimId)?.slug,
            before,
            after,
          }))
          .sort((a, b) =>
            statements.findIndex(({ slug }) => slug === a.slug) <
            statements.findIndex(({ slug }) => slug === b.slug)
              ? -1
              : 1,
          ),
      )
      // Nothing refers to the one any more, and its address leads to the other.
      const others = await everything(db)
      for (const table of ['Claim', 'Evidence', 'Source', 'Stake', 'ClaimFacet', 'Review'])
        expect(
          others[table]?.filter((row) => row.includes(`"${from}"`)),
          `${name} ${table}`,
        ).toEqual([])
      expect(await getSpeaker(db, reader, slugOf(from))).toEqual({ kind: 'moved', slug: slugOf(into) })
      expect(await standingOf(db, reader, 'speaker', slugOf(from))).toEqual({
        kind: 'moved',
        slug: slugOf(into),
      })
      const undone = must(await undoMerge(db, admin, { id: merged.id, reason: 'They are two.' }), name)
      expect(undone.left, name).toEqual([])
      expect(await restorable(db), name).toEqual(before)
      expect(await wrong(db), name).toEqual([])
      expect(await undoMerge(db, admin, { id: merged.id, ...why })).toMatchObject({
        refusal: { code: 'blocked' },
      })
    }
  })

  it('leaves what was changed since, and says so', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDoubles(db)
    const { id } = must(await merge(db, 'director-2', 'director'), 'merge')
    const kept = await speakerKept(db.reader, 'director')
    must(
      await editSpeaker(db, admin, {
        ...kept?.record,
        id: 'director',
        version: kept?.version,
        ...why,
        roles: kept?.record.roles.slice(0, 1),
      } as never),
      'roles',
    )
    const { left } = must(await undoMerge(db, admin, { id, ...why }), 'undo')
    expect(left).toEqual([{ table: 'role', id: expect.any(String) }])
    expect(await wrong(db)).toEqual([])
  })

  it('lets nothing new refer to the one that was taken in', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDoubles(db)
    must(await merge(db, 'director-2', 'director'), 'merge')
    const merged = { refusal: { code: 'invalid', sentence: expect.stringContaining('“Ada Brandt”') } }
    expect(await recordClaim(db, admin, { statement: 'New.', speaker: 'director-2' })).toMatchObject(merged)
    expect(await recordLink(db, admin, { from: 'report', to: 'director-2', mode: 'quotes' })).toMatchObject(
      merged,
    )
    const evidence = [{ relation: 'supports', target: 'director-2' }]
    expect(await recordClaim(db, admin, { statement: 'New.', evidence } as never)).toMatchObject(merged)
    const kept = await speakerKept(db.reader, 'director-2')
    const edit = { ...kept?.record, id: 'director-2', version: kept?.version, ...why }
    expect(await editSpeaker(db, admin, edit as never)).toMatchObject({ refusal: { code: 'gone' } })
  })

  it('into one that is merged itself leads all the way, and is undone in turn', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDoubles(db)
    const before = await restorable(db)
    const first = must(await merge(db, 'unnamed-2', 'unnamed'), 'first')
    const second = must(await merge(db, 'unnamed', 'unnamed-3'), 'second')
    expect(await standingOf(db, reader, 'speaker', 'an-official')).toEqual({ kind: 'moved', slug: 'aides' })
    expect(await wrong(db)).toEqual([])
    expect(await undoMerge(db, admin, { id: first.id, ...why })).toMatchObject({
      refusal: { code: 'blocked' },
    })
    must(await undoMerge(db, admin, { id: second.id, ...why }), 'second')
    must(await undoMerge(db, admin, { id: first.id, ...why }), 'first')
    expect(await restorable(db)).toEqual(before)
    expect(await wrong(db)).toEqual([])
  })

  it('is refused between speakers that cannot be one', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDoubles(db)
    must(
      await recordSpeaker(db, admin, { id: 'sun', kind: 'organization', name: 'Sun', outlet: true }),
      'sun',
    )
    must(
      await recordSpeaker(db, admin, { id: 'a', kind: 'anonymous', name: 'a source', vouchedBy: 'sun' }),
      'a',
    )
    must(await recordIdentity(db, admin, { from: 'other', to: 'director', kind: 'different', ...why }), 'no')
    must(await recordGroup(db, admin, { id: 'press', name: 'The press' }), 'press')
    const group = { id: 'rival', kind: 'organization', name: 'Rival', group: 'press' } as const
    must(await recordSpeaker(db, admin, group), 'rival')
    const stakes = [
      { party: 'sun', stake: 'benefits' },
      { party: 'paper', stake: 'harmed' },
    ]
    must(await recordClaim(db, admin, { statement: 'Staked.', stakes } as never), 'stakes')
    const before = await everything(db)
    const refused = [
      ['unnamed', 'director', 'invalid'],
      ['director', 'unnamed', 'invalid'],
      ['office', 'unnamed', 'invalid'],
      ['director', 'office', 'invalid'],
      ['director', 'director', 'invalid'],
      ['a', 'unnamed', 'invalid'],
      ['office-2', 'rival', 'invalid'],
      ['other', 'director', 'blocked'],
      ['director', 'other', 'blocked'],
      ['sun', 'paper', 'blocked'],
      ['nobody', 'director', 'not_found'],
    ] as const
    for (const [from, into, code] of refused) {
      expect(await merge(db, from, into), `${from} → ${into}`).toMatchObject({ refusal: { code } })
      expect(await previewMerge(db, admin, { from, into })).toMatchObject({ refusal: { code } })
    }
    const pair = { ...(await versions(db, 'director-2', 'director')), ...why }
    for (const stale of [{ fromVersion: 9 }, { intoVersion: 9 }])
      expect(await mergeSpeakers(db, admin, { ...pair, ...stale })).toMatchObject({
        refusal: { code: 'conflict' },
      })
    expect(await mergeSpeakers(db, admin, { ...pair, reason: '' })).toMatchObject({
      refusal: { field: 'reason' },
    })
    expect(await previewMerge(db, reader, pair)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await everything(db)).toEqual(before)
  })

  it('and its undoing leave a generated ledger as it was', async () => {
    const db = await open()
    await addUsers(db)
    await generateLedger(db, { kind: 'system', name: 'generator' }, 60, { seed: 7 })
    const busy = (kind: string) =>
      db.reader.speaker.findMany({
        where: { kind },
        orderBy: [{ claimCount: 'desc' }, { id: 'asc' }],
        take: 4,
      })
    let merged = 0
    for (const kind of ['person', 'organization', 'anonymous']) {
      const speakers = await busy(kind)
      for (const [i, from] of speakers.entries()) {
        const into = speakers[(i + 1) % speakers.length]
        if (!into) continue
        const before = await restorable(db)
        const result = await merge(db, from.id, into.id)
        // Groups, vouchers and stakes may not fit; then nothing was done.
        if (result.ok) {
          merged++
          expect(await wrong(db)).toEqual([])
          expect(must(await undoMerge(db, admin, { id: result.value.id, ...why }), 'undo').left).toEqual([])
        }
        expect(await restorable(db)).toEqual(before)
      }
    }
    expect(merged).toBeGreaterThan(3)
    expect(await wrong(db)).toEqual([])
  })
})
