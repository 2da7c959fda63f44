/** Scales of verdicts, of publishers that readers see. */
import type { Database } from '../db/client'
import type { Prisma } from '../db/generated/sqlite/client'

export interface ScaleRow {
  id: string
  publisher: { id: string; slug: string; name: string }
  name: string
  best: number
  worst: number
  labels: { value: number; text: string }[]
}

type Row = Prisma.RatingScaleGetPayload<{ include: typeof include }>
const include = { publisher: { select: { id: true, slug: true, name: true } } } as const

const scaleOf = ({ id, publisher, name, best, worst, labels }: Row): ScaleRow => ({
  id,
  publisher,
  name,
  best,
  worst,
  labels: JSON.parse(labels) as ScaleRow['labels'],
})

/** @returns null for one that is not there, or whose publisher readers do not see */
export const getScale = async (db: Database, id: string): Promise<ScaleRow | null> => {
  const row = await db.reader.ratingScale.findFirst({
    where: { id, publisher: { shelf: 'public' } },
    include,
  })
  return row && scaleOf(row)
}

/**
 * @param page whose scales, after which id, and how many at most
 * @returns in the order of their ids; `after` is null on the last page
 */
export const listScales = async (
  db: Database,
  { publisher, after, per }: { publisher: string | null; after: string | null; per: number },
): Promise<{ rows: ScaleRow[]; after: string | null }> => {
  const rows = await db.reader.ratingScale.findMany({
    where: {
      publisher: { shelf: 'public', ...(publisher === null ? {} : { id: publisher }) },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: per + 1,
    include,
  })
  const shown = rows.slice(0, per)
  return {
    rows: shown.map(scaleOf),
    after: rows.length > per ? (shown.at(-1)?.id ?? null) : null,
  }
}
