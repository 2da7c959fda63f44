/** A generated ledger in a database of its own, which goes when it has been measured. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { gatherStatistics, sizeOf } from '../../lib/db/upkeep'
import type { DatabaseKind } from '../../lib/db/url'
import { generateLedger } from '../../seeds/generate/load'
import { preparedInThread } from '../generate-thread'
import { withPostgres } from '../postgres'
import { temporaryFolder } from '../temporary'

export interface Generated {
  claimsPerSecond: number
  /** In a second of processor time, of which both threads have one in a second. */
  claimsPerCpuSecond: number
  bytes: number
}

const withFile = async <T>(body: (url: string) => Promise<T>): Promise<T> => {
  const folder = temporaryFolder('bench')
  try {
    return await body(`file:${join(folder, 'ledger.db')}`)
  } finally {
    // Not only when the process ends: a large ledger takes gigabytes.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs `body` with the address of an empty database. */
const withDatabase = <T>(kind: DatabaseKind, body: (url: string) => Promise<T>): Promise<T> =>
  kind === 'sqlite' ? withFile(body) : withPostgres(body, { durable: true })

const generate = async (db: Database, claims: number): Promise<Generated> => {
  const start = performance.now()
  const cpu = process.cpuUsage()
  await generateLedger(db, { kind: 'system', name: 'bench' }, claims, { prepare: preparedInThread })
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  return {
    claimsPerSecond: claims / seconds,
    claimsPerCpuSecond: (claims * 1_000_000) / (user + system),
    bytes: await sizeOf(db),
  }
}

/** Runs `body` with a ledger of so many claims. */
export const withLedger = <T>(
  kind: DatabaseKind,
  claims: number,
  body: (db: Database, generated: Generated) => Promise<T>,
): Promise<T> =>
  withDatabase(kind, async (url) => {
    await applyMigrations(url)
    const db = openDatabase(url)
    try {
      const generated = await generate(db, claims)
      await gatherStatistics(db)
      return await body(db, generated)
    } finally {
      await db.close()
    }
  })
