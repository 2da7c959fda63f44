/** The production server of this tree with its log, for what whoever runs one sees. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { serve } from '../../scripts/serve'

export interface HeardServer {
  site: string
  port: number
  process: ChildProcess
  /** The lines of its log so far. */
  lines: () => Record<string, unknown>[]
  /** Resolves when its log has a line with this message. @throws with what it said instead, where it ended first */
  says: (message: string) => Promise<void>
  /** The code with which it ended. */
  ended: Promise<number | null>
}

/** Serves the build over a database that is migrated. @throws with what it said, where it did not start */
export const heardServer = async (url: string, env: Record<string, string> = {}): Promise<HeardServer> => {
  let said = ''
  const heard = (text: string) => {
    said += text
  }
  const { site, server } = await serve(url, env, { heard }).catch((error) => {
    throw new Error(`${error.message}\n${said}`)
  })
  const ended = once(server, 'close').then(([code]) => code as number | null)
  // The last line may not have come to its end yet.
  const lines = () =>
    said
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const says = async (message: string) => {
    while (!lines().some(({ msg }) => msg === message)) {
      if (server.exitCode !== null) throw new Error(`It ended before it said “${message}”: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { site, port: Number(new URL(site).port), process: server, lines, says, ended }
}
