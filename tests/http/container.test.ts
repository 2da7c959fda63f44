/** The image: its files by themselves start, migrate, seed and serve, and nothing but the data is written to. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../../scripts/free-port'
import { temporaryFolder } from '../../scripts/temporary'
import { developmentPackages, lastStage, layOut, withReadOnly, writtenFiles } from '../support/container'

const app = temporaryFolder('image')
const data = temporaryFolder('image-data')
afterAll(() => {
  for (const folder of [app, data]) rmSync(folder, { recursive: true, force: true })
})

it('takes everything from the build, and runs as nobody special', () => {
  const { from, user, health } = lastStage()
  expect(new Set(from)).toEqual(new Set(['--from=build']))
  expect(user).toEqual(['node'])
  expect(health).toContain('/readyz')
  expect(health).not.toMatch(/curl|wget/)
})

it('starts from its own files, without development packages, on a disk that it does not write to', {
  timeout: 300_000,
}, async () => {
  layOut(app)
  expect(developmentPackages().filter((path) => existsSync(join(app, path)))).toEqual([])
  const { env, command } = lastStage()
  const port = `${await freePort()}`
  const settings = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH ?? '',
    ...env,
    HOST: '127.0.0.1',
    PORT: port,
    DATABASE_URL: `file:${join(data, 'ledger.db')}`,
    TMPDIR: data,
  }
  execFileSync(process.execPath, ['scripts/prepare-image.mjs'], { cwd: app, env: settings })
  const before = writtenFiles(app)
  const readOnly = withReadOnly(app)
  if (readOnly.length === 0) console.log('Its files are not write-protected here, only compared afterwards.')
  const [program = '', ...words] = [...readOnly, ...command]
  const server = spawn(program, words, {
    cwd: app,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (said += part))
  const ended = once(server, 'close')
  const site = `http://127.0.0.1:${port}`
  const ask = (path: string) => fetch(`${site}${path}`).catch(() => null)
  for (let tried = 0; !(await ask('/readyz'))?.ok; tried++) {
    if (tried > 1_200 || server.exitCode !== null) throw new Error(`It did not get ready: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(said).toContain('Database: applied ')
  expect(said).not.toContain('Building')
  expect(await (await ask('/healthz'))?.json()).toEqual({ alive: true })
  const page = await ask('/claims')
  expect(page?.status).toBe(200)
  expect(await page?.text()).toMatch(/\/claims\/[a-z0-9-]+/)
  server.kill('SIGTERM')
  await ended
  const changed = [...writtenFiles(app)].filter(([path, at]) => before.get(path) !== at).map(([path]) => path)
  expect(changed).toEqual([])
})
