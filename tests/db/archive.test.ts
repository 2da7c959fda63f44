/** What goes out in an archive comes back the same, in the same database and in the other. */
import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { restoreArchive } from '../../lib/commands/archive/restore'
import { checkDerivation } from '../../lib/commands/check'
import { LEFT_OUT } from '../../lib/db/archive/tables'
import type { Database } from '../../lib/db/client'
import { textIndex } from '../../lib/db/search'
import { makeArchive } from '../../lib/queries/archive/archive'
import { getClaim } from '../../lib/queries/claims/page'
import { seedDemonstration } from '../../seeds/demonstration'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { addAccount } from '../support/accounts'
import { archiveOf, system, timeless, unpacked, zipped } from '../support/archives'
import { describeAcross, describeDatabases, testFolder } from '../support/databases'
import { addDeskWork, CHANGES, type LedgerChange } from '../support/ledger-changes'
import { addSmallLedger, everything, userOf } from '../support/small-ledger'

const restore = async (db: Database, path: string) => must(await restoreArchive(db, system, path), path)

/** All that a ledger holds, without what an archive leaves out on purpose, and what it derives the same. */
const held = async (db: Database) => {
  const { ClaimCount = [], Setting, ...tables } = await everything(db)
  for (const table of Object.keys(LEFT_OUT)) if (table !== 'ClaimFacet') delete tables[table]
  const restored = (row: string) => JSON.parse(row).kind === 'ledger.restored'
  return {
    ...tables,
    Event: tables.Event?.filter((row) => !restored(row)),
    ClaimCount: ClaimCount.filter((row) => JSON.parse(row).n !== 0),
    Setting,
  }
}

const sentence = async (db: Database, path: string) => {
  const result = await restoreArchive(db, system, path)
  return result.ok ? 'it went through' : result.refusal.sentence
}

describeAcross('an archive', (open) => {
  const folder = testFolder()

  /** From one database to the other and back: three archives, the same. */
  const goesRound = async (db: Database): Promise<void> => {
    const first = await archiveOf(db, folder)
    const other = await open(db.kind === 'sqlite' ? 'postgresql' : 'sqlite')
    await restore(other, first)
    const second = await archiveOf(other, folder)
    const back = await open(db.kind)
    await restore(back, second)
    const wanted = await timeless(first)
    expect(await timeless(second)).toEqual(wanted)
    expect(await timeless(await archiveOf(back, folder))).toEqual(wanted)
    expect(await held(other)).toEqual(await held(db))
    expect(await held(back)).toEqual(await held(db))
    for (const copy of [other, back]) expect((await checkDerivation(copy)).wrong).toEqual([])
  }

  it('of any ledger is the same after it went to the other database and back', async () => {
    const change: fc.Arbitrary<LedgerChange> = fc.record({
      what: fc.constantFrom(...(Object.keys(CHANGES) as LedgerChange['what'][])),
      n: fc.nat(1_000),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('sqlite' as const, 'postgresql' as const),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(change, { maxLength: 25, size: 'max' }),
        async (kind, seed, claims, changes) => {
          const db = await open(kind)
          await generateLedger(db, system, claims, { seed })
          await addSmallLedger(db)
          for (const { what, n } of changes) await CHANGES[what](db, n)
          await goesRound(db)
        },
      ),
      { numRuns: 4, endOnFailure: true },
    )
  })

  it('of the demonstration ledgers, after one of every change, is the same', async () => {
    const db = await open('sqlite')
    await seedDemonstration(db)
    await addSmallLedger(db)
    await addDeskWork(db)
    for (const [i, change] of Object.values(CHANGES).entries())
      for (let n = 0; n < 3; n++) await change(db, 5 * i + n)
    const kinds = new Set((await db.reader.event.findMany({ select: { kind: true } })).map((e) => e.kind))
    for (const kind of [
      'claim.edited',
      'speaker.merged',
      'source.status_set',
      'claim.overridden',
      'review.recorded',
    ])
      expect(kinds).toContain(kind)
    await goesRound(db)
  })
})

