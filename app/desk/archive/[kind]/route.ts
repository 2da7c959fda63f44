import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { NextRequest } from 'next/server'
import { ARCHIVE_KINDS } from '@/lib/domain/archive/manifest'
import { makeArchive, mayArchive } from '@/lib/queries/archive/archive'
import { getDatabase } from '@/lib/web/database'
import { seeOther } from '@/lib/web/forms'
import { logError } from '@/lib/web/log/errors'
import { getViewer } from '@/lib/web/session'

const plain = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** Sends an archive while it is made; a download that breaks off lets go of the ledger at once. */
export const GET = async (_request: NextRequest, { params }: { params: Promise<{ kind: string }> }) => {
  const asked = (await params).kind
  const kind = ARCHIVE_KINDS.find((one) => one === asked)
  if (!kind) return plain(404, 'There is no such archive: ask for “full” or “public”.')
  const viewer = await getViewer()
  if (viewer.kind === 'public') return seeOther('/sign-in?next=/desk/archive')
  if (!mayArchive(viewer)) return plain(403, 'Only an admin takes archives of this ledger.')
  const sent = new PassThrough()
  makeArchive(getDatabase(), viewer, kind, (bytes) => pipeline(bytes, sent)).catch((error) => {
    sent.destroy(error)
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') logError(error, {}, 'an archive failed')
  })
  const name = `on-record-${kind}-${new Date().toISOString().slice(0, 10)}.zip`
  return new Response(Readable.toWeb(sent) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
