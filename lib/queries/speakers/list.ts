import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import type { Viewer } from '../../domain/actor'
import type { SpeakerQuery, SpeakerSort } from '../../domain/query'
import { keysetPage, type Walk } from '../keyset'
import type { SpeakerRow } from '../views'
import { speakerRows } from './rows'

const COLUMN: Record<SpeakerSort, { name: string; descending: boolean }> = {
  name: { name: 'sortName', descending: false },
  claims: { name: 'claimCount', descending: true },
  recorded: { name: 'recordedAt', descending: true },
  unsupported: { name: 'unsupportedCount', descending: true },
}

/** How a query's list is walked. */
export const speakerWalk = ({ kind, sort }: SpeakerQuery): Walk => {
  const { name, descending } = COLUMN[sort]
  const ofKind = kind ? Prisma.sql`AND "kind" = ${kind}` : Prisma.empty
  return { table: 'Speaker', column: name, descending, where: Prisma.sql`"shelf" = 'public' ${ofKind}` }
}

/** One page of the public speakers. */
export const listSpeakers = async (
  db: Database,
  _viewer: Viewer,
  query: SpeakerQuery,
): Promise<{ rows: SpeakerRow[]; total: number; after: string | null; before: string | null }> => {
  const [{ ids, ...beside }, total] = await Promise.all([
    keysetPage(db.reader, speakerWalk(query), query),
    db.reader.speaker.count({ where: { shelf: 'public', ...(query.kind ? { kind: query.kind } : {}) } }),
  ])
  return { rows: await speakerRows(db.reader, ids), total, ...beside }
}
