import { z } from 'zod'
import { dayBounds } from '../domain/derived'
import { newId } from '../domain/ids'
import { id, prose } from '../domain/input/parts'
import { sourceInput } from '../domain/input/source'
import { sortForm } from '../domain/sorting'
import { shelf, sourceStatus } from '../domain/vocabulary'
import { command, stop } from './command'
import { dependentsOf } from './dependents'
import { writeEvent } from './events'
import { rederive } from './rederive'
import { requireClaims, requireSpeakers } from './references'
import { freeSlug } from './slugs'

/** Records a publication or document. */
export const recordSource = command(
  z.intersection(
    sourceInput,
    z.object({ shelf: shelf.default('public'), slug: z.string().max(80).optional() }),
  ),
  'record',
  ({ shelf }) => ({ kind: 'source', ...(shelf === 'desk' ? { state: 'draft' } : {}) }),
  async (context, input) => {
    const { tx, at } = context
    await requireSpeakers(tx, [
      { field: 'publisher', id: input.publisher },
      { field: 'issuer', id: input.issuer },
    ])
    const sourceId = input.id ?? newId()
    if (await tx.node.findUnique({ where: { id: sourceId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${sourceId}” is in use already.` })
    const slug = await freeSlug(tx, 'source', input.slug ?? input.title)
    const published = dayBounds(input.publishedAt)
    const { publisher, issuer, snapshots, authors, shelf: onShelf, id: _id, slug: _slug, ...columns } = input
    await tx.node.create({ data: { id: sourceId, kind: 'source' } })
    await tx.source.create({
      data: {
        ...columns,
        id: sourceId,
        slug,
        sortTitle: sortForm(input.title),
        authors: JSON.stringify(authors),
        publisherId: publisher,
        issuerId: issuer,
        publishedFrom: published.from,
        publishedTo: published.to,
        shelf: onShelf,
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
    if (source.version !== input.version)
      return stop({
        code: 'conflict',
        sentence:
          'Somebody changed this source after you opened it. Look at their change, then decide again.',
        details: { current: source.version },
      })
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
    const claims = new Set([...(await dependentsOf(tx, [source.id])), ...removes])
    const moved = await rederive(tx, [...claims], { id: eventId, at })
    return { id: source.id, version: source.version + 1, moved }
  },
)
