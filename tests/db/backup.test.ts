/** npm run backup and npm run restore, as they are typed, on a ledger that editors are writing to. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type BackupOptions, makeBackup } from '../../lib/commands/backup/make'
import { restoreBackup } from '../../lib/commands/backup/restore'
import { checkDerivation } from '../../lib/commands/check'
import { recordTopic } from '../../lib/commands/topics'
import { type Database, openDatabase } from '../../lib/db/client'
import { withPgClient } from '../../lib/db/history'
import { applyMigrations } from '../../lib/db/migrate'
import { type DatabaseUnavailable, targetOf } from '../../lib/db/url'
import { LAST_BACKUP, lastBackup } from '../../lib/domain/backup'
import { makeArchive } from '../../lib/queries/archive/archive'
import { must } from '../../seeds/must'
import { system } from '../support/archives'
import { createPostgres, describeDatabases, describeSqlite, testFolder } from '../support/databases'
import { installedPostgres, withInstalledPostgres } from '../support/installed-postgres'
import { runScript } from '../support/run-script'
import { addSmallLedger, admin } from '../support/small-ledger'
import { startWriters } from '../support/writers'

/** @returns what came of it, or the sentence that says why nothing did */
const restore = (url: string, folder: string, replace = false) =>
  restoreBackup(targetOf(url), folder, { replace }).then(
    (result) => (result.ok ? result : result.refusal.sentence),
    (error: DatabaseUnavailable) => error.sentence,
  )

const asideOf = (result: Awaited<ReturnType<typeof restore>>): string =>
  (typeof result === 'object' && result.value.aside) || ''

/** Backs up while claims are recorded, restores elsewhere, and looks for each that was acknowledged before. */
const underLoad = async (
  db: Database,
  into: string,
  fresh: string,
  archive?: BackupOptions['archive'],
): Promise<string> => {
  const writers = startWriters(db, 'register')
  await writers.reached(20)
  const before = [...writers.acknowledged]
  const made = makeBackup(db, archive ? { into, archive } : { into })
  await writers.reached(before.length + 10)
  await writers.stop()
  const { folder, name } = await made
  expect(await restore(fresh, folder)).toMatchObject({ ok: true, value: { aside: null } })
  const copy = openDatabase(fresh)
  try {
    const there = new Set(
      (await copy.reader.claim.findMany({ select: { statement: true } })).map((row) => row.statement),
    )
    expect(before.filter((statement) => !there.has(statement))).toEqual([])
    expect((await checkDerivation(copy)).wrong).toEqual([])
    must(await recordTopic(copy, admin, { name: 'Recorded after it was restored' }), 'topic')
  } finally {
    await copy.close()
  }
  const note = await db.reader.setting.findUniqueOrThrow({ where: { key: LAST_BACKUP } })
  expect(lastBackup.parse(JSON.parse(note.value)).name).toBe(name)
  return folder
}

describeDatabases('a backup under load', (open, kind) => {
  const folder = testFolder()

  it('holds all that was acknowledged before it began, and is restored', async () => {
    const db = await open()
    await addSmallLedger(db)
    // The server of the tests comes without pg_dump, and is newer than most that are installed.
    const archive: BackupOptions['archive'] = async (consume) => {
      must(await makeArchive(db, system, 'full', consume), 'archive')
    }
    const fresh = kind === 'sqlite' ? `file:${join(folder, 'fresh.db')}` : await createPostgres('template0')
    await underLoad(db, join(folder, 'backups'), fresh, kind === 'sqlite' ? undefined : archive)
  })
})

const bin = installedPostgres()
describe('a server with its own pg_dump', () => {
  const folder = testFolder()
  it.skipIf(!bin)('is dumped, and restored beside the old one', async () => {
    await withInstalledPostgres(bin ?? '', async (server) => {
      const at = (name: string) => server.replace(/postgres$/, name)
      vi.stubEnv('PG_DUMP', join(bin ?? '', 'pg_dump'))
      const own = openDatabase(server)
      for (const name of ['ledger', 'fresh']) await own.writer.$executeRawUnsafe(`CREATE DATABASE ${name}`)
      await own.close()
      await applyMigrations(at('ledger'))
      const db = openDatabase(at('ledger'))
      await addSmallLedger(db)
      const backup = await underLoad(db, join(folder, 'backups'), at('fresh'))
      expect(await withPgClient(db.url, () => restore(db.url, backup, true))).toContain(
        'Somebody is connected',
      )
      await db.close()
      expect(await restore(db.url, backup)).toContain('There is a database already')
      const before = openDatabase(at(asideOf(await restore(db.url, backup, true))))
      const after = openDatabase(at('ledger'))
      expect(await before.reader.claim.count()).toBeGreaterThanOrEqual(await after.reader.claim.count())
      await Promise.all([before.close(), after.close()])
    })
  })
})

