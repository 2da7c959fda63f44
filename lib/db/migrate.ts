/** Brings databases to the schema. It keeps `_prisma_migrations` as Prisma's own command line does. */
import { restoreIndexes } from './deferred-indexes'
import { type Engine, withEngine } from './engine'
import { appliedMigrations } from './history'
import { withMigrationLock } from './lock'
import { knownMigrations, type Migration, migrationsList } from './migrations'
import { schemaText } from './schema'
import { asUnavailable } from './unavailable'
import { DatabaseNewer, DatabaseUnavailable, prepareFolder, type Target, targetOf } from './url'

/** Tables of full-text search, which are not in the schema: the engine would otherwise want to drop them. */
const EXTERNAL = {
  sqlite: [
    'ClaimDocument',
    'ClaimFolding',
    'ClaimText',
    ...['config', 'data', 'docsize', 'idx'].map((shadow) => `ClaimText_${shadow}`),
    'ClaimTextLater',
    'RecordName',
    ...['NameText', 'NameLetters'].flatMap((name) => [
      name,
      ...['config', 'data', 'docsize', 'idx'].map((shadow) => `${name}_${shadow}`),
    ]),
  ],
  postgresql: ['public.ClaimText', 'public.RecordName'],
}

const filtersFor = ({ kind }: Target) => ({ externalTables: EXTERNAL[kind], externalEnums: [] as string[] })

/** Whether a difference changes nothing: it is empty, or only says so. */
export const isNothing = (sql: string): boolean => sql.split('\n').every((line) => /^\s*(--|$)/.test(line))

/**
 * SQL from a database, as it is, to the schema: nothing where the migrations have made all of it.
 * @param target a database that has been migrated
 */
export const driftSql = async (target: Target): Promise<string> => {
  const files = [{ path: 'schema.prisma', content: schemaText(target.kind) }]
  const from = { tag: 'schemaDatasource', files, configDir: '.' }
  const to = { tag: 'schemaDatamodel', files }
  const params = {
    from,
    to,
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: filtersFor(target),
  }
  return withEngine(target, async (engine) => (await engine.diff(params)).stdout)
}

/** `newer`: it has had migrations that this code does not know; `failed`: one stopped half way, or is being applied. */
export type Status = 'current' | 'pending' | 'newer' | 'failed'

/**
 * How a database stands to this version of the code.
 * @param known the migrations of the code; others in tests
 * @throws DatabaseUnavailable when it cannot be opened
 */
export const statusOf = async (target: Target, known = knownMigrations(target.kind)): Promise<Status> => {
  const applied = await appliedMigrations(target)
  if (applied.some(({ finished }) => !finished)) return 'failed'
  const names = new Set(known.map(({ name }) => name))
  if (applied.some(({ name }) => !names.has(name))) return 'newer'
  return applied.length === names.size ? 'current' : 'pending'
}

const FAILED =
  'An earlier upgrade of the database stopped half way; restore the backup made before it, or finish it by hand and set finished_at in _prisma_migrations.'

/** What is done under the lock: looks again, because another process may have done it while this one waited. */
const applyPending = async (target: Target, known: Migration[]): Promise<string[]> => {
  const status = await statusOf(target, known)
  if (status === 'current') return []
  if (status === 'newer') throw new DatabaseNewer()
  if (status === 'failed') throw new DatabaseUnavailable(FAILED)
  const params = { migrationsList: migrationsList(target.kind, known), filters: filtersFor(target) }
  const apply = async (engine: Engine) => (await engine.applyMigrations(params)).appliedMigrationNames
  return withEngine(target, apply, { whole: true })
}

/**
 * Brings a database to this version of the code, one process at a time; makes the file of an embedded one, and the
 * indexes that a load which was killed left out.
 * @param known the migrations of the code; others in tests
 * @returns the names of the migrations it applied now
 * @throws DatabaseUnavailable when it cannot be opened or was left half changed; DatabaseNewer when it is ahead
 */
export const applyMigrations = async (
  url?: string,
  known = knownMigrations(targetOf(url).kind),
): Promise<string[]> => {
  const target = targetOf(url)
  try {
    prepareFolder(target)
    const status = await statusOf(target, known)
    if (status === 'newer') throw new DatabaseNewer()
    await restoreIndexes(target)
    if (status === 'current') return []
    // One that another process is applying looks like one that failed, so only the holder of the lock can tell.
    return await withMigrationLock(target, () => applyPending(target, known))
  } catch (error) {
    throw asUnavailable(target, error)
  }
}
