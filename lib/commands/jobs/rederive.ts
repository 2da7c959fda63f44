/** Deriving anew all claims that depend on something that changed, a batch at a time. */
import type { Database } from '../../db/client'
import { dependentsIn } from '../../db/graph/dependents'
import { takeTurn } from '../../db/turns'
import type { Context } from '../command'
import { rederive } from '../rederive'
import { advance, enqueue, type Work } from './queue'

export const REDERIVE = 'rederive'

/** Claims in one transaction: about a third of a second, for which whoever edits meanwhile waits. */
export const BATCH = 500

interface Input {
  /** The event that moved them. */
  eventId: string
  at: string
  /** Speakers and sources whose dependents are derived. */
  nodes: string[]
  /** Claims that are derived besides. */
  also: string[]
}

/**
 * Has a worker derive the dependents of `nodes`. A job for the same subject that is not done yet is called off: its
 * claims are among those of this one, which would only derive them a second time.
 */
export const enqueueRederive = async (
  context: Context,
  subjectId: string,
  input: { eventId: string; nodes: readonly string[]; also: readonly string[]; total: number },
): Promise<string> => {
  const { tx, at } = context
  const unfinished = { kind: REDERIVE, subjectId, state: { in: ['waiting', 'running', 'failed'] } }
  const before = await tx.job.findMany({ where: unfinished })
  const inputs = before.map((job) => JSON.parse(job.input) as Input)
  await tx.job.updateMany({ where: unfinished, data: { state: 'cancelled', finishedAt: at } })
  return enqueue(context, {
    kind: REDERIVE,
    subjectId,
    total: input.total,
    input: {
      eventId: input.eventId,
      at: at.toISOString(),
      nodes: [...new Set([...input.nodes, ...inputs.flatMap(({ nodes }) => nodes)])],
      also: [...new Set([...input.also, ...inputs.flatMap(({ also }) => also)])],
    } satisfies Input,
  })
}

/**
 * Works on such a job to its end, from wherever it is. Which claims depend on a node follows from links and not from
 * statuses, so that they can be asked for again after a kill; a claim that came or went meanwhile was derived by what
 * brought or took it.
 */
export const workOnRederive = async (db: Database, begun: Work, signal?: AbortSignal): Promise<Work> => {
  const input = begun.input as Input
  const event = { id: input.eventId, at: new Date(input.at) }
  let work = begun
  const dependents = await dependentsIn(db.reader, input.nodes)
  const ids = [...new Set([...dependents, ...input.also])].sort()
  const after = work.cursor as string | null
  const left = after === null ? ids : ids.filter((id) => id > after)
  for (let start = 0; start < left.length && !signal?.aborted; start += BATCH) {
    const some = left.slice(start, start + BATCH)
    work = await db.write(async (tx) => {
      await takeTurn(tx)
      await rederive(tx, some, event)
      return advance(tx, work, {
        cursor: some.at(-1),
        done: ids.length - left.length + start + some.length,
        total: ids.length,
      })
    })
  }
  return work
}
