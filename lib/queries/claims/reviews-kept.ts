/** Verdicts as they were recorded, for programs that write them. */
import type { Database } from '../../db/client'
import { reviewRecord } from '../../db/records'
import { can, type Viewer } from '../../domain/actor'
import type { ReviewRecord } from '../../domain/input/review'

export interface ReviewKept {
  id: string
  version: number
  claim: string
  state: string
  record: Required<ReviewRecord>
}

type Row = Awaited<ReturnType<Database['reader']['review']['findMany']>>[number]

const keptOf = (row: Row): ReviewKept => ({
  id: row.id,
  version: row.version,
  claim: row.claimId,
  state: row.state,
  record: reviewRecord(row),
})

/** A verdict that readers see, on a claim that they see; any other for whoever may write it. */
const isSeen = (viewer: Viewer, row: Row & { claim: { shelf: string } }): boolean =>
  row.claim.shelf === 'public' && row.state === 'published'
    ? true
    : can(viewer, 'review', { kind: 'review', state: row.state, ownerId: row.ownerId })

const include = { claim: { select: { shelf: true } } } as const

/** One verdict; null where there is none that this viewer sees. */
export const reviewKept = async (db: Database, viewer: Viewer, id: string): Promise<ReviewKept | null> => {
  const row = await db.reader.review.findUnique({ where: { id }, include })
  return row && isSeen(viewer, row) ? keptOf(row) : null
}

/** The verdicts on a claim that this viewer sees, the latest first. */
export const reviewsKept = async (db: Database, viewer: Viewer, claimId: string): Promise<ReviewKept[]> => {
  const rows = await db.reader.review.findMany({
    where: { claimId },
    orderBy: [{ reviewedFrom: 'desc' }, { id: 'desc' }],
    include,
  })
  return rows.filter((row) => isSeen(viewer, row)).map(keptOf)
}
