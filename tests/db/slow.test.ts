/** The slowest statements, as they are run: by the client, by our own, in transactions; and never a value. */
import { expect, it } from 'vitest'
import { Prisma } from '../../lib/db/generated/sqlite/client'
import { rowsOf } from '../../lib/db/rows'
import { slowStatements } from '../../lib/db/slow'
import { describeDatabases } from '../support/databases'

// Read when the first statement has ended: everything is slow here.
process.env.SLOW_QUERY_MS = '0'

describeDatabases('statements that took long', (open) => {
  it('are noted from wherever they are run, with marks in place of values', async () => {
    const db = await open()
    await db.reader.topic.findFirst({ where: { name: 'marked reader' } })
    await db.reader.$queryRaw`SELECT 'raw' AS raw_text, ${'marked raw'} AS value`
    await rowsOf(db.reader, Prisma.sql`SELECT "id" AS own_rows FROM "Topic" WHERE "name" = ${'marked own'}`)
    await db.write(async (tx) => {
      await tx.topic.create({
        data: { id: 'marked', slug: 'marked', name: 'marked', sortName: 'marked' },
      })
      await tx.topic.updateMany({ where: { id: { in: ['marked', 'marked too'] } }, data: { name: 'marked' } })
    })
    const texts = slowStatements().map(({ sql }) => sql)
    for (const part of ['raw_text', 'own_rows', 'INSERT INTO', 'UPDATE'])
      expect(texts.some((text) => text.includes(part))).toBe(true)
    expect(texts.join('\n')).not.toContain('marked')
  })
})
