import type { Database } from '../db/client'
import type { Actor } from '../domain/actor'
import { newId } from '../domain/ids'
import type { Result } from '../domain/result'
import { type Context, inTransaction } from './command'
import { recordGroup } from './speakers'

/** A command that can be a step of a larger one. */
interface Step<T> {
  within: (context: Context, raw: never) => Promise<T>
}

/** Runs a command on a speaker together with the recording of the group that it is to belong to, if it is a new one. */
export const withGroup = <T>(
  db: Database,
  actor: Actor,
  step: Step<T>,
  raw: Record<string, unknown>,
  newGroup: string,
): Promise<Result<T>> =>
  inTransaction(db, actor, async (context) => {
    const input = { ...raw }
    if (newGroup) input.group = (await recordGroup.within(context, { id: newId(), name: newGroup })).id
    return step.within(context, input as never)
  })
