import { z } from 'zod'
import { newId } from '../domain/ids'
import { id, prose } from '../domain/input/parts'
import { identityKind } from '../domain/vocabulary'
import { type Context, command, stop } from './command'
import { writeEvent } from './events'
import { speakerHere } from './speaker-edit'

/** The two speakers of an identity link; stops where one of them is unnamed. */
const namedPair = async (context: Context, from: string, to: string) => {
  const pair = [await speakerHere(context, from), await speakerHere(context, to)] as const
  if (from === to)
    stop({ code: 'invalid', field: 'to', sentence: 'This is one speaker; choose two that may be the same.' })
  const unnamed = pair.findIndex(({ record }) => record.kind === 'anonymous')
  if (unnamed >= 0)
    stop({
      code: 'invalid',
      field: unnamed === 0 ? 'from' : 'to',
      sentence:
        'An unnamed speaker is never linked to anybody. What was published about who it may be stands in the note on identity.',
    })
  if (pair[0].shelf !== pair[1].shelf)
    stop({
      code: 'invalid',
      field: 'to',
      sentence: 'They do not stand on the same shelf: what readers see would name one that they may not.',
    })
  return pair
}

const actorName = ({ actor }: Context) => (actor.kind === 'public' ? 'a reader' : actor.name)

/**
 * Says that two named speakers are the same, are different, or that it is not known. It replaces what was said of the
 * two before, which stays in the record. No status depends on it: merging speakers is another thing.
 */
export const recordIdentity = command(
  z.object({ from: id, to: id, kind: identityKind, reason: prose(1000, 'The reason') }),
  'edit',
  () => ({ kind: 'speaker' }),
  async (context, input) => {
    const { tx, at } = context
    const [from, to] = await namedPair(context, input.from, input.to)
    const ends = [
      { fromId: from.id, toId: to.id },
      { fromId: to.id, toId: from.id },
    ]
    const standing = await tx.identityLink.findFirst({ where: { undoneAt: null, OR: ends } })
    const by = actorName(context)
    if (standing)
      await tx.identityLink.update({
        where: { id: standing.id },
        data: { undoneAt: at, undoneBy: by, undoneWhy: input.reason },
      })
    const linkId = newId()
    await tx.identityLink.create({
      data: { id: linkId, fromId: from.id, toId: to.id, kind: input.kind, reason: input.reason, by, at },
    })
    const version = from.version + 1
    await tx.speaker.update({ where: { id: from.id }, data: { version, updatedAt: at } })
    const said = (kind: string | null) => ({ identityWith: kind && `${to.record.name}: ${kind}` })
    await writeEvent(context, {
      kind: 'speaker.identity_recorded',
      subjectKind: 'speaker',
      subjectId: from.id,
      version,
      shelf: from.shelf,
      summary: from.record.name,
      reason: input.reason,
      before: said(standing?.kind ?? null),
      after: said(input.kind),
    })
    return { id: linkId, slug: from.slug, version }
  },
)

/** Takes back what was said of two speakers. */
export const undoIdentity = command(
  z.object({ id, reason: prose(1000, 'The reason') }),
  'edit',
  () => ({ kind: 'speaker' }),
  async (context, input) => {
    const { tx, at } = context
    const link = await tx.identityLink.findUnique({ where: { id: input.id }, include: { to: true } })
    if (!link) return stop({ code: 'not_found', sentence: 'This is not recorded here.' })
    if (link.undoneAt) return stop({ code: 'blocked', sentence: 'This was taken back already.' })
    const from = await speakerHere(context, link.fromId)
    await tx.identityLink.update({
      where: { id: link.id },
      data: { undoneAt: at, undoneBy: actorName(context), undoneWhy: input.reason },
    })
    const version = from.version + 1
    await tx.speaker.update({ where: { id: from.id }, data: { version, updatedAt: at } })
    await writeEvent(context, {
      kind: 'speaker.identity_undone',
      subjectKind: 'speaker',
      subjectId: from.id,
      version,
      shelf: from.shelf,
      summary: from.record.name,
      reason: input.reason,
      before: { identityWith: `${link.to.name}: ${link.kind}` },
      after: { identityWith: null },
    })
    return { id: link.id, slug: from.slug, version }
  },
)
