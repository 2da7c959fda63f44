import type { Reader } from '../../db/client'
import type { HistoryEntry } from '../views'
import { fieldText, namesIn, type Saying, type StoredChange, UNNAMED } from './change-text'
import { NOBODY, type Unnamed, unnamedThen } from './unnamed-then'

interface EventFields {
  at: Date
  kind: string
  actorName: string
  reason: string | null
  version: number
  changes: string
}

const entry = (event: EventFields): HistoryEntry => ({
  at: event.at.toISOString(),
  kind: event.kind,
  actor: event.actorName,
  reason: event.reason,
  version: event.version,
  changes: [],
  status: null,
})

/** The newest entries shown on a page; the rest stays in the record. */
const SHOWN = 100

/** The changes of events in words, as this viewer may read them. */
const inWords = async (
  reader: Reader,
  desk: boolean,
  unnamed: Unnamed,
  events: readonly EventFields[],
): Promise<(event: EventFields) => HistoryEntry> => {
  const changes = new Map(events.map((event) => [event, JSON.parse(event.changes) as StoredChange[]]))
  const names = await namesIn(reader, [...changes.values()].flat(), desk)
  const saying: Saying = { names, ...unnamed }
  return (event) => ({
    ...entry(event),
    changes: (changes.get(event) ?? []).map(({ field, before, after }) => ({
      field,
      before: fieldText(field, before, saying),
      after: fieldText(field, after, saying),
    })),
  })
}

/**
 * What happened to a speaker or a source, newest first.
 * @param desk whether the viewer may see what happened before readers did
 */
export const historyOf = async (
  reader: Reader,
  subjectKind: 'speaker' | 'source',
  subjectId: string,
  desk: boolean,
): Promise<HistoryEntry[]> => {
  const events = await reader.event.findMany({
    where: { subjectKind, subjectId, ...(desk ? {} : { shelf: { not: 'desk' } }) },
    orderBy: { version: 'desc' },
    take: SHOWN,
  })
  return events.map(await inWords(reader, desk, NOBODY, events))
}

/** Whether an event is about somebody who must not be named: a link's title names both of its ends. */
const tells = (event: { subjectId: string; record: string }, hidden: ReadonlySet<string>): boolean => {
  const { from, to } = JSON.parse(event.record) as Record<string, unknown>
  return [event.subjectId, from, to].some((id) => typeof id === 'string' && hidden.has(id))
}

/** Whose history it is, and for whom. */
export interface HistoryOf {
  id: string
  shelf: string
  publishedAt: Date | null
  /** The ids of those whom the claim's page may not name. */
  hidden: ReadonlySet<string>
  /** Whether the viewer may see what happened on the desk, and whom the ledger keeps from readers. */
  desk: boolean
}

/**
 * What happened to a claim, newest first: its own changes, and each move of its status with what caused it. Readers
 * see what happened since it was published.
 * @param before only what came before this version
 */
export const historyOfClaim = async (
  reader: Reader,
  of: HistoryOf,
  { take = SHOWN, before }: { take?: number; before?: number } = {},
): Promise<HistoryEntry[]> => {
  const { id, shelf, publishedAt, desk } = of
  const [events, moves, unnamed] = await Promise.all([
    reader.event.findMany({
      where: {
        subjectKind: 'claim',
        subjectId: id,
        ...(desk ? {} : { shelf }),
        ...(before === undefined ? {} : { version: { lt: before } }),
      },
      orderBy: { version: 'desc' },
      take,
    }),
    reader.statusChange.findMany({
      where: {
        claimId: id,
        ...(desk
          ? {}
          : {
              event: { shelf: { in: ['public', shelf] } },
              ...(publishedAt ? { at: { gte: publishedAt } } : {}),
            }),
      },
      include: { event: true },
      orderBy: { at: 'desc' },
      take: SHOWN,
    }),
    desk ? NOBODY : unnamedThen(reader, of),
  ])
  const entryOf = await inWords(reader, desk, unnamed, events)
  const byEvent = new Map(moves.map((move) => [move.eventId, move]))
  const own = events.map((event) => {
    const move = byEvent.get(event.id)
    byEvent.delete(event.id)
    return {
      ...entryOf(event),
      status: move ? { before: move.before, after: move.after, cause: null } : null,
    }
  })
  const oldest = events.length === take ? events.at(-1)?.at : undefined
  const caused = [...byEvent.values()]
    .filter(
      ({ at, event }) =>
        !(event.subjectKind === 'claim' && event.subjectId === id) && (!oldest || at >= oldest),
    )
    .map(({ at, before, after, event }) => {
      const silent = !desk && tells(event, unnamed.hidden)
      return {
        at: at.toISOString(),
        kind: event.kind,
        actor: event.actorName,
        reason: silent ? null : event.reason,
        version: null,
        changes: [],
        status: { before, after, cause: silent ? UNNAMED : event.summary },
      }
    })
  return [...own, ...caused].sort((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : (b.version ?? 0) - (a.version ?? 0),
  )
}
