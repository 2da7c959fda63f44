/** What an admin is shown of the system under the ledger. */
import type { Database } from '../../db/client'
import { appliedMigrations } from '../../db/history'
import { sizeOf } from '../../db/upkeep'
import { type DatabaseKind, targetOf } from '../../db/url'
import { can, type Viewer } from '../../domain/actor'
import { LAST_BACKUP, type LastBackup, lastBackup } from '../../domain/backup'
import { type WorkCounts, workCounts } from './counts'

export interface FailedJob {
  id: string
  kind: string
  done: number
  total: number
  error: string
  at: string
}

export interface SystemView {
  database: { kind: DatabaseKind; bytes: number; migrations: number; lastMigration: string }
  work: WorkCounts
  /** The newest of them. */
  failed: FailedJob[]
  backup: LastBackup | null
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

const backupOf = async ({ reader }: Database): Promise<LastBackup | null> => {
  const row = await reader.setting.findUnique({ where: { key: LAST_BACKUP } })
  return row ? lastBackup.parse(JSON.parse(row.value)) : null
}

/** Only for those who administer; null for everybody else. */
export const systemView = async (db: Database, viewer: Viewer): Promise<SystemView | null> => {
  if (!can(viewer, 'administer', { kind: 'user' })) return null
  const [bytes, migrations, work, failed, backup] = await Promise.all([
    sizeOf(db),
    appliedMigrations(targetOf(db.url)),
    workCounts(db),
    failedJobs(db),
    backupOf(db),
  ])
  const lastMigration = migrations.at(-1)?.name ?? ''
  return {
    database: { kind: db.kind, bytes, migrations: migrations.length, lastMigration },
    work,
    failed,
    backup,
  }
}
