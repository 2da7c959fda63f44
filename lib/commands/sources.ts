import { z } from 'zod'
import { sourceKept } from '../db/records'
import { dayBounds } from '../domain/derived'
import { newId } from '../domain/ids'
import { id, prose } from '../domain/input/parts'
import { type SourceRecord, sourceInput } from '../domain/input/source'
import { sortForm } from '../domain/sorting'
import { shelf, sourceStatus } from '../domain/vocabulary'
import { command, stop } from './command'
import { dependentsOf } from './dependents'
import { writeEvent } from './events'
import { requireClaims, requireSpeakers } from './references'
import { settle } from './settle'
import { freeSlug } from './slugs'
import { refuseStale } from './stale'

/** The columns that editors record of a source, as stored. */
export const sourceColumns = (source: SourceRecord) => {
  const published = dayBounds(source.publishedAt)
  return {
    kind: source.kind,
    title: source.title,
    sortTitle: sortForm(source.title),
    authors: JSON.stringify(source.authors),
    publisherId: source.publisher,
    issuerId: source.issuer,
    publishedAt: source.publishedAt,
    publishedFrom: published.from,
    publishedTo: published.to,
    modifiedAt: source.modifiedAt,
    language: source.language,
    url: source.url,
    canonicalUrl: source.canonicalUrl,
    authenticity: source.authenticity,
    authenticityNote: source.authenticityNote,
    status: source.status,
    statusNote: source.statusNote,
    note: source.note,
  }
}

/** Records a publication or document. */
export const recordSource = command(
  z.intersection(
    sourceInput,
    z.object({ shelf: shelf.default('public'), slug: z.string().max(80).optional() }),
  ),
  'record',
  ({ shelf }) => ({ kind: 'source', ...(shelf === 'desk' ? { state: 'draft' } : {}) }),
  async (context, input) => {
    const { tx, at, actor } = context
    await requireSpeakers(tx, [
      { field: 'publisher', id: input.publisher },
      { field: 'issuer', id: input.issuer },
    ])
    const sourceId = input.id ?? newId()
    if (await tx.node.findUnique({ where: { id: sourceId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${sourceId}” is in use already.` })
    const slug = await freeSlug(tx, 'source', input.slug ?? input.title)
    const { snapshots, shelf: onShelf } = input
    await tx.node.create({ data: { id: sourceId, kind: 'source' } })
    await tx.source.create({
      data: {
        ...sourceColumns(input),
        id: sourceId,
        slug,
        shelf: onShelf,
        ownerId: actor.kind === 'user' ? actor.id : null,
        recordedAt: at,
        updatedAt: at,
        snapshots: { create: snapshots.map((snapshot) => ({ id: newId(), ...snapshot })) },
      },
    })
    await writeEvent(context, {
      kind: 'source.recorded',
      subjectKind: 'source',
      subjectId: sourceId,
      version: 1,
      shelf: onShelf,
      summary: input.title,
      after: { ...input, id: sourceId, slug },
    })
    return { id: sourceId, slug, version: 1 }
  },
)

/** Marks a source corrected, retracted, superseded, unavailable or current, and moves all that rested on it. */
export const setSourceStatus = command(
  z.object({
    id,
    version: z.int().min(1),
    status: sourceStatus,
    /** Required: a status of a source is public, and so is why it has it. */
    reason: prose(1000, 'The reason'),
    /** Claims that a correction took back; only with `corrected`. */
    removesClaims: z.array(id).max(10_000).default([]),
  }),
  'edit',
  () => ({ kind: 'source' }),
  async (context, input) => {
    const { tx, at } = context
    const source = await tx.source.findUnique({ where: { id: input.id }, include: { corrections: true } })
    if (!source) return stop({ code: 'not_found', sentence: 'This source is not recorded here.' })
    await refuseStale(input.version, source.version, () => sourceKept(tx, source.id))
    await requireClaims(
      tx,
      input.removesClaims.map((claimId, i) => ({ field: `removesClaims.${i}`, id: claimId })),
    )
    const removes = input.status === 'corrected' ? [...new Set(input.removesClaims)].sort() : []
    await tx.source.update({
      where: { id: source.id },
      data: { status: input.status, statusNote: input.reason, version: { increment: 1 }, updatedAt: at },
    })
    await tx.correctionRemoves.deleteMany({ where: { sourceId: source.id } })
    if (removes.length > 0)
      await tx.correctionRemoves.createMany({
        data: removes.map((claimId) => ({ claimId, sourceId: source.id })),
      })
    const eventId = await writeEvent(context, {
      kind: 'source.status_set',
      subjectKind: 'source',
      subjectId: source.id,
      version: source.version + 1,
      shelf: source.shelf,
      summary: source.title,
      reason: input.reason,
      before: { status: source.status, removesClaims: source.corrections.map((c) => c.claimId).sort() },
      after: { status: input.status, removesClaims: removes },
    })
    const also = [...new Set([...removes, ...source.corrections.map((c) => c.claimId)])]
    const ids = [...new Set([...(await dependentsOf(tx, [source.id])), ...also])]
    const change = { eventId, subjectId: source.id, nodes: [source.id], also }
    return { id: source.id, version: source.version + 1, ...(await settle(context, change, ids)) }
  },
)
