import type { Database } from '../../db/client'
import type { FactCheckedClaim } from '../../domain/fact-check/types'
import { factCheckedClaims } from './claims'

/** What a claim's page tells programs of it; null for anything that does not stand before readers. */
export const factCheckOf = async (db: Database, claimId: string): Promise<FactCheckedClaim | null> =>
  (await factCheckedClaims(db.reader, [claimId])).get(claimId) ?? null
