/**
 * npm run derive -- --check: derives every claim again and compares with what is stored; exit code 1 if anything differs.
 * npm run derive -- --recount: counts all claims anew, from what is stored of each.
 */
import { checkDerivation } from '../lib/commands/check'
import { recount } from '../lib/commands/recount'
import { openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import { runScript } from './run'

/** Differences printed before the rest is only counted. */
const SHOWN = 20

await runScript(async () => {
  const recounts = process.argv.includes('--recount')
  if (!recounts && !process.argv.includes('--check'))
    throw new Error('Say what to do: npm run derive -- --check, or --recount')
  await applyMigrations()
  const db = openDatabase()
  try {
    if (recounts) {
      console.log(`${await recount(db)} public claims counted anew.`)
      return
    }
    const { claims, wrong } = await checkDerivation(db)
    for (const { at, what, stored, derived } of wrong.slice(0, SHOWN))
      console.log(`${at}: ${what} is ${stored}, and should be ${derived}`)
    if (wrong.length > SHOWN) console.log(`… and ${wrong.length - SHOWN} more`)
    console.log(`${claims} claims derived again; ${wrong.length} differences.`)
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    await db.close()
  }
})
