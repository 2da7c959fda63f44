/** Withdrawing a speaker or a source, and putting it back: the same for both but for the table. */
import { z } from 'zod'
import { takeTurn } from '../db/turns'
import { type Context, command } from './command'
import { writeEvent } from './events'
import { refuseResting, shelfAfter } from './rests'
import { refuseStale, withdrawing } from './stale'

interface Kept {
  id: string
  slug: string
  shelf: string
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

/** @param withdrawn whether it is taken from readers, or put back before them */
export const placing = <K extends Kept>({ kind, here, title, put }: Placed<K>, withdrawn: boolean) =>
  command(
    z.object(withdrawing),
    'withdraw',
    () => ({ kind }),
    async (context, input) => {
      const { tx, at } = context
      // Nobody begins to refer to it while it is looked for what does.
      await takeTurn(tx)
      const before = await here(context, input.id)
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
