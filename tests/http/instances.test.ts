/** Several servers over one PostgreSQL behave as one. */
import { expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { withPostgres } from '../../scripts/postgres'
import { type HeardServer, heardServer } from '../support/heard-server'

it('shows what was written through another server over one PostgreSQL, on the next page', async () => {
  await withPostgres(async (url) => {
    await applyMigrations(url)
    const db = openDatabase(url)
    const shared = { BETTER_AUTH_SECRET: 'a secret for the tests alone, of many characters' }
    const [one, two] = await Promise.all([heardServer(url, shared), heardServer(url, shared)])
    try {
      const topic = { id: 't', slug: 't', name: 'Before', sortName: 'before' }
      await db.write((tx) => tx.topic.create({ data: topic }))
      const shown = async ({ site }: HeardServer) => (await fetch(`${site}/topics/t`)).text()
      expect(await shown(one)).toContain('Before')
      expect(await shown(two)).toContain('Before')
      await db.write((tx) => tx.topic.update({ where: { id: topic.id }, data: { name: 'Afterwards' } }))
      expect(await shown(one)).toContain('Afterwards')
      expect(await shown(two)).toContain('Afterwards')
    } finally {
      for (const server of [one, two]) server.process.kill('SIGTERM')
      await Promise.all([one.ended, two.ended])
      await db.close()
    }
  })
})
