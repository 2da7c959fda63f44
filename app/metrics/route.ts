import { metricsFor } from '@/lib/web/metrics'

export const dynamic = 'force-dynamic'

/** Figures for Prometheus. Where they are off, or without the token, there is nothing at this address. */
export const GET = async (request: Request): Promise<Response> => {
  const figures = await metricsFor({ on: 'site', authorization: request.headers.get('authorization') })
  if (!figures)
    return new Response('There is nothing here.\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(figures.text, {
    headers: { 'Content-Type': figures.type, 'Cache-Control': 'no-store' },
  })
}
