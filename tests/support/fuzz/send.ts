/** Sends what fetch would refuse to send or would clean first, and reads enough of the answer to judge it. */
import { Agent, request } from 'node:http'
import type { Hostile } from './hostile'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** Archives and exports are long; what gives something away stands at the beginning. */
const ENOUGH = 400_000

export const agent = new Agent({ keepAlive: true, maxSockets: 6 })

/** @returns null where the server closed the connection without an answer */
export const send = (site: string, asked: Hostile, own: Record<string, string>): Promise<Answer | null> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(site)
    const headers: Record<string, string> = { ...own }
    // Cookies of who asks stand beside the hostile ones.
    for (const [name, value] of Object.entries(asked.headers))
      headers[name] = name === 'cookie' && own.cookie ? `${own.cookie}; ${value}` : value
    const sent = request(
      {
        agent,
        hostname,
        port,
        method: asked.method,
        path: asked.path,
        headers: {
          ...headers,
          ...(asked.body === null ? {} : { 'content-length': `${Buffer.byteLength(asked.body)}` }),
        },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        const done = () => {
          const { statusCode = 0, headers } = response
          resolve({ status: statusCode, headers, text: Buffer.concat(parts).toString('utf8') })
        }
        response.on('data', (part: Buffer) => {
          parts.push(part)
          size += part.length
          if (size < ENOUGH) return
          done()
          response.destroy()
        })
        response.on('end', done)
        response.on('error', done)
      },
    )
    sent.setTimeout(60_000, () => sent.destroy())
    sent.on('error', () => resolve(null))
    sent.end(asked.body ?? undefined)
  })