describeDatabases('reading an archive', (open, kind) => {
  const folder = testFolder()
  const small = async () => {
    const db = await open()
    await addSmallLedger(db)
    return archiveOf(db, folder)
  }
  /** An archive that says of itself that it is whole, whatever was done to a file of it. */
  const changed = async (path: string, file: string, change: (text: string) => string) => {
    const files = await unpacked(path)
    const text = change(files[`rows/${file}.jsonl`] ?? '')
    const manifest = JSON.parse(files['manifest.json'] ?? '')
    const entry = manifest.files.find((one: { path: string }) => one.path === `rows/${file}.jsonl`)
    entry.bytes = Buffer.byteLength(text)
    entry.sha256 = createHash('sha256').update(text).digest('hex')
    return zipped(folder, {
      ...files,
      [`rows/${file}.jsonl`]: text,
      'manifest.json': JSON.stringify(manifest),
    })
  }
  const withManifest = async (path: string, change: (manifest: any) => object) => {
    const files = await unpacked(path)
    const manifest = change(JSON.parse(files['manifest.json'] ?? ''))
    return zipped(folder, { ...files, 'manifest.json': JSON.stringify(manifest) })
  }

  it('brings accounts without their passwords, and no session, link or job', async () => {
    const db = await open()
    const user = await addAccount(db, 'editor', { name: 'Erin Editor', email: 'erin@example.org' })
    const at = new Date()
    const session = { userId: user.id, expiresAt: at, createdAt: at, updatedAt: at }
    await db.writer.session.create({ data: { id: 's', token: 'a-secret-token', ...session } })
    await db.writer.oneTimeLink.create({
      data: { id: 'l', purpose: 'invite', tokenHash: 'a-secret-hash', createdAt: at, expiresAt: at },
    })
    const account = await db.reader.account.findFirstOrThrow()
    const path = await archiveOf(db, folder)
    const text = JSON.stringify(await unpacked(path))
    expect(text).toContain('Erin Editor')
    for (const secret of ['a-secret-token', 'a-secret-hash', account.password as string])
      expect(text).not.toContain(secret)
    const copy = await open()
    expect(await restore(copy, path)).toMatchObject({ accounts: 1, claims: 0, moved: 0 })
    expect(await copy.reader.user.findMany()).toMatchObject([
      { id: user.id, name: 'Erin Editor', role: 'editor' },
    ])
    expect(await copy.reader.account.count()).toBe(0)
    expect(await copy.reader.session.count()).toBe(0)
  })

  it('says when it was read, and derives anew what the rules now say otherwise', async () => {
    const path = await small()
    const stale = await changed(path, 'claims', (text) =>
      text.replaceAll('"status":"self_sourced"', '"status":"unsourced"'),
    )
    const copy = await open()
    expect(await restore(copy, stale)).toMatchObject({ claims: 2, moved: 1 })
    expect(await copy.reader.event.findMany({ where: { kind: 'ledger.restored' } })).toMatchObject([
      { subjectKind: 'ledger', shelf: 'closed', actorName: 'tests' },
    ])
    expect((await checkDerivation(copy)).wrong).toEqual([])
    // A move is history, and goes on with the ledger; that a copy was read from an archive is not.
    expect((await unpacked(await archiveOf(copy, folder)))['rows/events.jsonl']).toContain('ledger.restored')
    const exact = await open()
    await restore(exact, path)
    expect((await unpacked(await archiveOf(exact, folder)))['rows/events.jsonl']).not.toContain(
      'ledger.restored',
    )
  })

  it('is refused where the ledger is not empty, and changes nothing', async () => {
    const path = await small()
    const copy = await open()
    await addAccount(copy, 'admin')
    const before = await everything(copy)
    expect(await sentence(copy, path)).toContain('This ledger is not empty (it holds accounts)')
    expect(await everything(copy)).toEqual(before)
    await restore(await open(), path)
  })

  it('is refused to whoever is no admin', async () => {
    const path = await small()
    const copy = await open()
    for (const role of ['contributor', 'editor', 'reviewer'] as const)
      expect(await restoreArchive(copy, userOf(role), path)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await copy.reader.claim.count()).toBe(0)
  })

  it('is refused, with a sentence, where it is of a newer format, damaged, or something else', async () => {
    const path = await small()
    const copy = await open()
    const before = await everything(copy)
    const files = await unpacked(path)
    const bytes = readFileSync(path)
    const file = (name: string, content: Buffer | string) => {
      const at = join(folder, name)
      writeFileSync(at, content)
      return at
    }
    // More than any header within the zip takes, so that some of the data is hit.
    const middle = Math.floor(bytes.length / 3)
    const garbled = Buffer.from(bytes).fill(0, middle, middle + 400)
    const newer = 'made by a newer version'
    const cases: [path: string, said: string | RegExp][] = [
      [await withManifest(path, (m) => ({ ...m, formatVersion: 2, files: 'other' })), newer],
      [
        await withManifest(path, (m) => ({
          ...m,
          files: [...m.files, { path: 'rows/new.jsonl', rows: 0, bytes: 0, sha256: '0'.repeat(64) }],
        })),
        newer,
      ],
      [
        await withManifest(path, (m) => ({
          ...m,
          files: m.files.map((f: { columns: string[] }) => ({ ...f, columns: [...f.columns, 'fresh'] })),
        })),
        newer,
      ],
      [
        await withManifest(path, (m) => ({ ...m, files: [{ path: '../../etc/passwd', rows: 1 }] })),
        'damaged',
      ],
      [
        await zipped(folder, { ...files, 'rows/claims.jsonl': `${files['rows/claims.jsonl']} ` }),
        'rows/claims.jsonl does not have the',
      ],
      [
        await zipped(folder, {
          ...files,
          'rows/claims.jsonl': files['rows/claims.jsonl']?.replace('forty', 'fifty') ?? '',
        }),
        'rows/claims.jsonl is not what it was',
      ],
      [await zipped(folder, { 'manifest.json': files['manifest.json'] ?? '' }), 'is missing'],
      [await zipped(folder, { 'other.txt': 'Hello' }), 'not an archive of a ledger'],
      [
        await zipped(folder, { 'manifest.json': '{"format":"other","formatVersion":1}' }),
        'not an archive of a ledger',
      ],
      [file('cut.zip', bytes.subarray(0, bytes.length - 400)), 'not an archive of a ledger'],
      [file('text.csv', 'statement,speaker\nA,B\n'), 'not an archive of a ledger'],
      [file('empty.zip', ''), 'not an archive of a ledger'],
      [file('garbled.zip', garbled), /damaged|not an archive/],
      [
        await changed(path, 'claims', (text) => text.replace('"version":1', '"version":"one"')),
        'line 1 of rows/claims.jsonl has a “version” that is not of the type int',
      ],
      [
        await changed(path, 'claims', (text) => text.replace('"shelf":"public"', '"shelf":"secret"')),
        'has “secret” as its “shelf”',
      ],
      [
        await changed(path, 'evidence', (text) => text.replace('"access":"public"', '"access":"off_record"')),
        'has “off_record” as its “access”',
      ],
      [
        await changed(path, 'sources', (text) => text.replace('"url":null', '"url":"javascript:alert(1)"')),
        'no address of the web',
      ],
      [await changed(path, 'speakers', (text) => `${text}\n{`), 'line 6 of rows/speakers.jsonl is not JSON'],
      [await changed(path, 'speakers', () => ''), 'contradicts itself'],
    ]
    for (const [at, said] of cases) expect(await sentence(copy, at)).toMatch(said)
    expect(await everything(copy)).toEqual(before)
    // And the archive itself goes through on the same database.
    expect(await restore(copy, path)).toMatchObject({ claims: 2 })
  })

  it('does without tables and columns that did not exist when the archive was made', async () => {
    const path = await small()
    const older = await withManifest(path, (m) => ({
      ...m,
      files: m.files
        .filter((f: { path: string }) => f.path !== 'rows/drafts.jsonl')
        .map((f: { path: string; columns: string[] }) =>
          f.path === 'rows/claims.jsonl' ? { ...f, columns: f.columns.filter((c) => c !== 'language') } : f,
        ),
    }))
    const copy = await open()
    await restore(copy, older)
    expect(await copy.reader.claim.findMany({ select: { language: true } })).toEqual([
      { language: 'en' },
      { language: 'en' },
    ])
  })

  it('holds one moment, whatever is written while it is made', async () => {
    const db = await open()
    await generateLedger(db, system, 1_200)
    await addSmallLedger(db)
    const events = await db.reader.event.count()
    const path = join(folder, `moment-${kind}.zip`)
    // Its first bytes are out, so its moment is past; most of the tables are still to be read.
    const writingMeanwhile = async function* (bytes: AsyncIterable<Buffer>) {
      let first = true
      for await (const part of bytes) {
        if (first) for (let n = 0; n < 20; n++) await CHANGES.edit(db, n)
        first = false
        yield part
      }
    }
    const take = (bytes: Readable) => pipeline(bytes, writingMeanwhile, createWriteStream(path))
    must(await makeArchive(db, system, 'full', take), path)
    expect(await db.reader.event.count()).toBe(events + 20)
    const copy = await open()
    expect(await restore(copy, path)).toMatchObject({ claims: 1_202, moved: 0 })
    expect(await copy.reader.event.count({ where: { kind: { not: 'ledger.restored' } } })).toBe(events)
    expect((await checkDerivation(copy)).wrong).toEqual([])
  })

  it('is found by its words and pages afterwards', async () => {
    const copy = await open()
    await restore(copy, await small())
    const page = await getClaim(copy, { kind: 'public' }, 'the-office-granted-forty-permits')
    expect(page).toMatchObject({
      kind: 'found',
      page: { status: 'self_sourced', topics: [{ name: 'Housing' }] },
    })
    expect(
      await textIndex({ kind }).matching(copy.reader, [{ words: 'forty' }], {
        shelves: ['public'],
        limit: 5,
      }),
    ).toEqual(['claim-found'])
  })
})

