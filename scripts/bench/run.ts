/** Everything that is measured on one ledger. */
import type { DatabaseKind } from '../../lib/db/url'
import { type Imported, measureImport } from './imports'
import { type Generated, withLedger } from './ledger'
import type { Effort, Timing } from './measure'
import { measureReads } from './queries'
import { measureRepeats } from './repeats'
import { measureRetraction, type Retraction } from './retraction'
import { measureSite, type Site } from './site'
import { measureWriters, type Writes } from './writers'

export interface LedgerRun {
  database: DatabaseKind
  claims: number
  generator: Generated
  /** The queries by themselves. */
  lists: Record<string, Timing>
  reads: Record<string, Timing>
  repeats: Record<string, Timing>
  site: Site
  writes: Writes
  imported: Imported
  retraction: Retraction
}

/** Measures a ledger of so many claims on one database. */
export const measureLedger = (database: DatabaseKind, claims: number, effort: Effort): Promise<LedgerRun> =>
  withLedger(database, claims, async (db, generator) => {
    const { lists, pages: reads } = await measureReads(db, effort)
    const repeats = await measureRepeats(db, effort)
    const site = await measureSite(db, effort)
    const writes = await measureWriters(db, effort.writes)
    const imported = await measureImport(db, effort.imported)
    // Last: it adds links until enough claims rest on one source.
    const retraction = await measureRetraction(db, Math.min(claims, effort.retracted))
    return { database, claims, generator, lists, reads, repeats, site, writes, imported, retraction }
  })
