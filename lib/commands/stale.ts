/** What every change of a record asks: whether it was made on what stands now, and why. */
import { z } from 'zod'
import { id, maybe, prose } from '../domain/input/parts'
import { stop } from './command'

/** The fields of a change besides what it changes. */
export const changing = {
  id,
  /** The version that the form was opened with. */
  version: z.int().min(1),
  /** Required for what readers see. */
  reason: maybe(prose(1000, 'The reason')),
}

/** As `changing`, where the reason is always asked for. */
export const withdrawing = { ...changing, reason: prose(1000, 'The reason') }

/**
 * Stops where somebody saved meanwhile; the refusal carries what stands now, so that a form can show both.
 * @param theirs reads it
 */
export const refuseStale = async (
  version: number,
  current: number,
  theirs: () => Promise<{ record: object } | null>,
): Promise<void> => {
  if (version === current) return
  stop({
    code: 'conflict',
    sentence: 'Somebody changed this after you opened it. Look at their change, then decide again.',
    details: { current, theirs: (await theirs())?.record ?? null },
  })
}

/** Stops where something that readers see is changed without a reason. */
export const requireReason = (shelf: string, reason: string | null): void => {
  if (shelf === 'public' && reason === null)
    stop({
      code: 'invalid',
      field: 'reason',
      sentence: 'Say why: readers see what changed on this page, and the reason for it.',
    })
}
