/** Next calls this once when a server starts, before its first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startHeaders } = await import('./lib/web/safe-headers')
  startHeaders()
  const { startWorker } = await import('./lib/web/database-worker')
  startWorker()
}
