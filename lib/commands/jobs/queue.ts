/**
 * Work that is too long for one request: rows that a worker takes one at a time. Whoever works on one renews its beat
 * with every batch, in the batch's own transaction, so that a killed worker leaves nothing half done: another one goes
 * on from the cursor, and one that was only thought dead finds its beat gone and undoes its batch.
 */
import type { Database, Tx } from '../../db/client'
import { newId } from '../../domain/ids'
import type { Context } from '../command'

/** A job as its worker sees it. */
export interface Work {
  id: string
  kind: string
  subjectId: string | null
  input: unknown
  cursor: unknown
  done: number
  /** The beat that its worker wrote last; the job is the worker's as long as it stands. */
  beatAt: Date
}

/** A beat this old belongs to a worker that was killed: batches take a second at most. */
export const STALE_MS = 15_000

/** Puts a job in the queue, in the transaction of the command that needs it done. @returns its id */
export const enqueue = async (
  { tx, actor, at }: Context,
  job: { kind: string; subjectId: string | null; input: unknown; total: number },
): Promise<string> => {
  const id = newId()
  await tx.job.create({
    data: {
      id,
      kind: job.kind,
      subjectId: job.subjectId,
      input: JSON.stringify(job.input),
      state: 'waiting',
      total: job.total,
      byId: actor.kind === 'user' ? actor.id : null,
      byName: actor.kind === 'public' ? 'a reader' : actor.name,
      createdAt: at,
    },
  })
  return id
}

/** A beat this far ahead was written before the clock was set back; nobody would take its job for that long. */
const AHEAD_MS = 60_000

/** Never the beat before it, so that no two workers hold the same one; later, unless the clock was set back. */
const beatAfter = (before: Date | null): Date => {
  const now = Date.now()
  const last = before?.getTime() ?? 0
  return new Date(last > now + AHEAD_MS ? now : Math.max(now, last + 1))
}

/** Takes the oldest job that waits, or whose worker has died. Null where there is none. */
export const takeJob = async (db: Database, staleMs = STALE_MS): Promise<Work | null> => {
  const open = (now: Date) => ({
    OR: [
      { state: 'waiting' },
      { state: 'running', beatAt: { lte: new Date(now.getTime() - staleMs) } },
      { state: 'running', beatAt: { gt: new Date(now.getTime() + AHEAD_MS) } },
    ],
  })
  // Most looks find nothing, and should not ask for the one writer.
  if (!(await db.reader.job.findFirst({ where: open(new Date()), select: { id: true } }))) return null
  return db.write(async (tx) => {
    const now = new Date()
    const job = await tx.job.findFirst({ where: open(now), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    if (!job) return null
    const beatAt = beatAfter(job.beatAt)
    const { count } = await tx.job.updateMany({
      where: { id: job.id, state: job.state, beatAt: job.beatAt },
      data: { state: 'running', beatAt, startedAt: job.startedAt ?? now },
    })
    if (count === 0) return null
    return {
      id: job.id,
      kind: job.kind,
      subjectId: job.subjectId,
      input: JSON.parse(job.input),
      cursor: job.cursor === null ? null : JSON.parse(job.cursor),
      done: job.done,
      beatAt,
    }
  })
}

/** Thrown out of a batch whose job was taken over or called off; the batch is undone with it. */
export class JobLost extends Error {}

/** Writes how far a job is, in the transaction of the batch that brought it there. @throws JobLost */
export const advance = async (
  tx: Tx,
  work: Work,
  to: { cursor: unknown; done: number; total?: number },
): Promise<Work> => {
  const beatAt = beatAfter(work.beatAt)
  const { count } = await tx.job.updateMany({
    where: { id: work.id, state: 'running', beatAt: work.beatAt },
    data: {
      cursor: JSON.stringify(to.cursor),
      done: to.done,
      ...(to.total === undefined ? {} : { total: to.total }),
      beatAt,
    },
  })
  if (count === 0) throw new JobLost(`The job ${work.id} is no longer this worker’s.`)
  return { ...work, ...to, beatAt }
}

const leave = async (
  db: Database,
  work: Work,
  data: { state: string; error?: string; finishedAt?: Date },
): Promise<void> => {
  const where = { id: work.id, state: 'running', beatAt: work.beatAt }
  await db.write((tx) => tx.job.updateMany({ where, data }))
}

export const finish = (db: Database, work: Work) => leave(db, work, { state: 'done', finishedAt: new Date() })

/** Gives back what its worker has no time for any more; the next one goes on from the cursor. */
export const release = (db: Database, work: Work) => leave(db, work, { state: 'waiting' })

/** Ends a job that cannot go on; it stays, with what went wrong, until somebody has it tried again. */
export const fail = (db: Database, work: Work, error: unknown) =>
  leave(db, work, {
    state: 'failed',
    error: error instanceof Error ? error.message.slice(0, 1000) : 'unknown',
    finishedAt: new Date(),
  })
