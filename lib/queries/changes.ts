/** Events as lines that can be read: on the overview and in the log alike. */
import type { Reader } from '../db/client'
import type { Prisma } from '../db/generated/sqlite/client'
import type { ChangeRow } from './views'

export type EventRow = Prisma.EventGetPayload<object>

/** Where the subjects of events are now, by id: a verdict on the page of its claim. */
const pathsOf = async (reader: Reader, events: readonly EventRow[], shelves: string[]) => {
  const of = (kind: string) => ({ in: events.flatMap((e) => (e.subjectKind === kind ? [e.subjectId] : [])) })
  // By id alone: asked for the shelf too, SQLite reads the whole shelf where it knows the sizes of its tables.
  const on = (kind: string) => ({ where: { id: of(kind) }, select })
  const select = { id: true, slug: true, shelf: true } as const
  const [claims, speakers, sources, topics, reviews] = await Promise.all([
    reader.claim.findMany(on('claim')),
    reader.speaker.findMany(on('speaker')),
    reader.source.findMany(on('source')),
    reader.topic.findMany(on('topic')),
    reader.review.findMany({ where: { id: of('review') }, select: { id: true, claim: { select } } }),
  ])
  const at = (folder: string, rows: { id: string; slug: string; shelf: string }[]) =>
    rows
      .filter(({ shelf }) => shelves.includes(shelf))
      .map(({ id, slug }): [string, string] => [id, `/${folder}/${slug}`])
  const verdicts = reviews.map(({ id, claim }) => ({ ...claim, id }))
  return new Map([
    ...at('claims', [...claims, ...verdicts]),
    ...at('speakers', speakers),
    ...at('sources', sources),
    ...at('topics', topics),
  ])
}

/** How many public claims each event moved from one status to another; a first status is no move. */
const movesOf = async (reader: Reader, events: readonly EventRow[]): Promise<Map<string, number>> => {
  const rows = await reader.statusChange.groupBy({
    by: ['eventId'],
    where: { eventId: { in: events.map(({ id }) => id) }, claim: { shelf: 'public' }, before: { not: null } },
    _count: { _all: true },
  })
  return new Map(rows.map(({ eventId, _count }) => [eventId, _count._all]))
}

/** @param desk whether what stands on the desk may be led to */
export const changeRows = async (
  reader: Reader,
  events: readonly EventRow[],
  desk: boolean,
): Promise<ChangeRow[]> => {
  const [paths, moves] = await Promise.all([
    pathsOf(reader, events, desk ? ['public', 'desk'] : ['public']),
    movesOf(reader, events),
  ])
  return events.map(
    ({ id, at, kind, actorName, subjectKind, subjectId, summary, version, reason, ...event }) => ({
      id,
      at: at.toISOString(),
      kind,
      actor: actorName,
      subjectKind,
      summary,
      path: paths.get(subjectId) ?? null,
      version,
      reason,
      fields: (JSON.parse(event.changes) as { field: string }[]).map(({ field }) => field),
      moved: moves.get(id) ?? 0,
      shelf: event.shelf,
    }),
  )
}
