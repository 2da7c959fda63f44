/**
 * Migrations through Prisma's own schema engine as WebAssembly, because its command line downloads a binary. It keeps
 * `_prisma_migrations` as the command line does. An internal of Prisma's: pinned, and used in this file only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { ROOT, schemaText } from './schema'
import { type DatabaseKind, DatabaseUnavailable, prepareFolder, type Target, targetOf } from './url'

/** Tables that are not in the schema, which the engine would otherwise want to drop. */
const FILTERS = { externalTables: [] as string[], externalEnums: [] as string[] }

interface Engine {
  diff(params: object): Promise<{ stdout: string }>
  applyMigrations(params: object): Promise<{ appliedMigrationNames: string[] }>
}
interface Glue {
  __wbg_set_wasm(exports: unknown): void
  /** `new` is a static method here, and asynchronous. */
  SchemaEngine: { new: (params: object, log: () => void, adapter: unknown) => Promise<Engine> }
}

let loaded: Promise<Glue> | undefined
const glue = (): Promise<Glue> => {
  loaded ??= (async () => {
    const folder = join(ROOT, 'node_modules', '@prisma', 'schema-engine-wasm')
    // By its path, since the package does not export its glue.
    const code = (await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)) as Glue
    const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'))
    const imports = { './schema_engine_bg.js': code as unknown as WebAssembly.ModuleImports }
    const instance = await WebAssembly.instantiate(await WebAssembly.compile(wasm), imports)
    code.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
    return code
  })()
  return loaded
}

/** Object ids of PostgreSQL's types: the single-byte "char" of its catalogues, and text. */
const CHAR = 18
const TEXT = 25

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
type Query = (...parts: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }>

/** The adapter cannot read "char", which the engine asks PostgreSQL's catalogues for; as text it can. */
const readingChar = (connection: Connection): Connection => {
  const { client } = connection as unknown as { client: { query: Query } }
  const query = client.query.bind(client)
  client.query = async (...parts) => {
    const result = await query(...parts)
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    return result
  }
  return connection
}

class CatalogueReader extends PrismaPg {
  override async connect(): Promise<Connection> {
    return readingChar(await super.connect())
  }

  override async connectToShadowDb() {
    return readingChar(await super.connectToShadowDb())
  }
}

const factoryFor = (target: Target) =>
  target.kind === 'sqlite'
    ? new PrismaBetterSqlite3({ url: target.url })
    : new CatalogueReader({ connectionString: target.url })

/** Lends an engine to `body`, and closes the connections that it opened: it would keep the file locked. */
const withEngine = async <T>(target: Target, body: (engine: Engine) => Promise<T>): Promise<T> => {
  const { SchemaEngine } = await glue()
  const factory = factoryFor(target)
  const opened: { dispose(): Promise<void> }[] = []
  for (const name of ['connect', 'connectToShadowDb'] as const) {
    const original = factory[name].bind(factory) as () => Promise<Connection>
    factory[name] = (async () => {
      const connection = await original()
      opened.push(connection)
      return connection
    }) as never
  }
  const datamodels = [['schema.prisma', schemaText(target.kind)]]
  const engine = await SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await body(engine)
  } finally {
    for (const connection of opened) await connection.dispose().catch(() => {})
  }
}

export interface Migration {
  name: string
  sql: string
}

export const migrationsFolder = (kind: DatabaseKind) => join(ROOT, 'prisma', 'migrations', kind)

/** The migrations that this version of the code knows, oldest first. */
export const knownMigrations = (kind: DatabaseKind): Migration[] => {
  const folder = migrationsFolder(kind)
  return (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const migrationsList = (kind: DatabaseKind) => ({
  baseDir: 'migrations',
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: `provider = "${kind}"` },
  migrationDirectories: knownMigrations(kind).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
})

const difference = async (target: Target, from: object): Promise<string> => {
  const to = { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schemaText(target.kind) }] }
  const params = { from, to, script: true, exitCode: null, shadowDatabaseUrl: null, filters: FILTERS }
  return withEngine(target, async (engine) => (await engine.diff(params)).stdout)
}

