import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { withPgClient } from '../../lib/db/history'
import { applyMigrations, driftSql, isNothing, statusOf } from '../../lib/db/migrate'
import { knownMigrations } from '../../lib/db/migrations'
import { DatabaseNewer, DatabaseUnavailable, targetOf } from '../../lib/db/url'
import { describeBlank } from '../support/databases'
import { runProcess } from '../support/process'

const LATER = { name: '29990101000000_later', sql: 'CREATE TABLE later (id TEXT PRIMARY KEY);' }
const BROKEN = { name: '29990101000000_broken', sql: 'CREATE TABLE broken (id TEXT, id TEXT);' }

const execute = async (url: string, sql: string): Promise<void> => {
  const { file } = targetOf(url)
  if (file) new Sqlite(file).exec(sql).close()
  else await withPgClient(url, (client) => client.query(sql))
}

describeBlank('migrations', (blank, kind) => {
  const known = knownMigrations(kind)

  it('make the schema, and applied twice apply nothing', async () => {
    const url = await blank()
    expect(await statusOf(targetOf(url))).toBe('pending')
    expect(await applyMigrations(url)).toEqual(known.map(({ name }) => name))
    expect(await applyMigrations(url)).toEqual([])
    expect(await statusOf(targetOf(url))).toBe('current')
    expect(await driftSql(targetOf(url))).toSatisfy(isNothing)
  })

  it('show drift where there is some', async () => {
    const url = await blank()
    await applyMigrations(url)
    await execute(url, 'ALTER TABLE "Setting" DROP COLUMN value')
    const sql = await driftSql(targetOf(url))
    expect(sql).not.toSatisfy(isNothing)
    expect(sql).toContain('"value" TEXT NOT NULL')
  })

  it('go on from where a database stands', async () => {
    const url = await blank()
    await applyMigrations(url)
    expect(await applyMigrations(url, [...known, LATER])).toEqual([LATER.name])
  })

  it('refuse a database that is newer than the code', async () => {
    const url = await blank()
    await applyMigrations(url, [...known, LATER])
    expect(await statusOf(targetOf(url))).toBe('newer')
    await expect(applyMigrations(url)).rejects.toThrow(DatabaseNewer)
    await expect(applyMigrations(url)).rejects.toThrow('newer than this version')
  })

  it('undo one that failed, with those before it that were new, and go on when it is mended', async () => {
    const url = await blank()
    await applyMigrations(url)
    await expect(applyMigrations(url, [...known, LATER, BROKEN])).rejects.toThrow(
      'The upgrade of the database failed (',
    )
    expect(await statusOf(targetOf(url))).toBe('current')
    expect(await driftSql(targetOf(url))).toSatisfy(isNothing)
    expect(await applyMigrations(url, [...known, LATER])).toEqual([LATER.name])
  })

  it('refuse a database that another tool left half changed', async () => {
    const url = await blank()
    await applyMigrations(url)
    await execute(url, 'UPDATE _prisma_migrations SET finished_at = NULL')
    expect(await statusOf(targetOf(url))).toBe('failed')
    await expect(applyMigrations(url)).rejects.toThrow('stopped half way')
  })

  it('refuse a database with tables of something else', async () => {
    const url = await blank()
    await execute(url, 'CREATE TABLE invoices (id TEXT)')
    await expect(applyMigrations(url)).rejects.toThrow(DatabaseUnavailable)
    await expect(applyMigrations(url)).rejects.toThrow('holds tables that are not of this ledger')
  })

  it('are applied by one of several processes that start together, the others wait', async () => {
    const url = await blank()
    const said = await Promise.all([1, 2, 3].map(() => runProcess('tests/support/migrate-once.ts', url)))
    expect(said.flatMap((line) => JSON.parse(line))).toEqual(known.map(({ name }) => name))
    expect(await statusOf(targetOf(url))).toBe('current')
  })
})
