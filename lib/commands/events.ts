import { newId } from '../domain/ids'
import type { Context } from './command'
import { queueDeliveries } from './webhooks/outbox'

export interface EventInput {
  kind: string
  subjectKind:
    | 'claim'
    | 'speaker'
    | 'source'
    | 'link'
    | 'topic'
    | 'group'
    | 'user'
    | 'review'
    | 'scale'
    | 'comment'
    | 'report'
    | 'import'
    | 'webhook'
    | 'ledger'
  subjectId: string
  version: number
  shelf: string
  /** The subject's title at the time: a statement, a name. */
  summary: string
  reason?: string | null
  before?: Record<string, unknown> | null
  after: Record<string, unknown>
}

/** One field of a subject before and after; null before the first record. */
export interface Change {
  field: string
  before: unknown
  after: unknown
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Which fields differ between two records of one subject. */
export const changesBetween = (
  before: Record<string, unknown> | null | undefined,
  after: Record<string, unknown>,
): Change[] =>
  before
    ? [...new Set([...Object.keys(before), ...Object.keys(after)])]
        .filter((field) => !same(before[field], after[field]))
        .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    : []

/** The row of an event; the bulk loader writes the same rows many at a time. */
export const eventRow = (context: Pick<Context, 'actor' | 'at'>, event: EventInput) => ({
  id: newId(),
  at: context.at,
  kind: event.kind,
  actorId: context.actor.kind === 'user' ? context.actor.id : null,
  actorName: context.actor.kind === 'public' ? 'a reader' : context.actor.name,
  subjectKind: event.subjectKind,
  subjectId: event.subjectId,
  version: event.version,
  shelf: event.shelf,
  summary: event.summary,
  reason: event.reason ?? null,
  changes: JSON.stringify(changesBetween(event.before, event.after)),
  record: JSON.stringify(event.after),
})

/** Writes the one event of a command, in its transaction, and whom to tell of it. @returns the event's id */
export const writeEvent = async (context: Context, event: EventInput): Promise<string> => {
  const row = eventRow(context, event)
  await context.tx.event.create({ data: row })
  await queueDeliveries(context, row)
  return row.id
}
