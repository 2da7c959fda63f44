/** Reads that are kept: never older than the last write, whoever wrote it, and never of what readers may not see. */
import { beforeEach, expect, it, vi } from 'vitest'
import { liftOverride, overrideClaim } from '../../lib/commands/claims/overrides'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordReview } from '../../lib/commands/claims/reviews'
import { hideClaim, publishClaim, reopenClaim } from '../../lib/commands/claims/workflow'
import { recordLink } from '../../lib/commands/links'
import { changeAddress } from '../../lib/commands/rename'
import { setSourceStatus } from '../../lib/commands/sources'
import { recordGroup } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import { type Database, openDatabase } from '../../lib/db/client'
import { stateOf } from '../../lib/db/state'
import type { Viewer } from '../../lib/domain/actor'
import { getClaim } from '../../lib/queries/claims/page'
import { kept } from '../../lib/queries/kept'
import { getOverview } from '../../lib/queries/overview'
import { getSource } from '../../lib/queries/sources/page'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { getTopic } from '../../lib/queries/topics'
import { must } from '../../seeds/must'
import { edit } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, userOf } from '../support/small-ledger'

const reader: Viewer = { kind: 'public' }
const reviewer = userOf('reviewer')

/** Every page of the small ledger that is kept. */
const PAGES = [
  ...['the-office-granted-forty-permits', 'the-office-lost-two-permits', 'a-second-statement'].map(
    (slug) => [getClaim, slug] as const,
  ),
  ...['ada-brandt', 'zebedee-quillfeather', 'office-of-housing'].map((slug) => [getSpeaker, slug] as const),
  ...['register-of-permits', 'report-on-permits'].map((slug) => [getSource, slug] as const),
  ...['housing', 'harbours'].map((slug) => [getTopic, slug] as const),
]

const asKept = async (db: Database) =>
  Promise.all([getOverview(db, reader), ...PAGES.map(([get, slug]) => get(db, reader, slug))])
const fresh = async (db: Database) =>
  Promise.all([getOverview.fresh(db, reader), ...PAGES.map(([get, slug]) => get.fresh(db, reader, slug))])

const versionOf = async (db: Database, id: string) =>
  (await db.reader.claim.findUniqueOrThrow({ where: { id } })).version
const found = async (db: Database) => ({ id: 'claim-found', version: await versionOf(db, 'claim-found') })

/** Each changes what readers see, in this order. */
const WRITES: [string, (db: Database) => Promise<unknown>][] = [
  ['recordTopic', (db) => recordTopic(db, admin, { id: 'harbours', name: 'Harbours' })],
  [
    'recordClaim',
    (db) =>
      recordClaim(db, admin, {
        id: 'second',
        statement: 'A second statement.',
        speaker: 'other',
        topics: ['housing'],
        appearances: [{ source: 'report' }],
      }),
  ],
  ['editClaim', (db) => edit(db, admin, 'second', { topics: ['harbours'], speaker: 'director' })],
  ['recordLink', (db) => recordLink(db, admin, { from: 'report', to: 'register', mode: 'cites' })],
  [
    'setSourceStatus',
    (db) =>
      setSourceStatus(db, admin, { id: 'register', version: 1, status: 'retracted', reason: 'Forged.' }),
  ],
  [
    'overrideClaim',
    async (db) =>
      overrideClaim(db, reviewer, { ...(await found(db)), status: 'documented', reason: 'By hand.' }),
  ],
  ['liftOverride', async (db) => liftOverride(db, reviewer, { ...(await found(db)), reason: 'Not needed.' })],
  [
    'recordReview',
    (db) =>
      recordReview(db, reviewer, {
        claim: 'claim-found',
        reviewer: 'paper',
        ratingText: 'Holds up',
        reviewedOn: '2026-01-02',
        language: 'en',
      } as never),
  ],
  [
    'changeAddress',
    (db) => changeAddress(db, admin, { kind: 'speaker', id: 'other', slug: 'z-quillfeather', version: 1 }),
  ],
  ['hideClaim', async (db) => hideClaim(db, reviewer, { ...(await found(db)), reason: 'A name.' })],
  [
    'reopenClaim',
    async (db) => reopenClaim(db, reviewer, { ...(await found(db)), reason: 'Gone.', to: 'draft' }),
  ],
  ['publishClaim', async (db) => publishClaim(db, reviewer, await found(db))],
]

/** What other databases of the server write, of tests beside this one, looks like a write here; it passes. */
const untilQuiet = (body: () => Promise<void>) => vi.waitFor(body, { timeout: 60_000, interval: 20 })

