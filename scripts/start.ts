/**
 * npm start: makes everything ready and serves. Generates the clients, builds where the sources changed since the
 * last build, migrates, seeds a database that was never seeded, starts. `--dev` serves for development instead.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import { generateClients, ROOT } from '../lib/db/schema'
import { seedDemonstration, wasSeeded } from '../seeds/demonstration'
import { buildIfChanged, NEXT } from './build'
import { runScript } from './run'

const dev = process.argv.includes('--dev')
const port = process.env.PORT || '3000'
const host = process.env.HOST || '127.0.0.1'

const prepareDatabase = async () => {
  const applied = await applyMigrations()
  if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}.`)
  const db = openDatabase()
  try {
    if (process.env.SEED !== 'none' && !(await wasSeeded(db))) console.log(await seedDemonstration(db))
  } finally {
    await db.close()
  }
}

const serve = () => {
  const server = spawn(process.execPath, [NEXT, dev ? 'dev' : 'start', '--port', port, '--hostname', host], {
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
  await prepareDatabase()
  if (!dev) await buildIfChanged()
  serve()
})
