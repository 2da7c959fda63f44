/**
 * npm run migration -- --name what-it-does: writes the difference between the migrations and the schema, for both
 * databases. With --redo instead of a name, the last migration is written anew, for a schema that is still moving.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { applyMigrations, driftSql, isNothing } from '../lib/db/migrate'
import { knownMigrations, migrationsFolder } from '../lib/db/migrations'
import { KINDS, ROOT } from '../lib/db/schema'
import { targetOf } from '../lib/db/url'
import { collate } from './collate'
import { withPostgres } from './postgres'
import { runScript } from './run'

const { values } = parseArgs({
  options: { name: { type: 'string' }, redo: { type: 'boolean', default: false } },
})

const folderName = (last: string | undefined): string => {
  if (values.redo && last) return last
  if (values.name && /^[a-z0-9-]+$/.test(values.name))
    return `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${values.name}`
  throw new Error(
    'Give the migration a name of small letters, digits and hyphens: npm run migration -- --name add-topics',
  )
}

await runScript(() =>
  withPostgres(async (postgresUrl) => {
    const scratch = join(ROOT, '.cache', 'migration')
    rmSync(scratch, { recursive: true, force: true })
    for (const kind of KINDS) {
      const known = knownMigrations(kind)
      const name = folderName(known.at(-1)?.name)
      const target = targetOf(kind === 'sqlite' ? `file:${scratch}/empty.db` : postgresUrl)
      await applyMigrations(
        target.url,
        known.filter((migration) => migration.name !== name),
      )
      const sql = await driftSql(target)
      const folder = join(migrationsFolder(kind), name)
      // After --redo there may be nothing left to say.
      rmSync(folder, { recursive: true, force: true })
      if (isNothing(sql)) {
        console.log(`${kind}: nothing has changed`)
        continue
      }
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'migration.sql'), kind === 'postgresql' ? collate(sql) : sql)
      console.log(`${kind}: ${name}`)
    }
  }),
)
