import { restoreArchive } from '../../lib/commands/archive/restore'
import type { Database } from '../../lib/db/client'

/** Reads an archive into an empty ledger (docs/archive.md). */
export const importArchive = async (db: Database, file: string): Promise<void> => {
  const restored = await restoreArchive(db, { kind: 'system', name: 'the command line' }, file)
  if (!restored.ok) throw new Error(restored.refusal.sentence)
  const { claims, accounts, moved } = restored.value
  console.log(`Read ${claims} claims and ${accounts} accounts; every claim was derived again.`)
  if (moved > 0) console.log(`The rules have changed since: ${moved} claims have another status now.`)
  if (accounts > 0)
    console.log('Accounts have no passwords yet: npm run user -- link EMAIL prints a link to a new one.')
}
