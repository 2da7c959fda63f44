/**
 * npm run seed: loads the demonstration ledgers (the article, the teaching cases).
 * npm run seed -- --claims N: generates a large ledger besides; the same N gives the same ledger.
 * npm run seed -- --remove: takes the demonstration ledgers out again.
 */
import { parseArgs } from 'node:util'
import { ensureCounted } from '../lib/commands/recount'
import { openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import { removeDemonstration, seedDemonstration } from '../seeds/demonstration'
import { generateLedger } from '../seeds/generate/load'
import { preparedInThread } from './generate-thread'
import { runScript } from './run'

const { values } = parseArgs({
  options: {
    claims: { type: 'string' },
    seed: { type: 'string' },
    remove: { type: 'boolean', default: false },
  },
})

await runScript(async () => {
  const count = values.claims === undefined ? 0 : Number(values.claims)
  if (!Number.isSafeInteger(count) || count < 0)
    throw new Error('--claims takes a whole number, such as 100000.')
  await applyMigrations()
  const db = openDatabase()
  try {
    await ensureCounted(db)
    if (values.remove) console.log(await removeDemonstration(db))
    else if (count > 0) {
      const start = Date.now()
      const speed = (claims: number) =>
        `${claims.toLocaleString('en')} claims, ${Math.round((claims * 1000) / (Date.now() - start)).toLocaleString('en')} a second`
      const actor = { kind: 'system', name: 'generator' } as const
      await generateLedger(db, actor, count, {
        seed: Number(values.seed ?? 1),
        prepare: preparedInThread,
        progress: (done) => console.log(speed(done)),
      })
      console.log(`With its indexes: ${speed(count)}.`)
    } else console.log(await seedDemonstration(db))
  } finally {
    await db.close()
  }
})
