/** Proposing, withdrawing and putting back a speaker or a source: the same for both but for the table. */
import { z } from 'zod'
import { takeTurn } from '../db/turns'
import { can, recordSubject } from '../domain/actor'
import { putBeforeReaders } from './claims/shelves'
import { type Context, commandOn, stop } from './command'
import { writeEvent } from './events'
import { refuseResting, shelfAfter } from './rests'
import { changing, refuseStale, withdrawing } from './stale'

interface Kept {
  id: string
  slug: string
  shelf: string
  ownerId: string | null
  version: number
  record: object
}

interface Placed<K extends Kept> {
  kind: 'speaker' | 'source'
  /** Reads it, or stops where it is not recorded. */
  here: (context: Context, id: string) => Promise<K>
  title: (kept: K) => string
  /** Writes its new shelf and version. */
  put: (
    context: Context,
    id: string,
    data: { shelf: string; version: number; updatedAt: Date },
  ) => Promise<unknown>
}

/** Reads what a command is about once nobody else changes it: nobody begins to refer to it meanwhile. */
export const inTurn =
  <K>(here: (context: Context, id: string) => Promise<K>) =>
  async (context: Context, { id }: { id: string }): Promise<K> => {
    await takeTurn(context.tx)
    return here(context, id)
  }

/** @param withdrawn whether it is taken from readers, or put back before them */
export const placing = <K extends Kept>({ kind, here, title, put }: Placed<K>, withdrawn: boolean) =>
  commandOn(
    z.object(withdrawing),
    inTurn(here),
    (actor, before) => can(actor, 'withdraw', recordSubject(kind, before)),
    async (context, input, before) => {
      const { tx, at } = context
      const { id, slug } = before
      await refuseStale(input.version, before.version, async () => before)
      const shelf = await shelfAfter(tx, kind, before, withdrawn)
      if (withdrawn) await refuseResting(tx, kind, id)
      const version = before.version + 1
      await put(context, id, { shelf, version, updatedAt: at })
      await writeEvent(context, {
        kind: `${kind}.${withdrawn ? 'withdrawn' : 'reinstated'}`,
        subjectKind: kind,
        subjectId: id,
        version,
        shelf: withdrawn ? before.shelf : shelf,
        summary: title(before),
        reason: input.reason,
        before: { shelf: before.shelf },
        after: { shelf },
      })
      return { id, slug, version }
    },
  )

/**
 * Puts what somebody proposed before readers, by itself and with what it leads to, as a claim that names it would.
 * Whoever may record it there may put it there.
 */
export const publishing = <K extends Kept>({ kind, here, title, put }: Placed<K>) =>
  commandOn(
    z.object(changing),
    inTurn(here),
    (actor) => can(actor, 'record', { kind }),
    async (context, input, before) => {
      const { id, slug } = before
      await refuseStale(input.version, before.version, async () => before)
      if (before.shelf !== 'desk') stop({ code: 'blocked', sentence: 'This is no proposal any more.' })
      const opened = await putBeforeReaders(context, [id])
      const version = before.version + 1
      await put(context, id, { shelf: 'public', version, updatedAt: context.at })
      await writeEvent(context, {
        kind: `${kind}.published`,
        subjectKind: kind,
        subjectId: id,
        version,
        shelf: 'public',
        summary: title(before),
        reason: input.reason,
        before: { shelf: before.shelf },
        after: { shelf: 'public', opened },
      })
      return { id, slug, version }
    },
  )
