/** How many rows of work there are, by state: for whoever watches the server. It names nobody and nothing. */
import type { Database } from '../../db/client'

export interface WorkCounts {
  jobs: Record<string, number>
  deliveries: Record<string, number>
}

/** States that are shown though nothing is in them: what is watched for must be there before it is. */
const JOB_STATES = ['waiting', 'running', 'failed']
const DELIVERY_STATES = ['waiting', 'failed']

export const workCounts = async ({ reader }: Database): Promise<WorkCounts> => {
  const [jobs, deliveries] = await Promise.all([
    reader.job.groupBy({ by: ['state'], where: { state: { in: JOB_STATES } }, _count: true }),
    reader.delivery.groupBy({ by: ['state'], where: { state: { in: DELIVERY_STATES } }, _count: true }),
  ])
  const all = (states: string[], rows: { state: string; _count: number }[]) =>
    Object.fromEntries(states.map((state) => [state, rows.find((row) => row.state === state)?._count ?? 0]))
  return { jobs: all(JOB_STATES, jobs), deliveries: all(DELIVERY_STATES, deliveries) }
}
