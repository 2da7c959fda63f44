/** A connection to a database server that can be cut, slowed down and stopped. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface FlakyProxy {
  /** The same database, through the proxy. */
  url: string
  /** Milliseconds that everything takes longer, each way. */
  delay: number
  /** Cuts every connection, and takes no new one. */
  cut: () => void
  /** Takes connections, and passes nothing on. */
  stall: () => void
  /** All is well again; what was held is passed on. */
  mend: () => void
  close: () => Promise<void>
}

type State = 'open' | 'cut' | 'stalled'

/** Passes on what comes from one end, as slowly as the proxy is told to. */
const pass = (from: Socket, to: Socket, through: { delay: number; held: (() => void)[]; state: State }) => {
  from.on('data', (part) => {
    const write = () => void (to.destroyed || to.write(part))
    if (through.state === 'stalled') through.held.push(write)
    else if (through.delay > 0) setTimeout(write, through.delay)
    else write()
  })
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

/** @param url of the real server */
export const flakyProxy = async (url: string): Promise<FlakyProxy> => {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const through = { delay: 0, held: [] as (() => void)[], state: 'open' as State }
  const server = createServer((client) => {
    if (through.state === 'cut') {
      client.destroy()
      return
    }
    const upstream = connect(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    pass(client, upstream, through)
    pass(upstream, client, through)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = new URL(url)
  address.port = `${(server.address() as AddressInfo).port}`
  const cut = () => {
    through.state = 'cut'
    through.held = []
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: address.href,
    get delay() {
      return through.delay
    },
    set delay(ms) {
      through.delay = ms
    },
    cut,
    stall: () => {
      through.state = 'stalled'
    },
    mend: () => {
      through.state = 'open'
      for (const write of through.held.splice(0)) write()
    },
    close: async () => {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
