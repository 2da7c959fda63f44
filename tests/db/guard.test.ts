import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/client'
import { PrismaClient } from '../../lib/db/generated/sqlite/client'
import { GuardedAdapter } from '../../lib/db/guard'
import { describeSqlite } from '../support/databases'

const PATIENT = { maxWait: 60_000, timeout: 60_000 }

/**
 * 600 writes, 60 at once: a third alone, a third in transactions that commit, a third in ones that roll back.
 * @returns what was acknowledged and what another connection then finds
 */
const writeAtOnce = async (writer: PrismaClient, url: string) => {
  const acknowledged: string[] = []
  const write = async (key: string, i: number) => {
    const row = { data: { key, value: '' } }
    if (i % 3 === 0) {
      // Spread over the round, so that it meets transactions that are open.
      await new Promise((resolve) => setTimeout(resolve, i))
      await writer.setting.create(row)
    } else
      await writer.$transaction(async (tx) => {
        await tx.setting.create(row)
        await new Promise((resolve) => setTimeout(resolve, i % 4))
        if (i % 3 === 1) throw new Error('roll back')
      }, PATIENT)
    acknowledged.push(key)
  }
  for (let round = 0; round < 10; round++)
    await Promise.allSettled(Array.from({ length: 60 }, (_, i) => write(`write ${round} ${i}`, i)))
  await writer.$disconnect()
  const other = new Sqlite(url.slice('file:'.length), { readonly: true })
  const found = other.prepare("SELECT key FROM Setting WHERE key LIKE 'write %'").pluck().all() as string[]
  other.close()
  return { acknowledged: acknowledged.sort(), found: found.sort() }
}

describeSqlite('the write guard', (clone) => {
  it('loses none of 600 writes at once, and keeps none that was rolled back', async () => {
    const url = clone()
    const client = new PrismaClient({ adapter: new GuardedAdapter(url) })
    const { acknowledged, found } = await writeAtOnce(client, url)
    expect(acknowledged).toHaveLength(400)
    expect(found).toEqual(acknowledged)
  })

  it('is needed: the adapter without it loses writes that it has acknowledged', async () => {
    const url = clone()
    const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) })
    const { acknowledged, found } = await writeAtOnce(client, url)
    const lost = acknowledged.filter((key) => !found.includes(key))
    expect(lost.length).toBeGreaterThan(0)
  })

  it('shows readers nothing of a transaction until it has committed', async () => {
    const db = openDatabase(clone())
    const seen: number[] = []
    await db.write(async (tx) => {
      await tx.setting.create({ data: { key: 'a', value: '' } })
      seen.push(await db.reader.setting.count(), await tx.setting.count())
    })
    seen.push(await db.reader.setting.count())
    await db.close()
    expect(seen).toEqual([0, 1, 1])
  })

  it('lets no reader write', async () => {
    const db = openDatabase(clone())
    await expect(db.reader.setting.create({ data: { key: 'a', value: '' } })).rejects.toThrow('readonly')
    await db.close()
  })

  it('leaves nothing open after a COMMIT that failed', async () => {
    const db = openDatabase(clone())
    const failed = db.write(async (tx) => {
      await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`
      await tx.$executeRaw`INSERT INTO "CorrectionRemoves" VALUES ('nothing', 'nothing')`
    })
    await expect(failed).rejects.toThrow('ForeignKey')
    await db.writer.setting.create({ data: { key: 'alone', value: '' } })
    await db.write((tx) => tx.setting.create({ data: { key: 'together', value: '' } }))
    expect(await db.reader.setting.count()).toBe(2)
    await db.close()
  })

  it('ends a transaction that takes too long, and goes on', async () => {
    const db = openDatabase(clone())
    const slow = db.writer.$transaction(
      async (tx) => {
        await tx.setting.create({ data: { key: 'slow', value: '' } })
        await new Promise((resolve) => setTimeout(resolve, 150))
        await tx.setting.create({ data: { key: 'slower', value: '' } })
      },
      { maxWait: 1_000, timeout: 50 },
    )
    const behind = db.write((tx) => tx.setting.create({ data: { key: 'behind', value: '' } }))
    await expect(slow).rejects.toThrow('expired transaction')
    await behind
    expect(await db.reader.setting.findMany()).toEqual([{ key: 'behind', value: '' }])
    await db.close()
  })

  it('gives its turn back when it waited for it too long', async () => {
    const db = openDatabase(clone())
    const hold = db.write(async (tx) => {
      await tx.setting.create({ data: { key: 'held', value: '' } })
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    const late = db.writer.$transaction((tx) => tx.setting.count(), { maxWait: 30, timeout: 1_000 })
    await expect(late).rejects.toThrow('Unable to start a transaction')
    await hold
    await db.write((tx) => tx.setting.create({ data: { key: 'after', value: '' } }))
    expect(await db.reader.setting.count()).toBe(2)
    await db.close()
  })
})
