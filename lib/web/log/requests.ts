/**
 * Both ends of every request, from Node's own channel: no change to the framework, and whatever answers is seen
 * (docs/decisions/0110). A line says the route and never the path.
 */
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getLog } from './logger'
import { builtRoutes } from './routes'

const HEADER = 'x-request-id'
/** An id that a proxy gave, so that its log and this one can be laid side by side. */
const GIVEN = /^[\w.-]{8,64}$/

export interface Ended {
  method: string
  route: string
  status: number
  ms: number
  /** Whether the answer was sent to its end; a reader who goes away breaks it off. */
  whole: boolean
}

interface Kept {
  open: Set<ServerResponse>
  ending: boolean
  listeners: ((ended: Ended) => void)[]
}

/** On the global object: the server bundles this file more than once. */
const all = globalThis as unknown as { onRecordRequests?: Kept }

const idOf = ({ headers }: IncomingMessage): string => {
  const given = headers[HEADER]
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID()
}

/** Probes come every few seconds and say nothing when all is well. */
const isQuiet = ({ route, status }: Ended): boolean =>
  status < 400 && ['/healthz', '/readyz', '/metrics', '/_next/…'].includes(route)

const watch = (
  kept: Kept,
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (path: string) => string,
) => {
  const start = performance.now()
  const id = idOf(request)
  const route = routeOf((request.url ?? '/').split('?')[0] ?? '/')
  request.headers[HEADER] = id
  response.setHeader('X-Request-Id', id)
  if (kept.ending) response.shouldKeepAlive = false
  kept.open.add(response)
  response.once('close', () => {
    kept.open.delete(response)
    const ms = Math.round((performance.now() - start) * 10) / 10
    const ended = {
      method: request.method ?? '',
      route,
      status: response.statusCode,
      ms,
      whole: response.writableFinished,
    }
    getLog()[isQuiet(ended) ? 'debug' : 'info']({ id, ...ended }, 'request')
    for (const listener of kept.listeners) listener(ended)
  })
}

/** Begins to watch, in this process; asked for twice it does nothing more. */
export const startRequests = (): void => {
  if (all.onRecordRequests) return
  const kept: Kept = { open: new Set(), ending: false, listeners: [] }
  all.onRecordRequests = kept
  const routeOf = builtRoutes()
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    watch(kept, request, response, routeOf)
  })
}

/** Has every connection closed with the answer that is on its way, so that nobody sends another request over it. */
export const closeAfterAnswers = (): void => {
  const kept = all.onRecordRequests
  if (!kept) return
  kept.ending = true
  for (const response of kept.open) if (!response.headersSent) response.shouldKeepAlive = false
}

/** Tells of each request when it has ended. */
export const onRequestEnd = (listener: (ended: Ended) => void): void => {
  all.onRecordRequests?.listeners.push(listener)
}
