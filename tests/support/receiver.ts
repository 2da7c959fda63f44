/** A receiver of webhooks on loopback, which answers as it is told to. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

export interface Receiver {
  /** `http://127.0.0.1:port/hook` */
  url: string
  /** `127.0.0.1:port`, for the list of allowed addresses. */
  host: string
  received: Received[]
  /** What it answers from now on; `null` hangs up without an answer. */
  answer: { status: number; headers?: Record<string, string>; body?: string } | null
  close: () => Promise<void>
}

export const startReceiver = async (): Promise<Receiver> => {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, body })
      if (!receiver.answer) {
        request.socket.destroy()
        return
      }
      response.writeHead(receiver.answer.status, receiver.answer.headers)
      response.end(receiver.answer.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const receiver: Receiver = {
    url: `http://${host}/hook`,
    host,
    received: [],
    answer: { status: 200, body: 'thanks' },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return receiver
}
