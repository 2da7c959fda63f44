import { stringify } from 'csv-stringify/sync'
import type { NextRequest } from 'next/server'
import { importOf, problemsOf } from '@/lib/queries/imports'
import { getDatabase } from '@/lib/web/database'
import { signedIn } from '@/lib/web/session'

/** All problems that are kept of one job. */
const ALL = 20_000

/** What came of an import as a table: its sums, then every problem with its line. */
export const GET = async (
  request: NextRequest,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const viewer = (await signedIn(request.headers))?.viewer
  const { id } = await context.params
  const db = getDatabase()
  const view = viewer ? await importOf(db, viewer, id) : null
  const job = view?.run ?? view?.check
  if (!viewer || !view || !job) return new Response('This report is not here.\n', { status: 404 })
  const problems = await problemsOf(db, viewer, job.id, { take: ALL })
  const sums = Object.entries(job.report).filter(([, n]) => typeof n === 'number')
  const rows = [
    ...sums.map(([name, n]) => ['', name, String(n), '']),
    ...problems.map(({ line, field, sentence, skips }) => [
      String(line),
      field,
      sentence,
      skips ? 'left out' : 'a part left out',
    ]),
  ]
  return new Response(
    stringify([['line', 'field', 'what', 'result'], ...rows], { bom: true, escape_formulas: true }),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="import-${id}.csv"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    },
  )
}
