import { z } from 'zod'
import type { Tx } from '../db/client'
import { newId } from '../domain/ids'
import { type LinkRecord, linkInput } from '../domain/input/claim'
import { shelf } from '../domain/vocabulary'
import { type Context, command, stop } from './command'
import { dependentsOf } from './dependents'
import { writeEvent } from './events'
import { type Reference, requireNodes, requireSpeakers } from './references'
import { settle, settleBackground } from './settle'

const references = (link: Omit<LinkRecord, 'id'>, path: string): Reference[] => [
  { field: `${path}from`, id: link.from },
  { field: `${path}to`, id: link.to },
]

/** Checks the ends of links; stops at an unknown end, and at a link that would say who an unnamed speaker is. */
export const requireLinkEnds = async (
  tx: Tx,
  links: readonly Omit<LinkRecord, 'id'>[],
  path = '',
): Promise<void> => {
  if (links.length === 0) return
  const at = (i: number) => (path ? `${path}.${i}.` : '')
  await requireNodes(
    tx,
    links.flatMap((link, i) => references(link, at(i))),
  )
  await requireSpeakers(
    tx,
    links.map((link, i) => ({ field: `${at(i)}capacityOrg`, id: link.capacityOrg })),
  )
  const ends = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
  const speakers = await tx.speaker.findMany({
    where: { id: { in: ends } },
    select: { id: true, kind: true },
  })
  const kinds = new Map(speakers.map((s) => [s.id, s.kind]))
  const telling = links.findIndex((l) => kinds.get(l.from) === 'anonymous' && kinds.get(l.to) === 'person')
  if (telling >= 0)
    stop({
      code: 'invalid',
      field: `${at(telling)}to`,
      sentence: 'An unnamed speaker is never linked to a person: it could say who it is.',
    })
}

/** The columns that editors record of a link, as stored. */
export const linkColumns = (link: Omit<LinkRecord, 'id'>) => ({
  fromId: link.from,
  toId: link.to,
  mode: link.mode,
  basis: link.basis,
  capacity: link.capacity,
  capacityOrgId: link.capacityOrg,
  wording: link.wording,
})

/** The title of a link, and the shelf on which it may be told of: the less public one of its two ends. */
export const linkTitle = async (
  tx: Tx,
  ends: { from: string; to: string },
): Promise<{ summary: string; shelf: string }> => {
  const where = { id: { in: [ends.from, ends.to] } }
  const sources = await tx.source.findMany({ where, select: { id: true, title: true, shelf: true } })
  const speakers = await tx.speaker.findMany({ where, select: { id: true, name: true, shelf: true } })
  const names = new Map([
    ...sources.map(({ id, title }) => [id, title] as const),
    ...speakers.map(({ id, name }) => [id, name] as const),
  ])
  const shelves = [...sources, ...speakers].map(({ shelf }) => shelf)
  return {
    summary: `${names.get(ends.from)} → ${names.get(ends.to)}`,
    shelf: ['closed', 'desk', 'teaching'].find((shelf) => shelves.includes(shelf)) ?? 'public',
  }
}

const requireFreeId = async (tx: Tx, id: string, field: string): Promise<void> => {
  if (await tx.link.findUnique({ where: { id } }))
    stop({ code: 'duplicate', field, sentence: `The id “${id}” is in use already.` })
}

/** Joins a claim to the links that carried it, reusing a link that says the same for other claims. */
export const joinLinks = async (
  { tx, at }: Context,
  claimId: string,
  links: readonly LinkRecord[],
): Promise<void> => {
  for (const [i, link] of links.entries()) {
    const same = await tx.link.findFirst({
      where: { ...linkColumns(link), scope: 'claims', withdrawnAt: null },
    })
    const linkId = same?.id ?? link.id ?? newId()
    if (!same && link.id) await requireFreeId(tx, link.id, `links.${i}.id`)
    if (!same)
      await tx.link.create({ data: { id: linkId, ...linkColumns(link), scope: 'claims', recordedAt: at } })
    const key = { claimId, linkId }
    await tx.linkClaim.upsert({ where: { claimId_linkId: key }, create: key, update: {} })
  }
}

/** Records where a source or speaker got everything that it says; every claim that rests on it is derived anew. */
export const recordLink = command(
  linkInput.and(z.object({ shelf: shelf.default('public') })),
  'record',
  () => ({ kind: 'link' }),
  async (context, input) => {
    const { tx, at } = context
    await requireLinkEnds(tx, [input])
    const linkId = input.id ?? newId()
    await requireFreeId(tx, linkId, 'id')
    await tx.link.create({ data: { id: linkId, ...linkColumns(input), scope: 'source', recordedAt: at } })
    const { summary, shelf } = await linkTitle(tx, input)
    const eventId = await writeEvent(context, {
      kind: 'link.recorded',
      subjectKind: 'link',
      subjectId: linkId,
      version: 1,
      shelf: shelf === 'public' ? input.shelf : shelf,
      summary,
      after: { ...input, id: linkId },
    })
    const ids = await dependentsOf(tx, [input.from])
    const background = await settleBackground(context, eventId, ids, 'to')
    const settled = await settle(context, { eventId, subjectId: linkId, nodes: [input.from] }, ids)
    return { id: linkId, version: 1, ...settled, moved: [...background, ...settled.moved] }
  },
)
