import type { Database } from '../db/client'
import type { Viewer } from '../domain/actor'
import { countsOf, sumOf } from './counts'
import { sourceRows } from './sources/rows'
import { speakerRows } from './speakers/rows'
import type { Overview } from './views'

/** As many as stand side by side without a second look; each list links to the whole. */
const TOP = 8
const LATEST = 12

type Reader = Database['reader']

/** Where the subjects of events are now, by kind and id; links and groups have no page of their own. */
const slugsOf = async (reader: Reader, events: { subjectKind: string; subjectId: string }[]) => {
  const of = (kind: string) => events.filter((e) => e.subjectKind === kind).map((e) => e.subjectId)
  const select = { id: true, slug: true }
  const rows = await Promise.all([
    reader.claim.findMany({ where: { id: { in: of('claim') }, shelf: 'public' }, select }),
    reader.speaker.findMany({ where: { id: { in: of('speaker') }, shelf: 'public' }, select }),
    reader.source.findMany({ where: { id: { in: of('source') }, shelf: 'public' }, select }),
    reader.topic.findMany({ where: { id: { in: of('topic') }, shelf: 'public' }, select }),
  ])
  return new Map(rows.flat().map((row) => [row.id, row.slug]))
}

/** What is in the ledger: counts by status, what is relied on most, who makes most unsupported claims, what is new. */
export const getOverview = async (db: Database, _viewer: Viewer): Promise<Overview> => {
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
  const [sourceList, speakerList, slugs] = await Promise.all([
    sourceRows(
      reader,
      reliedOn.map((row) => row.id),
    ),
    speakerRows(
      reader,
      unsupportedBy.map((row) => row.id),
    ),
    slugsOf(reader, events),
  ])
  return {
    claims: sumOf(counts),
    speakers,
    sources,
    topics,
    counts,
    reliedOn: sourceList,
    unsupportedBy: speakerList,
    latest: events.map(({ at, kind, subjectKind, subjectId, summary, actorName, reason }) => ({
      at: at.toISOString(),
      kind,
      subjectKind,
      summary,
      actor: actorName,
      reason,
      slug: slugs.get(subjectId) ?? null,
    })),
  }
}
