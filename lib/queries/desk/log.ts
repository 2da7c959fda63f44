/** What happened in the whole ledger, newest first. */

import type { Database, Reader } from '../../db/client'
import type { Prisma } from '../../db/generated/sqlite/client'
import { can, type Viewer } from '../../domain/actor'
import { dayBounds } from '../../domain/derived'
import { UNKNOWN_DAY } from '../../domain/edtf'
import { decodeToken, encodeToken } from '../../domain/query/token'
import { changeRows, type EventRow } from '../changes'
import { movedTo } from '../find'
import { ENTITIES, type Entity } from '../standing'
import type { ChangeRow } from '../views'

export interface LogQuery {
  /** The name of somebody, or the id of their account. */
  person?: string
  /** One claim, speaker, source or topic, by its address. */
  entity?: { kind: Entity; slug: string }
  /** What happened (`claim.edited`), or to what (`claim`). */
  kind?: string
  /** Days as EDTF: `2026-11`, `2026-11-24`. */
  from?: string
  to?: string
  cursor?: string
}

export interface LogPage {
  rows: ChangeRow[]
  /** The cursor of what happened before; null at the end. */
  after: string | null
}

const PER = 50
const DAY = 86_400_000

/** What an event may say to this viewer: readers see what stands in public, those who work here the desk too. */
const scopes = (viewer: Viewer): Prisma.EventWhereInput[] => {
  const shown = [{ shelf: 'public' }]
  if (!can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: null })) return shown
  const accounts = can(viewer, 'administer', { kind: 'user' })
  return [
    ...shown,
    { shelf: 'desk' },
    // Accounts are told of on this shelf too, to admins only.
    { shelf: 'closed', ...(accounts ? {} : { subjectKind: { not: 'user' } }) },
  ]
}

const subjectOf = async (reader: Reader, { kind, slug }: { kind: Entity; slug: string }) => {
  const where = { slug }
  const select = { id: true }
  const find = (at: { slug: string }) =>
    kind === 'claim'
      ? reader.claim.findUnique({ where: at, select })
      : kind === 'speaker'
        ? reader.speaker.findUnique({ where: at, select })
        : kind === 'source'
          ? reader.source.findUnique({ where: at, select })
          : reader.topic.findUnique({ where: at, select })
  const found = await find(where)
  if (found) return found.id
  const now = await movedTo(reader, kind, slug)
  return now ? ((await find({ slug: now }))?.id ?? null) : null
}

/** Whoever has or had this name; loaders and the machine's own commands have names only. */
const personWhere = async (reader: Reader, person: string): Promise<Prisma.EventWhereInput> => {
  const users = await reader.user.findMany({
    where: { OR: [{ id: person }, { name: person }] },
    select: { id: true },
  })
  return users.length > 0 ? { actorId: { in: users.map(({ id }) => id) } } : { actorName: person }
}

const days = (edtf: string | undefined) => {
  const { from, to } = dayBounds(edtf)
  const days = { from: new Date(from * DAY), end: new Date((to + 1) * DAY) }
  const known = from !== UNKNOWN_DAY && !Number.isNaN(+days.from) && !Number.isNaN(+days.end)
  return known ? days : null
}

/** The conditions of a query; null where it asks for something that is not recorded. */
const conditions = async (reader: Reader, query: LogQuery): Promise<Prisma.EventWhereInput[] | null> => {
  const all: Prisma.EventWhereInput[] = []
  if (query.person) all.push(await personWhere(reader, query.person))
  if (query.entity) {
    const subjectId = await subjectOf(reader, query.entity)
    if (!subjectId) return null
    all.push({ subjectKind: query.entity.kind, subjectId })
  }
  if (query.kind) all.push(query.kind.includes('.') ? { kind: query.kind } : { subjectKind: query.kind })
  const from = days(query.from)
  const to = days(query.to)
  if (from) all.push({ at: { gte: from.from } })
  if (to) all.push({ at: { lt: to.end } })
  return all
}

const scopeOf = ({ cursor: _cursor, ...query }: LogQuery): string => JSON.stringify(['log', query])

/** What happened before the event that a cursor stands for. */
const further = (query: LogQuery): Prisma.EventWhereInput[] => {
  const key = query.cursor ? decodeToken(scopeOf(query), query.cursor) : null
  const [moment, id] = key ?? []
  const at = typeof moment === 'string' ? new Date(moment) : null
  return at && id && !Number.isNaN(at.getTime()) ? [{ OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }] : []
}

const newestFirst = (a: EventRow, b: EventRow): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)

/** A page of what happened: to readers in public, to those who work here everywhere but in the teaching ledger. */
export const getChangeLog = async (db: Database, viewer: Viewer, query: LogQuery): Promise<LogPage> => {
  const { reader } = db
  const asked = await conditions(reader, query)
  if (!asked) return { rows: [], after: null }
  // Each shelf is read along its own index, one row more than is shown.
  const found = await Promise.all(
    scopes(viewer).map((scope) =>
      reader.event.findMany({
        where: { AND: [scope, ...asked, ...further(query)] },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: PER + 1,
      }),
    ),
  )
  const events = found.flat().sort(newestFirst)
  const shown = events.slice(0, PER)
  const last = shown.at(-1)
  return {
    rows: await changeRows(reader, shown, scopes(viewer).length > 1),
    after: last && events.length > PER ? encodeToken(scopeOf(query), [last.at.toISOString(), last.id]) : null,
  }
}

/** Reads what an address asks of the log; what means nothing is left out. */
export const logQueryOf = (params: Record<string, string | string[] | undefined>): LogQuery => {
  const text = (name: string): string | undefined => {
    const value = [params[name]].flat().at(-1)?.trim()
    return value && value.length <= 200 && value.isWellFormed() && !value.includes('\u0000')
      ? value
      : undefined
  }
  const [kind, slug] = text('entity')?.split('/') ?? []
  const known = ENTITIES.find((entity) => entity === kind)
  const day = (name: string) => (days(text(name)) ? text(name) : undefined)
  const query: LogQuery = {
    person: text('person'),
    entity: known && slug ? { kind: known, slug } : undefined,
    kind: text('kind'),
    from: day('from'),
    to: day('to'),
    cursor: text('cursor'),
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
}
