/** A reader of pages: one process that asks and does nothing with what it is told. */
import { Agent, get, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Answer {
  status: number
  /** Bytes of the body as sent. */
  bytes: number
  text: () => string
}

export interface Client {
  /** @param compressed whether it may be compressed on the way, as browsers ask */
  ask: (path: string, compressed?: boolean) => Promise<Answer>
  close: () => void
}

const whole = (response: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    response.on('data', (part) => parts.push(part))
    response.on('end', () => resolve(Buffer.concat(parts)))
    response.on('error', reject)
  })

/** A client that keeps its connections, as a proxy in front of the server does. */
export const clientOf = (site: string): Client => {
  const agent = new Agent({ keepAlive: true })
  const ask = (path: string, compressed = false): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const headers = compressed ? { 'accept-encoding': 'gzip' } : {}
      const request = get(`${site}${path}`, { agent, headers }, (response) => {
        whole(response).then((body) => {
          const text = () =>
            (response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8')
          resolve({ status: response.statusCode ?? 0, bytes: body.length, text })
        }, reject)
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The server had just closed a connection that lay idle; asked anew, it answers.
        if (request.reusedSocket && error.code === 'ECONNRESET') resolve(ask(path, compressed))
        else reject(error)
      })
    })
  return { ask, close: () => agent.destroy() }
}
