/**
 * npm run restore -- BACKUP [--replace]: reads a backup into the database of DATABASE_URL, which must not be there yet;
 * with --replace the one that is there is kept beside it. The server must be stopped.
 */
import { parseArgs } from 'node:util'
import { restoreBackup } from '../lib/commands/backup/restore'
import { targetOf } from '../lib/db/url'
import { runScript } from './run'

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [folder, more] = positionals
  if (!folder || more) throw new Error('Name the backup: npm run restore -- backups/on-record-… [--replace]')
  const restored = await restoreBackup(targetOf(), folder, values)
  if (!restored.ok) throw new Error(restored.refusal.sentence)
  const { manifest, claims, aside } = restored.value
  console.log(`Restored the ledger of ${manifest.startedAt}: ${claims} claims, each derived again.`)
  if (aside) console.log(`The one before is kept as ${aside}.`)
})
