import type { Instrumentation } from 'next'

const isServer = () =>
  process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build'

/** Next calls this once when a server starts, before its first request. */
export const register = async (): Promise<void> => {
  if (!isServer()) return
  const { startRequests } = await import('./lib/web/log/requests')
  startRequests()
  const { startMetrics } = await import('./lib/web/metrics')
  if (startMetrics()) (await import('./lib/web/metrics-port')).serveMetrics()
  const { startHeaders } = await import('./lib/web/safe-headers')
  startHeaders()
  const { requireSecret } = await import('./lib/web/database-secret')
  requireSecret()
  if (process.env.NODE_ENV === 'production') (await import('./lib/web/log/errors')).takeOverConsole()
  const { startWorker } = await import('./lib/web/database-worker')
  const stop = startWorker()
  const { endWell } = await import('./lib/web/shutdown')
  endWell(stop)
}

/** Next calls this with what a page, a route or the proxy threw. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (!isServer()) return
  const { logError } = await import('./lib/web/log/errors')
  const id = request.headers['x-request-id']
  const { digest } = error as { digest?: string }
  logError(error, { id: Array.isArray(id) ? id[0] : id, route: context.routePath, digest })
}
