import { readiness } from '@/lib/queries/system/readiness'
import { getDatabase } from '@/lib/web/database'

export const dynamic = 'force-dynamic'

/** Whether readers may be sent here; which check failed, and nothing about why: anybody may ask. */
export const GET = async (): Promise<Response> => {
  const answer = await readiness(getDatabase())
  return Response.json(answer, {
    status: answer.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
