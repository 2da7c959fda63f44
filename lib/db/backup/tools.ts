/** PostgreSQL's own programs for dumps. The address of the database is told by the environment: others see arguments. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { withPgClient } from '../history'
import { DatabaseUnavailable } from '../url'

type Tool = 'pg_dump' | 'pg_restore'

/** PG_DUMP names the program, and so the folder of its sibling; else both are looked for on PATH. */
const program = (tool: Tool): string => {
  const named = process.env.PG_DUMP
  if (!named) return tool
  return tool === 'pg_dump' ? named : join(dirname(named), 'pg_restore')
}

const environment = (url: string): NodeJS.ProcessEnv => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, '')
  const mode = searchParams.get('sslmode')
  const root = searchParams.get('sslrootcert')
  return {
    ...process.env,
    ...(host ? { PGHOST: host } : {}),
    ...(port ? { PGPORT: port } : {}),
    ...(username ? { PGUSER: decodeURIComponent(username) } : {}),
    ...(password ? { PGPASSWORD: decodeURIComponent(password) } : {}),
    ...(mode ? { PGSSLMODE: mode } : {}),
    ...(root ? { PGSSLROOTCERT: root } : {}),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  }
}

const run = (tool: Tool, args: string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(program(tool), args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => {
      said.out += part
    })
    child.stderr.on('data', (part) => {
      said.err += part
    })
    child.on('error', failed)
    child.on('close', (code) =>
      code === 0
        ? done(said.out)
        : failed(new Error(said.err.trim().split('\n')[0] || `it ended with ${code}`)),
    )
  })

const REMEDY =
  'install the PostgreSQL client of the server’s version and name it with PG_DUMP, or run npm run backup -- --archive, which needs none and leaves passwords and sessions out.'

/** The major version of a program. @throws DatabaseUnavailable where there is none */
const majorOf = async (tool: Tool): Promise<number> => {
  try {
    return Number(/\(PostgreSQL\) (\d+)/.exec(await run(tool, ['--version'], process.env))?.[1])
  } catch {
    throw new DatabaseUnavailable(`There is no ${program(tool)} on this machine; ${REMEDY}`)
  }
}

const serverMajor = (url: string): Promise<number> =>
  withPgClient(url, async (client) => {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major")
    return rows[0].major
  })

/**
 * Dumps a database as it stands at one moment, while others write.
 * @param to the dump, in PostgreSQL's own packed form
 * @throws DatabaseUnavailable where pg_dump is not there, is older than the server, or fails
 */
export const dumpPostgres = async (url: string, to: string): Promise<void> => {
  const [tool, server] = await Promise.all([majorOf('pg_dump'), serverMajor(url)])
  if (tool < server)
    throw new DatabaseUnavailable(
      `${program('pg_dump')} is of PostgreSQL ${tool} and cannot dump a server of version ${server}; ${REMEDY}`,
    )
  await run(
    'pg_dump',
    ['--format=custom', '--no-owner', '--no-privileges', '--file', to],
    environment(url),
  ).catch((error: Error) => {
    throw new DatabaseUnavailable(`pg_dump failed: ${error.message}`)
  })
}

/** Reads a dump into a database without tables, all of it or nothing. @throws DatabaseUnavailable where that fails */
export const loadPostgres = async (url: string, dump: string): Promise<void> => {
  await majorOf('pg_restore')
  const env = environment(url)
  const args = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error', '--dbname']
  await run('pg_restore', [...args, env.PGDATABASE ?? '', dump], env).catch((error: Error) => {
    throw new DatabaseUnavailable(`pg_restore failed: ${error.message}`)
  })
}