describeDatabases('a server that pg_dump is too old for', (open, kind) => {
  const folder = testFolder()
  it.skipIf(kind === 'sqlite')('or that has none here, is said in one sentence', async () => {
    const db = await open()
    const said = async (program: string) => {
      const { code, said } = await runScript(db.url, ['backup', '--into', folder], { PG_DUMP: program })
      expect(code).toBe(1)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(said).toContain('npm run backup -- --archive')
      expect(said).not.toContain('postgres:postgres')
      return said
    }
    expect(await said('/nowhere/pg_dump')).toContain('There is no /nowhere/pg_dump on this machine')
    const old = join(folder, 'pg_dump')
    writeFileSync(old, '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6"\n', { mode: 0o755 })
    expect(await said(old)).toContain('is of PostgreSQL 9 and cannot dump a server of version ')
    rmSync(old)
    expect(readdirSync(folder)).toEqual([])
  })
})

describeSqlite('backups', (clone) => {
  const folder = testFolder()
  const into = join(folder, 'kept')

  it('are read by their owner only, and the oldest go', async () => {
    const db = openDatabase(clone())
    writeFileSync(join(folder, 'other'), '')
    const made: string[] = []
    for (let n = 0; n < 3; n++) made.push((await makeBackup(db, { into, keep: 2 })).name)
    await db.close()
    expect(readdirSync(into).sort()).toEqual(made.slice(1))
    const last = join(into, made[2] ?? '')
    for (const name of readdirSync(last)) expect(statSync(join(last, name)).mode & 0o077).toBe(0)
  })

  it('are made and read in by the commands, as they are typed', async () => {
    const made = await runScript(clone(), ['backup', '--into', into, '--keep', '9'])
    expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/^Wrote .*: \d+ bytes in /) })
    const at = /^Wrote (.*):/.exec(made.said)?.[1] ?? ''
    const restored = await runScript(`file:${join(folder, 'typed.db')}`, ['restore', at])
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('0 claims, each derived again') })
  })

  it('say in one sentence what they cannot do', async () => {
    const url = `file:${join(folder, 'none.db')}`
    expect(await runScript(url, ['backup'])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^There is no database at .*\n$/),
    })
    expect(await runScript(url, ['restore', folder])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^There is no backup in .*\n$/),
    })
  })

  it('are refused where anything of them is damaged, and the ledger stays', async () => {
    const url = clone()
    const db = openDatabase(url)
    await addSmallLedger(db)
    const made = (await makeBackup(db, { into })).folder
    await db.close()
    const file = join(made, 'ledger.db')
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(await restore(url, made, true)).toContain('is damaged: ledger.db is not what its manifest says')
    writeFileSync(join(made, 'manifest.json'), '{}')
    expect(await restore(url, made, true)).toContain('is not one of a backup')
    const still = openDatabase(url)
    expect(await still.reader.claim.count()).toBe(2)
    await still.close()
  })

  it('take the place of a ledger only when asked to, and when no server has it open', async () => {
    const url = clone()
    const db = openDatabase(url)
    await addSmallLedger(db)
    const made = (await makeBackup(db, { into })).folder
    must(await recordTopic(db, admin, { name: 'After the backup' }), 'topic')
    expect(await restore(url, made)).toContain('There is a database already')
    expect(await restore(url, made, true)).toContain('stop it, then restore')
    const count = await db.reader.topic.count()
    await db.close()
    const aside = openDatabase(`file:${asideOf(await restore(url, made, true))}`)
    const now = openDatabase(url)
    expect([await aside.reader.topic.count(), await now.reader.topic.count()]).toEqual([count, count - 1])
    await Promise.all([aside.close(), now.close()])
  })
})
