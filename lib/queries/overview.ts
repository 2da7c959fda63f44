import type { Database } from '../db/client'
import type { Viewer } from '../domain/actor'
import { changeRows } from './changes'
import { countsOf, sumOf } from './counts'
import { kept } from './kept'
import { sourceRows } from './sources/rows'
import { speakerRows } from './speakers/rows'
import type { Overview } from './views'

/** As many as stand side by side without a second look; each list links to the whole. */
const TOP = 8
const LATEST = 12

const readOverview = async (db: Database, _viewer: Viewer): Promise<Overview> => {
  const reader = db.reader
  const shelf = { shelf: 'public' }
  const [counts, speakers, sources, topics, reliedOn, unsupportedBy, events] = await Promise.all([
    countsOf(reader, 'all', ''),
    reader.speaker.count({ where: shelf }),
    reader.source.count({ where: shelf }),
    reader.topic.count({ where: shelf }),
    reader.source.findMany({
      where: { ...shelf, claimCount: { gt: 0 } },
      orderBy: [{ claimCount: 'desc' }, { id: 'desc' }],
      take: TOP,
      select: { id: true },
    }),
    reader.speaker.findMany({
      where: { ...shelf, unsupportedCount: { gt: 0 } },
      orderBy: [{ unsupportedCount: 'desc' }, { id: 'desc' }],
      take: TOP,
      select: { id: true },
    }),
    reader.event.findMany({ where: shelf, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: LATEST }),
  ])
  const [sourceList, speakerList, latest] = await Promise.all([
    sourceRows(
      reader,
      reliedOn.map((row) => row.id),
    ),
    speakerRows(
      reader,
      unsupportedBy.map((row) => row.id),
    ),
    changeRows(reader, events, false),
  ])
  return {
    claims: sumOf(counts),
    speakers,
    sources,
    topics,
    counts,
    reliedOn: sourceList,
    unsupportedBy: speakerList,
    latest,
  }
}

/** What is in the ledger: counts by status, what is relied on most, who makes most unsupported claims, what is new. */
export const getOverview = kept('overview', readOverview)
