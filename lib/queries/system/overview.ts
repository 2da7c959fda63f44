/** What an admin is shown of the system under the ledger. */
import type { Database } from '../../db/client'
import { appliedMigrations } from '../../db/history'
import { type SlowStatement, slowStatements } from '../../db/slow'
import { versionOf } from '../../db/upkeep'
import { type DatabaseKind, targetOf } from '../../db/url'
import { can, type Viewer } from '../../domain/actor'
import { type Figures, figuresOf } from './figures'

export interface FailedJob {
  id: string
  kind: string
  done: number
  total: number
  error: string
  at: string
}

export interface SystemView extends Figures {
  database: { kind: DatabaseKind; version: string; migrations: number; lastMigration: string }
  /** The newest of them. */
  failed: FailedJob[]
  /** Of this process, the slowest first. */
  slow: SlowStatement[]
}

const SHOWN = 20

const failedJobs = async ({ reader }: Database): Promise<FailedJob[]> => {
  const rows = await reader.job.findMany({
    where: { state: 'failed' },
    orderBy: [{ finishedAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return rows.map(({ id, kind, done, total, error, finishedAt, createdAt }) => ({
    id,
    kind,
    done,
    total,
    error: error ?? '',
    at: (finishedAt ?? createdAt).toISOString(),
  }))
}

/** Only for those who administer; null for everybody else. */
export const systemView = async (db: Database, viewer: Viewer): Promise<SystemView | null> => {
  if (!can(viewer, 'administer', { kind: 'user' })) return null
  const [figures, version, migrations, failed] = await Promise.all([
    figuresOf(db),
    versionOf(db),
    appliedMigrations(targetOf(db.url)),
    failedJobs(db),
  ])
  const lastMigration = migrations.at(-1)?.name ?? ''
  return {
    ...figures,
    database: { kind: db.kind, version, migrations: migrations.length, lastMigration },
    failed,
    slow: slowStatements().slice(0, SHOWN),
  }
}
