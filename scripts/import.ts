/** npm run import -- FILE: reads an archive into an empty ledger (docs/archive.md). */
import { existsSync } from 'node:fs'
import { restoreArchive } from '../lib/commands/archive/restore'
import { openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import { runScript } from './run'

await runScript(async () => {
  const [file, more] = process.argv.slice(2)
  if (!file || more) throw new Error('Name the archive to read: npm run import -- ledger.zip')
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  await applyMigrations()
  const db = openDatabase()
  try {
    const restored = await restoreArchive(db, { kind: 'system', name: 'the command line' }, file)
    if (!restored.ok) throw new Error(restored.refusal.sentence)
    const { claims, accounts, moved } = restored.value
    console.log(`Read ${claims} claims and ${accounts} accounts; every claim was derived again.`)
    if (moved > 0) console.log(`The rules have changed since: ${moved} claims have another status now.`)
    if (accounts > 0)
      console.log('Accounts have no passwords yet: npm run user -- link EMAIL prints a link to a new one.')
  } finally {
    await db.close()
  }
})
