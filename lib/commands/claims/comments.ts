/** What editors say to one another about a claim. Readers never see it. */
import { z } from 'zod'
import type { ClaimKept } from '../../db/claim-record'
import type { Database } from '../../db/client'
import { type Actor, can } from '../../domain/actor'
import { newId } from '../../domain/ids'
import { id, prose } from '../../domain/input/parts'
import { mentionedIn } from '../../domain/mentions'
import { ok, type Result, refuse } from '../../domain/result'
import { userRole } from '../../domain/vocabulary'
import { type Context, commandOn, stop } from '../command'
import { writeEvent } from '../events'
import { loadClaim } from './subject'

/** Whether somebody works on the claim: any editor, and whoever recorded it. */
const worksOn = (actor: Actor, { ownerId }: { ownerId: string | null }): boolean =>
  actor.kind === 'user' && can(actor, 'edit', { kind: 'claim', state: 'draft', ownerId })

/** Whom a text mentions, of those who can read what it is about; never its author. */
const mentionedBy = async (
  { tx, actor }: Context,
  claim: Pick<ClaimKept, 'ownerId'>,
  text: string,
): Promise<string[]> => {
  if (!text.includes('@')) return []
  const users = await tx.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, email: true, role: true },
  })
  const own = actor.kind === 'user' ? actor.id : null
  const readers = users.filter(({ id, name, role }) => {
    const known = userRole.safeParse(role)
    return id !== own && known.success && worksOn({ kind: 'user', id, name, role: known.data }, claim)
  })
  return mentionedIn(text, readers)
}

/**
 * Writes a comment and whom it mentions, without an event of its own.
 * @param also people who are to see it whether they are named in it or not
 */
export const writeComment = async (
  context: Context,
  claim: Pick<ClaimKept, 'id' | 'ownerId'>,
  text: string,
  also: readonly string[] = [],
): Promise<{ id: string; mentioned: string[] }> => {
  const { tx, at, actor } = context
  if (actor.kind !== 'user') return stop({ code: 'forbidden', sentence: 'Sign in to write a comment.' })
  const commentId = newId()
  const named = await mentionedBy(context, claim, text)
  const mentioned = [...new Set([...named, ...also])].filter((userId) => userId !== actor.id)
  await tx.comment.create({
    data: {
      id: commentId,
      claimId: claim.id,
      authorId: actor.id,
      text,
      at,
      mentions: { create: mentioned.map((userId) => ({ userId })) },
    },
  })
  return { id: commentId, mentioned }
}

/** Says something about a claim to those who work on it; `@name` puts it on somebody's desk. */
export const commentOnClaim = commandOn(
  z.object({ claim: id, text: prose(4000, 'The comment') }),
  (context, { claim }) => loadClaim(context, { id: claim }),
  worksOn,
  async (context, { text }, claim) => {
    const comment = await writeComment(context, claim, text)
    await writeEvent(context, {
      kind: 'comment.written',
      subjectKind: 'comment',
      subjectId: comment.id,
      version: 1,
      shelf: 'desk',
      summary: claim.record.statement,
      after: { claim: claim.id, text, mentioned: comment.mentioned },
    })
    return comment
  },
)

/** Marks a comment as dealt with. */
export const resolveComment = commandOn(
  z.object({ id }),
  async ({ tx }, input) =>
    (await tx.comment.findUnique({
      where: { id: input.id },
      include: { claim: { select: { ownerId: true, statement: true } } },
    })) ?? stop({ code: 'not_found', sentence: 'This comment is not there any more.' }),
  (actor, comment) => worksOn(actor, comment.claim),
  async (context, _input, comment) => {
    const { tx, at, actor } = context
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, resolvedAt: null },
      data: { resolvedAt: at, resolvedBy: actor.kind === 'public' ? null : actor.name },
    })
    if (count === 1)
      await writeEvent(context, {
        kind: 'comment.resolved',
        subjectKind: 'comment',
        subjectId: comment.id,
        version: 2,
        shelf: 'desk',
        summary: comment.claim.statement,
        before: { resolved: false },
        after: { resolved: true },
      })
    return { id: comment.id }
  },
)

/** Takes mentions of oneself off one's desk. They are nobody else's business: no event tells of it. */
export const seeMentions = async (
  db: Database,
  actor: Actor,
  comments: readonly string[],
  at = new Date(),
): Promise<Result<{ seen: number }>> => {
  if (actor.kind !== 'user') return refuse('forbidden', 'Sign in first.')
  const { count } = await db.write((tx) =>
    tx.mention.updateMany({
      where: { userId: actor.id, seenAt: null, commentId: { in: [...comments] } },
      data: { seenAt: at },
    }),
  )
  return ok({ seen: count })
}
