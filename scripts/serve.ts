/** The production build as a server on loopback, for tests and for measuring. */
import { type ChildProcess, spawn } from 'node:child_process'
import { ROOT } from '../lib/db/schema'
import { NEXT } from './build'
import { freePort } from './free-port'

/** Asks so often whether it answers, in milliseconds; a start is timed no finer. */
const ASK_EVERY = 50
/** So long a start may take, in milliseconds: seconds, unless the machine is busy with much else. */
const PATIENCE = 120_000

const answers = async (site: string, server: ChildProcess): Promise<void> => {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if (server.exitCode !== null)
      throw new Error(`The server ended with ${server.exitCode} instead of answering.`)
    const ready = await fetch(site).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY))
  }
  throw new Error(`The server did not answer within ${PATIENCE / 1_000} seconds.`)
}

/**
 * Serves the build over a database.
 * @param inside options of node, for who looks into the process; they have a channel to it then
 * @param heard is told what it prints, its log; left out, only what goes wrong is printed here
 * @returns its address, its process, and how to end it
 */
export const serve = async (
  url: string,
  env: Record<string, string> = {},
  { inside, heard }: { inside?: string[]; heard?: (text: string) => void } = {},
): Promise<{ site: string; server: ChildProcess; stop: () => void }> => {
  const port = await freePort()
  const server = spawn(
    process.execPath,
    [...(inside ?? []), NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      cwd: ROOT,
      stdio: [
        'ignore',
        heard ? 'pipe' : 'ignore',
        heard ? 'pipe' : 'inherit',
        ...(inside ? (['ipc'] as const) : []),
      ],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: url,
        NEXT_TELEMETRY_DISABLED: '1',
        // Everything asks from one address.
        READ_LIMITS: 'off',
        ...env,
      },
    },
  )
  if (heard)
    for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', heard)
  const site = `http://127.0.0.1:${port}`
  const stop = () => void server.kill()
  try {
    await answers(site, server)
  } catch (error) {
    stop()
    throw error
  }
  return { site, server, stop }
}
