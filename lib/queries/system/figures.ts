/** The figures of a ledger for whoever watches its server: how much there is of what, naming nobody and nothing. */
import type { Database } from '../../db/client'
import { sizeOf } from '../../db/upkeep'
import { LAST_BACKUP, type LastBackup, lastBackup } from '../../domain/backup'
import { type WorkCounts, workCounts } from './counts'

export interface Figures {
  work: WorkCounts
  /** What the database takes on its disk. */
  bytes: number
  backup: LastBackup | null
}

const backupOf = async ({ reader }: Database): Promise<LastBackup | null> => {
  const row = await reader.setting.findUnique({ where: { key: LAST_BACKUP } })
  return row ? lastBackup.parse(JSON.parse(row.value)) : null
}

export const figuresOf = async (db: Database): Promise<Figures> => {
  const [work, bytes, backup] = await Promise.all([workCounts(db), sizeOf(db), backupOf(db)])
  return { work, bytes, backup }
}