describeDatabases('a page that is kept', (open) => {
  it('is as new as the ledger after every command, also of another process', async () => {
    const db = await open()
    await addSmallLedger(db)
    // What another process has open: connections of its own to the same database.
    const other = openDatabase(db.url)
    try {
      for (const [i, [name, write]] of WRITES.entries()) {
        const before = await asKept(db)
        const result = (await write(i % 2 ? db : other)) as { ok: boolean }
        expect(result, name).toMatchObject({ ok: true })
        const now = await fresh(db)
        expect(await asKept(db), name).toEqual(now)
        expect(await asKept(other), name).toEqual(now)
        expect(now, `${name} changes no page`).not.toEqual(before)
      }
    } finally {
      await other.close()
    }
  })

  it('is read once for all who ask, as long as nothing is written', async () => {
    const db = await open()
    await addSmallLedger(db)
    await untilQuiet(async () => {
      const [one, two] = await Promise.all([getOverview(db, reader), getOverview(db, reader)])
      expect(two).toBe(one)
      expect(await getOverview(db, reader)).toBe(one)
    })
    const one = await getOverview(db, reader)
    must(await recordGroup(db, admin, { id: 'group', name: 'Papers of one owner' }), 'group')
    expect(await getOverview(db, reader)).not.toBe(one)
  })

  it('is never of what somebody signed in saw', async () => {
    const db = await open()
    await addSmallLedger(db)
    const draft = { statement: 'An unpublished xyzzy.', speaker: 'director', shelf: 'desk' } as const
    must(await recordClaim(db, admin, draft as never), 'draft')
    const { slug } = await db.reader.claim.findFirstOrThrow({ where: { shelf: 'desk' } })
    const asked = (viewer: Viewer) =>
      Promise.all([getClaim(db, viewer, slug), getSpeaker(db, viewer, 'ada-brandt'), getOverview(db, viewer)])
    const [seen] = await asked(reviewer)
    expect(seen).toMatchObject({ kind: 'found', page: { statement: 'An unpublished xyzzy.' } })
    const [page, ...others] = await asked(reader)
    expect(page).toEqual({ kind: 'missing' })
    expect(JSON.stringify(others)).not.toContain('xyzzy')
    // Nor the other way: who is signed in is not given what readers were.
    expect(await asked(reviewer)).toMatchObject([{ kind: 'found' }, {}, {}])
  })
})

describeDatabases('the state of a database', (open) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })

  it('stays while it is only read', async () => {
    await untilQuiet(async () => {
      const state = await stateOf(db)
      await db.reader.claim.findMany()
      await db.writer.claim.count()
      expect(await stateOf(db)).toBe(state)
    })
  })

  const row = (key: string) => ({ data: { key, value: '' } })
  it.each<[string, (db: Database) => Promise<unknown>]>([
    ['a transaction', (to) => to.write((tx) => tx.setting.create(row('a')))],
    ['a lone statement', (to) => to.writer.setting.create(row('b'))],
    [
      'a raw statement',
      (to) => to.writer.$executeRaw`INSERT INTO "Setting" ("key", "value") VALUES ('c', '')`,
    ],
    [
      'another process',
      async (to) => {
        const other = openDatabase(to.url)
        await other.write((tx) => tx.setting.create(row('d'))).finally(() => other.close())
      },
    ],
  ])('changes with %s', async (_, write) => {
    const state = await stateOf(db)
    await write(db)
    expect(await stateOf(db)).not.toBe(state)
  })

  it('changes with the commit, not before', async () => {
    const state = await stateOf(db)
    const inside = await db.write(async (tx) => {
      await tx.setting.create(row('e'))
      const names = kept(
        'kept.test, settings',
        async (at: Database) => (await at.reader.setting.findMany()).length,
      )
      return { n: await names(db, reader), names }
    })
    expect(await stateOf(db)).not.toBe(state)
    expect(await inside.names(db, reader)).toBe(inside.n + 1)
  })
})

describeDatabases('what is kept', (open) => {
  it('is bounded: the oldest goes first', async () => {
    const db = await open()
    let reads = 0
    const read = kept('kept.test, bounded', async (_db, _viewer, slug: string) => `${slug} ${++reads}`)
    for (let i = 0; i <= 500; i++) await read(db, reader, `${i}`)
    expect(await read(db, reader, '500')).toBe('500 501')
    expect(await read(db, reader, '0')).toBe('0 502')
  })

  it('is no failure', async () => {
    const db = await open()
    let asked = 0
    const read = kept('kept.test, failing', async () => {
      if (asked++ === 0) throw new Error('The first time.')
      return 'well'
    })
    await expect(read(db, reader)).rejects.toThrow('The first time.')
    expect(await read(db, reader)).toBe('well')
  })
})
