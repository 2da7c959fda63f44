import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { bulkInsert, packed } from '../../lib/db/bulk'
import { openDatabase } from '../../lib/db/client'
import { describeDatabases, describeSqlite } from '../support/databases'
import { runProcess } from '../support/process'

const row = (key: string) => ({ data: { key, value: '' } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describeDatabases('write', (open, kind) => {
  it('keeps all of a transaction, or nothing', async () => {
    const db = await open()
    expect(await db.write(async (tx) => (await tx.setting.create(row('kept'))).key)).toBe('kept')
    const failing = db.write(async (tx) => {
      await tx.setting.create(row('undone'))
      await bulkInsert(tx, packed('Setting', [row('undone too').data]))
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    expect(await db.reader.setting.findMany()).toEqual([row('kept').data])
  })

  it('runs again where two transactions wait for each other', async () => {
    const db = await open()
    await db.writer.setting.createMany({ data: [row('a').data, row('b').data] })
    let tries = 0
    const both = (...keys: string[]) =>
      db.write(async (tx) => {
        tries++
        for (const key of keys) {
          await tx.$executeRaw`UPDATE "Setting" SET value = value || ${keys.join()} WHERE key = ${key}`
          await pause(100)
        }
      })
    await Promise.all([both('a', 'b'), both('b', 'a')])
    // SQLite has one writer, so that they cannot meet.
    expect(tries).toBe(kind === 'sqlite' ? 2 : 3)
    const values = (await db.reader.setting.findMany()).map(({ value }) => value)
    for (const value of values) expect(value).toMatch(/^(a,bb,a|b,aa,b)$/)
  })

  it('does not run again what failed for its own reasons, whatever its message says', async () => {
    const db = await open()
    let tries = 0
    const failing = db.write(async () => {
      tries++
      throw new Error('deadlock 40001')
    })
    await expect(failing).rejects.toThrow('deadlock 40001')
    expect(tries).toBe(1)
  })

  it('lets nothing be written in a transaction that has ended', async () => {
    const db = await open()
    const kept = await db.write(async (tx) => tx)
    const late = () => bulkInsert(kept, packed('Setting', [row('late').data]))
    await expect(late()).rejects.toThrow()
    await db.write(async (tx) => {
      await tx.setting.create(row('other'))
      await expect(late()).rejects.toThrow()
    })
    expect(await db.reader.setting.findMany()).toEqual([row('other').data])
  })
})

describeSqlite('two processes on one file', (clone) => {
  it('wait for each other, and lose nothing', async () => {
    const url = clone()
    const names = ['one', 'two']
    await Promise.all(names.map((name) => runProcess('tests/support/write-many.ts', url, name, '300')))
    const db = openDatabase(url)
    const keys = (await db.reader.setting.findMany()).map(({ key }) => key)
    await db.close()
    const expected = names.flatMap((name) => Array.from({ length: 300 }, (_, i) => `${name} ${i}`))
    expect(keys.sort()).toEqual(expected.sort())
  })

  it('leave readers and the clock going while one waits', async () => {
    const url = clone()
    const db = openDatabase(url)
    await db.write((tx) => tx.setting.create(row('first')))
    const other = new Sqlite(url.slice('file:'.length))
    other.exec('BEGIN IMMEDIATE')
    const waiting = [
      db.write((tx) => tx.setting.create(row('together'))),
      db.writer.setting.create(row('alone')),
    ]
    const start = Date.now()
    await pause(300)
    expect(Date.now() - start).toBeLessThan(10_000)
    expect(await db.reader.setting.count()).toBe(1)
    other.exec('COMMIT')
    other.close()
    await Promise.all(waiting)
    expect(await db.reader.setting.count()).toBe(3)
    await db.close()
  })
})
