/** Merging two records of one speaker, and undoing it. */
import { z } from 'zod'
import type { Database, Tx } from '../../db/client'
import { type MovesView, viewOfMoves } from '../../db/graph/moves'
import type { SpeakerKept } from '../../db/records'
import { takeTurn } from '../../db/turns'
import { type Actor, can } from '../../domain/actor'
import { newId } from '../../domain/ids'
import { id, prose } from '../../domain/input/parts'
import { ok, type Result, refuse } from '../../domain/result'
import { sortForm } from '../../domain/sorting'
import { type Context, command, inTransaction, stop } from '../command'
import { dependentsOf } from '../dependents'
import { writeEvent } from '../events'
import { type CountedBefore, rederive, type StatusMove } from '../rederive'
import { settleBackground } from '../settle'
import { speakerHere } from '../speaker-edit'
import { refuseStale } from '../stale'
import { type Left, type Moved, moveRows, restoreRows } from './rows'

/** Stops where two speakers cannot be one. */
const refuseUnlike = async (tx: Tx, from: SpeakerKept, into: SpeakerKept): Promise<void> => {
  const refused = (sentence: string) => stop({ code: 'invalid', field: 'into', sentence })
  if (from.id === into.id) refused('This is one speaker; choose another to merge it into.')
  const [a, b] = [from.record, into.record]
  if (a.kind !== b.kind)
    refused(
      a.kind === 'anonymous' || b.kind === 'anonymous'
        ? 'An unnamed speaker is never merged with a named one: it would say who it is.'
        : 'A person and an organization are not one speaker; correct the kind of one of them first.',
    )
  if (a.kind === 'anonymous' && a.vouchedBy !== b.vouchedBy)
    refused(
      'Two unnamed groups are one only where the same outlet vouches for both: nobody else knows who they are.',
    )
  if (a.group && b.group && a.group !== b.group)
    refused('They belong to different independence groups; settle to which one it belongs first.')
  if (from.shelf !== into.shelf)
    refused('They do not stand on the same shelf; merge speakers of one ledger only.')
  const different = await tx.identityLink.findFirst({
    where: {
      kind: 'different',
      undoneAt: null,
      OR: [
        { fromId: from.id, toId: into.id },
        { fromId: into.id, toId: from.id },
      ],
    },
  })
  if (different)
    stop({
      code: 'blocked',
      field: 'into',
      sentence: `They are recorded as different: ${different.reason} Take that back first, if it is wrong.`,
    })
  await refuseStakes(tx, from.id, into.id)
}

/** Stops where the two have stakes of different kinds in one claim. */
const refuseStakes = async (tx: Tx, from: string, into: string): Promise<void> => {
  const rows = await tx.stake.findMany({ where: { partyId: { in: [from, into] } }, include: { claim: true } })
  const seen = new Map<string, string>()
  for (const { claimId, stake, claim } of rows) {
    const other = seen.get(claimId)
    if (other !== undefined && other !== stake)
      stop({
        code: 'blocked',
        field: 'into',
        sentence: `Each of them has another stake in the claim “${claim.statement.slice(0, 120)}”; settle which one is right first.`,
      })
    seen.set(claimId, stake)
  }
}

/** What the claims of these makers count for now. */
const countedOf = async (tx: Tx, makers: readonly string[]): Promise<CountedBefore> => {
  const claims = await tx.claim.findMany({
    where: { speakerId: { in: [...makers] } },
    select: {
      id: true,
      shelf: true,
      speakerId: true,
      speechAct: true,
      basis: true,
      saidFrom: true,
      saidTo: true,
    },
  })
  return new Map(claims.map((claim) => [claim.id, claim]))
}

/** Claims are sorted by the name of their maker. */
const sortClaims = async (tx: Tx, speaker: SpeakerKept): Promise<void> => {
  const speakerSort = sortForm(speaker.record.name)
  await tx.claim.updateMany({
    where: { speakerId: speaker.id, speakerSort: { not: speakerSort } },
    data: { speakerSort },
  })
}

/** Runs a change of rows between the two, and derives every claim that depended on either before or does after it. */
const rederiveAround = async (
  context: Context,
  pair: readonly string[],
  change: () => Promise<string>,
): Promise<{ claims: number; moved: StatusMove[] }> => {
  const { tx, at } = context
  const before = await dependentsOf(tx, pair)
  const counted = await countedOf(tx, pair)
  const eventId = await change()
  const ids = [...new Set([...before, ...(await dependentsOf(tx, pair))])].sort()
  const moved = await rederive(tx, ids, { id: eventId, at }, counted)
  await settleBackground(context, eventId, ids, 'into')
  return { claims: ids.length, moved }
}

const mergeInput = z.object({
  from: id,
  into: id,
  fromVersion: z.int().min(1),
  intoVersion: z.int().min(1),
  reason: prose(1000, 'The reason'),
})

const takeOver = async (tx: Tx, from: SpeakerKept, into: SpeakerKept, moved: Moved): Promise<void> => {
  moved.shelf = from.shelf
  moved.group = into.record.group === null ? from.record.group : null
  const newsroom = await tx.setting.updateMany({
    where: { key: 'newsroom', value: from.id },
    data: { value: into.id },
  })
  moved.newsroom = newsroom.count > 0
}

/**
 * Takes one speaker into another: its claims, roles, links, evidence, stakes, sources. What was moved is kept, so that
 * `undoMerge` moves it back; the address of the one leads to the other.
 */
