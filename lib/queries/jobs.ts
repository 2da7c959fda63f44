import type { Database } from '../db/client'

/** How far the work on something is. */
export interface JobView {
  id: string
  state: 'waiting' | 'running' | 'failed'
  done: number
  total: number
}

/** The work that is still to be done after a change of this subject; null where everything is done. */
export const jobOf = async (db: Database, subjectId: string): Promise<JobView | null> => {
  const job = await db.reader.job.findFirst({
    where: { subjectId, state: { in: ['waiting', 'running', 'failed'] } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, state: true, done: true, total: true },
  })
  return job as JobView | null
}
