/** npm run migration -- --name what-it-does: writes the difference between the migrations and the schema, for both databases. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { driftSql, knownMigrations, migrationsFolder } from '../lib/db/migrate'
import { KINDS } from '../lib/db/schema'
import { collate } from './collate'
import { withPostgres } from './postgres'

const { values } = parseArgs({
  options: { name: { type: 'string' }, redo: { type: 'boolean', default: false } },
})
if (!values.name || !/^[a-z0-9-]+$/.test(values.name)) {
  console.error(
    'Give the migration a name of small letters, digits and hyphens: npm run migration -- --name add-topics',
  )
  process.exit(2)
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
await withPostgres(async (postgresUrl) => {
  const scratch = mkdtempSync(join(tmpdir(), 'on-record-'))
  for (const kind of KINDS) {
    const last = knownMigrations(kind).at(-1)
    if (values.redo && last) rmSync(join(migrationsFolder(kind), last.name), { recursive: true })
    const target =
      kind === 'sqlite'
        ? { kind, url: `file:${scratch}/empty.db`, file: `${scratch}/empty.db` }
        : { kind, url: postgresUrl, file: null }
    const sql = await driftSql(target)
    if (/^\s*(--[^\n]*\s*)?$/.test(sql)) {
      console.log(`${kind}: nothing has changed`)
      continue
    }
    const folder = join(migrationsFolder(kind), `${stamp}_${values.name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), kind === 'postgresql' ? collate(sql) : sql)
    console.log(`${kind}: ${readdirSync(migrationsFolder(kind)).at(-1)}`)
  }
  rmSync(scratch, { recursive: true })
})
