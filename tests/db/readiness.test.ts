import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/client'
import { withPgClient } from '../../lib/db/history'
import { targetOf } from '../../lib/db/url'
import { readiness } from '../../lib/queries/system/readiness'
import { describeDatabases } from '../support/databases'

describeDatabases('readiness', (open, kind) => {
  it('is there where the database answers, is of this version, and has room', async () => {
    const db = await open()
    expect(await readiness(db)).toEqual({
      ready: true,
      checks: { database: 'ok', migrations: 'ok', disk: 'ok' },
    })
  })

  it('is not where the schema is older than the code', async () => {
    const db = await open()
    const sql = 'DELETE FROM _prisma_migrations'
    const { file } = targetOf(db.url)
    if (file) new Sqlite(file).exec(sql).close()
    else await withPgClient(db.url, (client) => client.query(sql))
    expect(await readiness(db)).toMatchObject({
      ready: false,
      checks: { database: 'ok', migrations: 'failed' },
    })
  })

  it('is not where the disk of an embedded database is full; a server looks after its own', async () => {
    const db = await open()
    const { disk } = (await readiness(db, Number.MAX_SAFE_INTEGER)).checks
    expect(disk).toBe(kind === 'sqlite' ? 'failed' : 'ok')
  })
})

it('is not where nobody answers, and says no more than that', async () => {
  const db = openDatabase('postgresql://ledger:marked@127.0.0.1:9/ledger')
  const answer = await readiness(db)
  expect(answer).toEqual({ ready: false, checks: { database: 'failed', migrations: 'failed', disk: 'ok' } })
  await db.close()
})
