/** Whether this server can do its work: what a load balancer asks before it sends readers. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Database } from '../../db/client'
import { statusOf } from '../../db/migrate'
import { stateOf } from '../../db/state'
import { targetOf } from '../../db/url'

export type Check = 'ok' | 'failed'
export interface Readiness {
  ready: boolean
  checks: Record<'database' | 'migrations' | 'disk', Check>
}

/** So long a database may take to answer, in milliseconds. */
const PATIENCE_MS = 3_000
/** What must be free where an embedded database stands: room for its log, which grows while readers hold it, and an upgrade. */
export const LEAST_FREE = 256 * 1024 * 1024

const within = async (ask: () => Promise<boolean>): Promise<Check> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return (await Promise.race([ask(), late])) ? 'ok' : 'failed'
  } catch {
    // Which it was stands in the log of requests that need it; here only that it is not ready.
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}

/** @param leastFree in bytes; another in tests */
export const readiness = async (db: Database, leastFree = LEAST_FREE): Promise<Readiness> => {
  const target = targetOf(db.url)
  const [database, migrations, disk] = await Promise.all([
    within(async () => (await stateOf(db)).length > 0),
    within(async () => (await statusOf(target)) === 'current'),
    within(async () => {
      if (!target.file) return true
      const { bavail, bsize } = await statfs(dirname(/* turbopackIgnore: true */ target.file))
      return bavail * bsize >= leastFree
    }),
  ])
  const checks = { database, migrations, disk }
  return { ready: Object.values(checks).every((check) => check === 'ok'), checks }
}
