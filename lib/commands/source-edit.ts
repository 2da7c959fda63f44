import { z } from 'zod'
import { type SourceKept, sourceKept } from '../db/records'
import { type Actor, can, recordSubject } from '../domain/actor'
import { newId } from '../domain/ids'
import { type SourceRecord, sourceInput } from '../domain/input/source'
import { type Context, commandOn, stop } from './command'
import { dependentsOf } from './dependents'
import { recordThen, restoring } from './earlier'
import { changesBetween, writeEvent } from './events'
import { inTurn, placing, publishing } from './placing'
import { requireSpeakers } from './references'
import { settle, settleBackground } from './settle'
import { sourceColumns } from './sources'
import { changing, refuseStale, requireReason } from './stale'

/** The source that a command is about; stops where there is none. */
export const sourceHere = async ({ tx }: Context, id: string): Promise<SourceKept> =>
  (await sourceKept(tx, id)) ?? stop({ code: 'not_found', sentence: 'This source is not recorded here.' })

/** Fields that the derivation of no claim looks at. */
const APART = new Set([
  'authors',
  'modifiedAt',
  'language',
  'url',
  'canonicalUrl',
  'authenticityNote',
  'note',
  'snapshots',
])

const isSame = (a: SourceRecord['snapshots'][number]) => (b: SourceRecord['snapshots'][number]) =>
  a.uri === b.uri && a.sha256 === b.sha256 && a.capturedAt.getTime() === b.capturedAt.getTime()

/** The record after an edit: the status has a command of its own, and a snapshot once taken is kept. */
const recordAfter = (before: SourceKept['record'], input: SourceRecord): SourceKept['record'] => ({
  kind: input.kind,
  title: input.title,
  publisher: input.publisher,
  authors: input.authors,
  publishedAt: input.publishedAt,
  modifiedAt: input.modifiedAt,
  language: input.language,
  url: input.url,
  canonicalUrl: input.canonicalUrl,
  issuer: input.issuer,
  authenticity: input.authenticity,
  authenticityNote: input.authenticityNote,
  status: before.status,
  statusNote: before.statusNote,
  note: input.note,
  snapshots: [
    ...before.snapshots,
    ...input.snapshots.filter((snapshot) => !before.snapshots.some(isSame(snapshot))),
  ],
})

const mayEdit = (actor: Actor, before: SourceKept): boolean =>
  can(actor, 'edit', recordSubject('source', before))

/** Makes the record what the input says, with one event; every claim that it may touch is derived anew. */
const changeSource = async (
  context: Context,
  before: SourceKept,
  input: SourceRecord & { version: number; reason: string | null },
  kind: 'source.edited' | 'source.restored',
) => {
  const { tx, at } = context
  await refuseStale(input.version, before.version, async () => before)
  requireReason(before.shelf, input.reason)
  await requireSpeakers(tx, [
    { field: 'publisher', id: input.publisher },
    { field: 'issuer', id: input.issuer },
  ])
  const { id } = before
  const record = recordAfter(before.record, input)
  const changes = changesBetween({ ...before.record }, { ...record })
  const same = { id, slug: before.slug, version: before.version, moved: [], job: null }
  if (changes.length === 0) return same
  const version = before.version + 1
  await tx.source.update({
    where: { id },
    data: {
      ...sourceColumns(record),
      version,
      updatedAt: at,
      snapshots: {
        create: record.snapshots
          .slice(before.record.snapshots.length)
          .map((snapshot) => ({ id: newId(), ...snapshot })),
      },
    },
  })
  const eventId = await writeEvent(context, {
    kind,
    subjectKind: 'source',
    subjectId: id,
    version,
    shelf: before.shelf,
    summary: record.title,
    reason: input.reason,
    before: { ...before.record },
    after: { ...record },
  })
  if (changes.every(({ field }) => APART.has(field))) return { ...same, version }
  const ids = await dependentsOf(tx, [id])
  if (record.issuer !== before.record.issuer || record.publisher !== before.record.publisher)
    await settleBackground(context, eventId, ids, 'issuer')
  return { ...same, version, ...(await settle(context, { eventId, subjectId: id, nodes: [id] }, ids)) }
}

/** Changes what is recorded of a source, its status apart; every claim that it may touch is derived anew. */
export const editSource = commandOn(
  z.intersection(sourceInput, z.object(changing)),
  inTurn(sourceHere),
  mayEdit,
  (context, input, before) => changeSource(context, before, input, 'source.edited'),
)

/** Makes a source what it was in an earlier version, as a new change; its status has a command of its own. */
export const restoreSource = commandOn(
  restoring,
  inTurn(sourceHere),
  mayEdit,
  async (context, input, before) => {
    const { id, version, reason, to } = input
    // A stale page is told so before anything of the past is read.
    await refuseStale(version, before.version, async () => before)
    const then = await recordThen(context, { kind: 'source', id, to }, sourceInput, before.record)
    return changeSource(context, before, { ...then, version, reason }, 'source.restored')
  },
)

const placed = {
  kind: 'source',
  here: sourceHere,
  title: ({ record }: SourceKept) => record.title,
  put: ({ tx }: Context, id: string, data: object) => tx.source.update({ where: { id }, data }),
} as const

/** Takes a source that nothing rests on away from readers; its address answers that it was here. */
export const withdrawSource = placing(placed, true)
/** Puts a withdrawn source back before readers. */
export const reinstateSource = placing(placed, false)
/** Puts a proposed source before readers, with what it leads to. */
export const publishSource = publishing(placed)
