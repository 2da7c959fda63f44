/**
 * Prisma's own schema engine as WebAssembly, because its command line downloads a binary. An internal of Prisma's:
 * pinned, and used in this file only (docs/decisions/0011).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { CatalogueReader } from './catalogue'
import { ROOT, schemaText } from './schema'
import type { DatabaseKind, Target } from './url'

/** What of the engine is used here. */
export interface Engine {
  diff(params: object): Promise<{ stdout: string }>
  applyMigrations(params: object): Promise<{ appliedMigrationNames: string[] }>
}

interface Glue {
  __wbg_set_wasm(exports: unknown): void
  /** `new` is a static method here, and asynchronous. */
  SchemaEngine: { new: (params: object, log: () => void, adapter: unknown) => Promise<Engine> }
}

/** The engine leaves a timer of 10 seconds behind, for which a command that has ended would wait. */
const withoutWaiting = (code: WebAssembly.ModuleImports): WebAssembly.ModuleImports => {
  const timers = Object.keys(code).filter((name) => name.startsWith('__wbg_setTimeout'))
  const start = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref()
  return { ...code, ...Object.fromEntries(timers.map((name) => [name, start])) }
}

const load = async (): Promise<Glue> => {
  const folder = join(ROOT, 'node_modules', '@prisma', 'schema-engine-wasm')
  // By its path, since the package does not export its glue.
  const code = (await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)) as Glue
  const wasm = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const imports = withoutWaiting(code as unknown as WebAssembly.ModuleImports)
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': imports })
  code.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return code
}

/**
 * One instance for the process: the glue is one module whoever imports it, and a second instance of this file (test
 * runners load it twice) would put its own memory under the engine that is running.
 */
const kept = globalThis as unknown as { onRecordEngine?: Promise<Glue> }

const factoryFor = (target: Target) =>
  target.kind === 'sqlite'
    ? new PrismaBetterSqlite3({ url: target.url })
    : // One connection, so that what begins a transaction on it is within it.
      new CatalogueReader({ connectionString: target.url, max: 1 })

type Connection = Awaited<ReturnType<PrismaPg['connect']>>

/** Begins a transaction that holds all that the engine does on a connection. */
const begin = async (kind: DatabaseKind, connection: Connection): Promise<void> => {
  // Scripts that make a table anew switch it off themselves, which does nothing within a transaction.
  if (kind === 'sqlite') await connection.executeScript('PRAGMA foreign_keys = OFF')
  await connection.executeScript(kind === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN')
}

/**
 * Lends an engine to `body`, and closes the connections that it opened: it would keep the file locked.
 * @param whole all that it does is one transaction: kept when `body` has ended well, else undone
 * @throws what the engine says of a database or a migration, as its own error
 */
export const withEngine = async <T>(
  target: Target,
  body: (engine: Engine) => Promise<T>,
  { whole = false } = {},
): Promise<T> => {
  kept.onRecordEngine ??= load()
  const { SchemaEngine } = await kept.onRecordEngine
  const factory = factoryFor(target)
  const opened: Connection[] = []
  const connect = factory.connect.bind(factory) as () => Promise<Connection>
  factory.connect = (async () => {
    const connection = await connect()
    opened.push(connection)
    if (whole) await begin(target.kind, connection)
    return connection
  }) as never
  const datamodels = [['schema.prisma', schemaText(target.kind)]]
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory)
    const result = await body(await SchemaEngine.new({ datamodels }, () => {}, adapter))
    if (whole) for (const connection of opened) await connection.executeScript('COMMIT')
    return result
  } finally {
    for (const connection of opened) await connection.dispose().catch(() => {})
  }
}
