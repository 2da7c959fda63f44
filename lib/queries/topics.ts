import type { Database, Reader } from '../db/client'
import type { Viewer } from '../domain/actor'
import { newestWith } from './claims/by-facet'
import { FacetCounter } from './claims/counting/facet-counts'
import { countsBy, countsOf, sumOf } from './counts'
import { movedTo } from './find'
import { kept } from './kept'
import { refFields, speakerRef } from './refs'
import type { Found, TopicPage, TopicRow } from './views'

/** Claims shown on the page itself; the list of all is one link away. */
const SHOWN = 30
/** Speakers shown beside them. */
const SPEAKERS = 12

/** Every topic on the public shelf, by name. A newsroom keeps tens of them, not thousands. */
export const listTopics = async (db: Database, _viewer: Viewer): Promise<TopicRow[]> => {
  const rows = await db.reader.topic.findMany({
    where: { shelf: 'public' },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  })
  const counts = await countsBy(
    db.reader,
    'topic',
    rows.map((row) => row.id),
  )
  return rows.map(({ id, slug, name, description, claimCount }) => ({
    id,
    slug,
    name,
    description,
    claims: claimCount,
    counts: counts.get(id) ?? {},
  }))
}

/** Public topics with the moment when each was recorded, the latest first; null where no event tells. */
export const newestTopics = async (
  db: Database,
  viewer: Viewer,
  take: number,
): Promise<(TopicRow & { recordedAt: string | null })[]> => {
  const rows = await listTopics(db, viewer)
  const events = await db.reader.event.findMany({
    where: { subjectKind: 'topic', subjectId: { in: rows.map(({ id }) => id) }, version: 1 },
    select: { subjectId: true, at: true },
  })
  const at = new Map(events.map((event) => [event.subjectId, event.at.toISOString()]))
  const order = (id: string) => at.get(id) ?? ''
  return rows
    .sort((a, b) => (order(a.id) < order(b.id) ? 1 : order(a.id) > order(b.id) ? -1 : 0))
    .slice(0, take)
    .map((row) => ({ ...row, recordedAt: at.get(row.id) ?? null }))
}

/** Who speaks about a topic most, with how many claims: as the list of its claims says it, in the time of a page. */
const speakersOn = async (reader: Reader, topicId: string, claims: number): Promise<[string, number][]> => {
  const about = { key: 'topic' as const, facet: 'topic', values: [topicId] }
  const counter = await FacetCounter.of(reader, [about], { n: claims, exact: true })
  const counts = await counter.counts([{ facet: 'speaker', top: SPEAKERS, chosen: [] }])
  return [...(counts.get('speaker')?.counts ?? [])].map(([id, { n }]) => [id, n])
}

const readTopic = async (db: Database, _viewer: Viewer, slug: string): Promise<Found<TopicPage>> => {
  const reader = db.reader
  const row = await reader.topic.findUnique({ where: { slug } })
  if (!row || row.shelf !== 'public') {
    const now = await movedTo(reader, 'topic', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  const [rows, counts] = await Promise.all([
    newestWith(reader, 'topic', row.id, SHOWN),
    countsOf(reader, 'topic', row.id),
  ])
  const makers = await speakersOn(reader, row.id, sumOf(counts))
  const refs = await reader.speaker.findMany({
    where: { id: { in: makers.map(([id]) => id) } },
    select: refFields,
  })
  const byId = new Map(refs.map((ref) => [ref.id, ref]))
  return {
    kind: 'found',
    page: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      description: row.description,
      claims: sumOf(counts),
      counts,
      rows,
      speakers: makers.flatMap(([id, claims]) => {
        const ref = byId.get(id)
        return ref ? [{ speaker: speakerRef(ref), claims }] : []
      }),
    },
  }
}

/** A topic's page: its claims, and who speaks about it most. */
export const getTopic = kept('topic', readTopic)