describeDatabases('a public archive', (open) => {
  const folder = testFolder()

  it('holds what readers may see and nothing else, and no ledger is made of it', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDeskWork(db)
    const path = await archiveOf(db, folder, 'public')
    const files = await unpacked(path)
    const lines = (name: string) =>
      (files[`rows/${name}.jsonl`] ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    expect(
      lines('claims')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(
      (await db.reader.claim.findMany({ where: { shelf: 'public' }, select: { slug: true } }))
        .map((c) => c.slug)
        .sort(),
    )
    expect(lines('claims').find(({ id }) => id === 'claim-found')).toMatchObject({
      status: 'self_sourced',
      speaker: { name: 'Ada Brandt' },
    })
    expect(lines('topics')).toMatchObject([{ slug: 'housing' }])
    const all = JSON.stringify(files)
    for (const hidden of [
      'A secret draft',
      'said among editors',
      'hidden from readers',
      'example.org',
      'a reader reports',
    ])
      expect(all).not.toContain(hidden)
    const full = JSON.stringify(await unpacked(await archiveOf(db, folder)))
    for (const shown of [
      'A secret draft',
      'said among editors',
      'hidden from readers',
      'example.org',
      'a reader reports',
    ])
      expect(full).toContain(shown)
    expect(await sentence(await open(), path)).toContain('public archive, which is for reading')
  })

  it('is taken by admins only', async () => {
    const db = await open()
    for (const kind of ['full', 'public'] as const)
      for (const role of ['contributor', 'editor', 'reviewer'] as const)
        await expect(archiveOf(db, folder, kind, userOf(role))).rejects.toThrow('Only an admin')
    await archiveOf(db, folder, 'full', userOf('admin'))
  })
})
