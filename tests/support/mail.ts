/** A mail server that keeps what it is sent. */
import { type AddressInfo, createServer } from 'node:net'

export interface MailServer {
  url: string
  /** Whole messages, as they were sent. */
  messages: string[]
  close: () => void
}

/** Speaks as much SMTP as a sender needs (RFC 5321). */
export const startMailServer = (): Promise<MailServer> =>
  new Promise((ready) => {
    const messages: string[] = []
    const server = createServer((socket) => {
      let message: string[] | null = null
      let rest = ''
      socket.write('220 tests\r\n')
      socket.on('error', () => {})
      socket.on('data', (part) => {
        const lines = (rest + part).split('\r\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          if (message && line === '.') {
            messages.push(message.join('\n'))
            message = null
            socket.write('250 kept\r\n')
          } else if (message) message.push(line)
          else if (/^DATA/i.test(line)) {
            message = []
            socket.write('354 go on\r\n')
          } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
          else socket.write('250 ok\r\n')
        }
      })
    })
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      ready({ url: `smtp://127.0.0.1:${port}`, messages, close: () => server.close() })
    })
  })
