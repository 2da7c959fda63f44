import { z } from 'zod'
import { can } from '../../domain/actor'
import { commandOn, stop } from '../command'

/**
 * Has a failed job tried again, from where it stopped. It has no event of its own: what it works through was recorded
 * as a change when it was asked for.
 */
export const retryJob = commandOn(
  z.object({ id: z.string().max(100) }),
  async ({ tx }, { id }) =>
    (await tx.job.findUnique({ where: { id } })) ??
    stop({ code: 'not_found', sentence: 'There is no such work to be done.' }),
  (actor) => can(actor, 'edit', { kind: 'source' }),
  async ({ tx }, _input, job) => {
    // Whoever pressed the button twice, or after somebody else, finds it waiting or done already.
    const failed = { id: job.id, state: 'failed' }
    await tx.job.updateMany({ where: failed, data: { state: 'waiting', error: null, finishedAt: null } })
  },
)
