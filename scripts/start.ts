/**
 * npm start: makes everything ready and serves. Generates the clients, builds where the sources changed since the
 * last build, migrates, seeds a database that was never seeded, starts. `--dev` serves for development instead.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeLink } from '../lib/commands/one-time-links'
import { ensureCounted } from '../lib/commands/recount'
import { type Database, openDatabase } from '../lib/db/client'
import { withMigrationLock } from '../lib/db/lock'
import { applyMigrations } from '../lib/db/migrate'
import { generateClients, ROOT } from '../lib/db/schema'
import { targetOf } from '../lib/db/url'
import { hasUsers } from '../lib/queries/users'
import { seedDemonstration, wasSeeded } from '../seeds/demonstration'
import { HOST, PORT, siteUrl } from './address'
import { buildIfChanged, NEXT } from './build'
import { runScript } from './run'

const dev = process.argv.includes('--dev')

/** The way in while nobody has an account. Each start makes a new one; the ones before work no more. */
const setupAddress = async (db: Database): Promise<string | null> => {
  if (await hasUsers(db)) return null
  const link = await makeLink(db, { kind: 'system', name: 'npm start' }, { purpose: 'setup' })
  return link.ok ? `${siteUrl()}/setup/${link.value.token}` : null
}

const fill = async (): Promise<string | null> => {
  const db = openDatabase()
  try {
    await ensureCounted(db)
    if (process.env.SEED !== 'none' && !(await wasSeeded(db))) console.log(await seedDemonstration(db))
    return await setupAddress(db)
  } finally {
    await db.close()
  }
}

/** @returns the address at which the first admin makes an account, where there is none yet */
const prepareDatabase = async (): Promise<string | null> => {
  const applied = await applyMigrations()
  if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}.`)
  // Of several servers that start together one counts and seeds, and the others find it done.
  return withMigrationLock(targetOf(), fill)
}

const serve = () => {
  const server = spawn(process.execPath, [NEXT, dev ? 'dev' : 'start', '--port', PORT, '--hostname', HOST], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
}

await runScript(async () => {
  process.chdir(join(ROOT))
  await generateClients()
  const setup = await prepareDatabase()
  if (!dev) await buildIfChanged()
  if (setup)
    console.log(`\nNobody has an account yet. Make the first one, an admin’s, within a week:\n${setup}\n`)
  serve()
})
