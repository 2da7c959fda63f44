import type { Reader } from '../../db/client'
import type { HistoryEntry } from '../views'

/** Fields whose values are ids or lists of rows: the history says that they changed, and the page shows to what. */
const asText = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return null
}

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
  changes: (JSON.parse(event.changes) as { field: string; before: unknown; after: unknown }[]).map(
    ({ field, before, after }) => ({ field, before: asText(before), after: asText(after) }),
  ),
  status: null,
})

/** The newest entries shown on a page; the rest stays in the record. */
const SHOWN = 100

/** What happened to a speaker, source or topic, newest first. */
export const historyOf = async (
  reader: Reader,
  subjectKind: string,
  subjectId: string,
): Promise<HistoryEntry[]> => {
  const events = await reader.event.findMany({
    where: { subjectKind, subjectId },
    orderBy: { version: 'desc' },
    take: SHOWN,
  })
  return events.map(entry)
}

/** What the rules call a name that must not be said (rules.md §2.2). */
const UNNAMED = 'an unnamed source'

/** Whether an event is about somebody who must not be named: a link's title names both of its ends. */
const tells = (event: { subjectId: string; record: string }, hidden: ReadonlySet<string>): boolean => {
  const { from, to } = JSON.parse(event.record) as Record<string, unknown>
  return [event.subjectId, from, to].some((id) => typeof id === 'string' && hidden.has(id))
}

/**
 * What happened to a claim, newest first: its own changes, and each move of its status with what caused it.
 * @param hidden the ids of those whom the claim's page may not name
 */
export const historyOfClaim = async (
  reader: Reader,
  claimId: string,
  hidden: ReadonlySet<string>,
): Promise<HistoryEntry[]> => {
  const [events, moves] = await Promise.all([
    reader.event.findMany({
      where: { subjectKind: 'claim', subjectId: claimId },
      orderBy: { version: 'desc' },
      take: SHOWN,
    }),
    reader.statusChange.findMany({
      where: { claimId },
      include: { event: true },
      orderBy: { at: 'desc' },
      take: SHOWN,
    }),
  ])
  const byEvent = new Map(moves.map((move) => [move.eventId, move]))
  const own = events.map((event) => {
    const move = byEvent.get(event.id)
    byEvent.delete(event.id)
    return { ...entry(event), status: move ? { before: move.before, after: move.after, cause: null } : null }
  })
  const caused = [...byEvent.values()].map(({ at, before, after, event }) => {
    const silent = tells(event, hidden)
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
