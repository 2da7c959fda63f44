import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './schema'
import type { DatabaseKind } from './url'

export interface Migration {
  name: string
  sql: string
}

/** Where the migrations of one database are: a folder for each, named by its moment. */
export const migrationsFolder = (kind: DatabaseKind): string => join(ROOT, 'prisma', 'migrations', kind)

/** The migrations that this version of the code knows, oldest first. */
export const knownMigrations = (kind: DatabaseKind): Migration[] => {
  const folder = migrationsFolder(kind)
  return (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The known migrations in the form that Prisma's schema engine takes them. */
export const migrationsList = (kind: DatabaseKind, known = knownMigrations(kind)) => ({
  baseDir: 'migrations',
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: `provider = "${kind}"` },
  migrationDirectories: known.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
})