export const mergeSpeakers = command(
  mergeInput,
  'edit',
  () => ({ kind: 'speaker' }),
  async (context, input) => {
    const { tx, at, actor } = context
    await takeTurn(tx)
    const from = await speakerHere(context, input.from)
    const into = await speakerHere(context, input.into)
    for (const { shelf, record } of [from, into])
      if (shelf === 'closed')
        stop({ code: 'gone', sentence: `“${record.name}” was withdrawn; reinstate it before you merge it.` })
    await refuseStale(input.fromVersion, from.version, async () => from)
    await refuseStale(input.intoVersion, into.version, async () => into)
    await refuseUnlike(tx, from, into)
    const mergeId = newId()
    const version = into.version + 1
    const done = await rederiveAround(context, [from.id, into.id], async () => {
      const moved = await moveRows(tx, from.id, into.id, at)
      await takeOver(tx, from, into, moved)
      await tx.speaker.update({
        where: { id: from.id },
        data: { mergedIntoId: into.id, shelf: 'closed', updatedAt: at },
      })
      await tx.speaker.update({
        where: { id: into.id },
        data: { version, updatedAt: at, ...(moved.group ? { groupId: moved.group } : {}) },
      })
      await sortClaims(tx, into)
      await tx.speakerMerge.create({
        data: {
          id: mergeId,
          fromId: from.id,
          intoId: into.id,
          reason: input.reason,
          byName: actor.kind === 'public' ? 'a reader' : actor.name,
          at,
          moved: JSON.stringify(moved),
        },
      })
      return writeEvent(context, {
        kind: 'speaker.merged',
        subjectKind: 'speaker',
        subjectId: into.id,
        version,
        shelf: into.shelf,
        summary: into.record.name,
        reason: input.reason,
        before: { merged: null },
        after: { merged: from.record.name },
      })
    })
    return { id: mergeId, slug: into.slug, version, ...done }
  },
)

/** Undoes a merge: moves back what still refers to the other, and says what was changed since and is left. */
export const undoMerge = command(
  z.object({ id, reason: prose(1000, 'The reason') }),
  'edit',
  () => ({ kind: 'speaker' }),
  async (context, input) => {
    const { tx, at, actor } = context
    await takeTurn(tx)
    const merge = await tx.speakerMerge.findUnique({ where: { id: input.id }, include: { from: true } })
    if (!merge) return stop({ code: 'not_found', sentence: 'This merge is not recorded here.' })
    if (merge.undoneAt) return stop({ code: 'blocked', sentence: 'This merge was undone already.' })
    if (merge.from.mergedIntoId !== merge.intoId)
      return stop({
        code: 'blocked',
        sentence: 'The two were taken into a third speaker since; undo that merge first.',
      })
    const into = await speakerHere(context, merge.intoId)
    const moved = JSON.parse(merge.moved) as Moved
    const from = { id: merge.fromId, record: { name: merge.from.name } } as SpeakerKept
    const version = into.version + 1
    let left: Left[] = []
    const done = await rederiveAround(context, [from.id, into.id], async () => {
      left = await restoreRows(tx, from.id, into.id, moved)
      if (moved.newsroom)
        await tx.setting.updateMany({
          where: { key: 'newsroom', value: into.id },
          data: { value: from.id },
        })
      await tx.speaker.update({
        where: { id: from.id },
        data: { mergedIntoId: null, shelf: moved.shelf, updatedAt: at },
      })
      const ungroup = moved.group !== null && into.record.group === moved.group
      await tx.speaker.update({
        where: { id: into.id },
        data: { version, updatedAt: at, ...(ungroup ? { groupId: null } : {}) },
      })
      await sortClaims(tx, from)
      await tx.speakerMerge.update({
        where: { id: merge.id },
        data: {
          undoneAt: at,
          undoneBy: actor.kind === 'public' ? 'a reader' : actor.name,
          undoneWhy: input.reason,
        },
      })
      return writeEvent(context, {
        kind: 'speaker.unmerged',
        subjectKind: 'speaker',
        subjectId: into.id,
        version,
        shelf: into.shelf,
        summary: into.record.name,
        reason: input.reason,
        before: { merged: merge.from.name },
        after: { merged: null },
      })
    })
    return { id: merge.id, slug: merge.from.slug, version, left, ...done }
  },
)

/** Carries the result of a merge out of the transaction that is undone with it. */
class Supposed extends Error {
  constructor(readonly value: { claims: number; moved: StatusMove[] }) {
    super('supposed')
  }
}

/**
 * Which claims a merge would give another status. It runs the merge itself, in a transaction that is undone, so that
 * what it says is what happens.
 */
export const previewMerge = async (
  db: Database,
  actor: Actor,
  pair: { from: string; into: string },
): Promise<Result<MovesView>> => {
  if (!can(actor, 'edit', { kind: 'speaker' }))
    return refuse('forbidden', 'Your account may not do this; ask an editor or an admin of this ledger.')
  try {
    const never = await inTransaction(db, actor, async (context) => {
      const { tx } = context
      const version = async (id: string) =>
        (await tx.speaker.findUnique({ where: { id }, select: { version: true } }))?.version ?? 1
      const input = {
        ...pair,
        fromVersion: await version(pair.from),
        intoVersion: await version(pair.into),
        reason: 'preview',
      }
      throw new Supposed(await mergeSpeakers.within(context, input))
    })
    return never as Result<never>
  } catch (error) {
    if (!(error instanceof Supposed)) throw error
    return ok(await viewOfMoves(db.reader, error.value.claims, error.value.moved))
  }
}
