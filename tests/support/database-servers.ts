/** Once before all tests: a PostgreSQL server of our own, and a migrated template on each database. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../../lib/db/migrate'
import { startPostgres } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/temporary'

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = temporaryFolder('template')
  const template = join(folder, 'template.db')
  await applyMigrations(`file:${template}`)
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query('CREATE DATABASE on_record_template')
  await client.end()
  await applyMigrations(server.url('on_record_template'))
  project.provide('sqliteTemplate', template)
  project.provide('postgresUrl', server.url('postgres'))
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