/** SQL from an empty database to the schema. */
export const initialSql = (target: Target): Promise<string> => difference(target, { tag: 'empty' })

/** SQL from the migrations to the schema; an empty database of the same kind is needed to play them on. */
export const driftSql = (target: Target): Promise<string> =>
  difference(target, { tag: 'migrations', ...migrationsList(target.kind) })

const SQLITE_NAMES = 'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL'

const appliedOnSqlite = (file: string): string[] => {
  if (!existsSync(file)) return []
  const db = new Sqlite(file, { readonly: true })
  try {
    const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()
    return has ? (db.prepare(SQLITE_NAMES).all() as { name: string }[]).map((row) => row.name) : []
  } finally {
    db.close()
  }
}

const appliedOnPostgres = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS has")
    if (!rows[0]?.has) return []
    return (await client.query(SQLITE_NAMES)).rows.map((row: { name: string }) => row.name)
  } finally {
    await client.end()
  }
}

const unavailable = (target: Target, cause: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable(
    target.kind === 'sqlite'
      ? `The database file ${target.file} cannot be opened (${(cause as Error).message}); check that it is a database of this ledger and that you may read and write it.`
      : `The PostgreSQL server of DATABASE_URL cannot be reached (${(cause as Error).message || (cause as { code?: string }).code}); check the address, the password and that the server runs.`,
    { cause },
  )

/**
 * The names of the migrations that a database has had.
 * @throws DatabaseUnavailable when it cannot be opened
 */
export const appliedMigrations = async (url?: string): Promise<string[]> => {
  const target = targetOf(url)
  try {
    return target.file ? appliedOnSqlite(target.file) : await appliedOnPostgres(target.url)
  } catch (error) {
    throw unavailable(target, error)
  }
}

/** The number that instances starting together agree on to take turns (any constant of ours will do). */
const LOCK = 7_203_461

/** Holds a lock that other processes on the same database wait for while `body` runs. */
const locked = async <T>(target: Target, body: () => Promise<T>): Promise<T> => {
  if (target.file) {
    // A lock in a file of its own: the engine opens the ledger's file itself, and would wait for us.
    const lock = new Sqlite(`${target.file}.migrating`, { timeout: 60_000 })
    try {
      lock.exec('BEGIN EXCLUSIVE')
      return await body()
    } finally {
      lock.close()
    }
  }
  const client = new pg.Client({ connectionString: target.url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await body()
  } finally {
    await client.end()
  }
}

/**
 * Brings a database to this version of the code, one process at a time.
 * @returns the names of the migrations it applied now
 * @throws DatabaseUnavailable when it cannot be opened, or is newer than the code
 */
export const applyMigrations = async (url?: string): Promise<string[]> => {
  const target = targetOf(url)
  prepareFolder(target)
  const known = new Set(knownMigrations(target.kind).map(({ name }) => name))
  const check = async () => {
    const applied = await appliedMigrations(target.url)
    const newer = applied.filter((name) => !known.has(name))
    if (newer.length > 0)
      throw new DatabaseUnavailable(
        `The database is newer than this version of On Record (it has had ${newer.join(', ')}); start the newer version, or restore a backup made before the upgrade.`,
      )
    return applied
  }
  if ((await check()).length === known.size) return []
  try {
    return await locked(target, async () => {
      if ((await check()).length === known.size) return []
      const params = { migrationsList: migrationsList(target.kind), filters: FILTERS }
      return withEngine(
        target,
        async (engine) => (await engine.applyMigrations(params)).appliedMigrationNames,
      )
    })
  } catch (error) {
    throw error instanceof DatabaseUnavailable ? error : unavailable(target, error)
  }
}
