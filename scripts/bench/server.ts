/** The production server, and what its process has used so far. */
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundle.mjs'
import { serve } from '../serve'
import { stopped } from './measure'

/** What can be asked of `inside.ts`. */
export type Asked = 'usage' | 'profile' | 'profiled'

export interface Usage {
  /** Milliseconds of processor time. */
  cpuMs: number
  /** Bytes. */
  rss: number
  heapUsed: number
  maxRss: number
}

export interface Measured {
  site: string
  /** From the start of the process to its first page. */
  startMs: number
  inside: <T>(asked: Asked) => Promise<T>
  stop: () => void
}

/** Serves a ledger with the pages of the bench. */
export const serveMeasured = async (url: string): Promise<Measured> => {
  const module = pathToFileURL(await bundled('scripts/bench/inside.ts')).href
  const [{ site, server, stop }, startMs] = await stopped(() =>
    serve(url, { BENCH: '1', READ_LIMITS: 'off' }, { inside: ['--import', module] }),
  )
  const inside = <T>(asked: Asked) =>
    new Promise<T>((resolve, reject) => {
      const gone = () => reject(new Error('The server has ended.'))
      server.once('exit', gone)
      server.once('message', (answer) => {
        server.off('exit', gone)
        resolve((answer as { value: T }).value)
      })
      server.send(asked)
    })
  return { site, startMs, inside, stop }
}
