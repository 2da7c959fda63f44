/**
 * A server of the PostgreSQL that this machine has installed, with its own pg_dump: the one of the tests comes without.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../scripts/free-port'

/** Where packages of Linux put it, by version. */
const VERSIONS = '/usr/lib/postgresql'

/** The folder of its programs, the newest; null where there is none. */
export const installedPostgres = (): string | null => {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : []
  const folders = versions.map((version) => join(VERSIONS, version, 'bin'))
  return (
    folders.find((bin) => ['initdb', 'pg_dump', 'postgres'].every((name) => existsSync(join(bin, name)))) ??
    null
  )
}

/** PostgreSQL does not run as root; its package made a user for it. */
const owner = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const answers = async (url: string): Promise<void> => {
  for (let tried = 0; ; tried++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (tried > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Runs `body` with the address of the server's own database. */
export const withInstalledPostgres = async <T>(
  bin: string,
  body: (url: string) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-installed-'))
  const as = owner()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid)
  const data = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'ledger', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    {
      ...as,
      cwd: folder,
      stdio: 'pipe',
    },
  )
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'fsync=off'],
    { ...as, cwd: folder, stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => server.on('close', resolve))
  const url = `postgresql://ledger@127.0.0.1:${port}/postgres`
  try {
    await answers(url)
    return await body(url)
  } finally {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
