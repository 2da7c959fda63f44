/** The figures on a port of their own, which need not be reachable from where readers are. */
import 'server-only'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { logError } from './log/errors'
import { metricsFor } from './metrics'

const answer = async ({ url, headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
  const authorization = headers.authorization ?? null
  const figures = url === '/metrics' ? await metricsFor({ on: 'port', authorization }) : null
  response.writeHead(figures ? 200 : 404, { 'Content-Type': figures?.type ?? 'text/plain; charset=utf-8' })
  response.end(figures?.text ?? 'There is nothing here.\n')
}

/** Listens on METRICS_PORT, where it is set, at the address of the site itself; it holds up no end of the process. */
export const serveMetrics = (): void => {
  const { METRICS_PORT, HOST = '127.0.0.1' } = process.env
  if (!METRICS_PORT) return
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      logError(error, { route: '/metrics' }, 'the figures could not be read')
      response.destroy()
    })
  })
  server.on('error', (error) => logError(error, {}, 'the figures have no port'))
  server.listen(Number(METRICS_PORT), HOST).unref()
}
