/** What whoever runs a server sees of it: probes, the ids of requests, and its log. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { applyMigrations } from '../../lib/db/migrate'
import { temporaryFolder } from '../../scripts/temporary'
import { heardServer } from '../support/heard-server'

const folder = temporaryFolder('running')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('answers that it is alive, and ready, with nothing to be kept', async () => {
  const [alive, ready] = await Promise.all(
    ['healthz', 'readyz'].map((path) => fetch(`${inject('site')}/${path}`)),
  )
  expect([alive?.status, ready?.status]).toEqual([200, 200])
  expect(await ready?.json()).toEqual({
    ready: true,
    checks: { database: 'ok', migrations: 'ok', disk: 'ok' },
  })
  expect(ready?.headers.get('cache-control')).toBe('no-store')
})

it('gives each request an id, and takes one that a proxy gave', async () => {
  const id = async (headers: Record<string, string> = {}) =>
    (await fetch(`${inject('site')}/claims.json`, { headers })).headers.get('x-request-id')
  expect(await id()).toMatch(/^[\w-]{36}$/)
  expect(await id()).not.toBe(await id())
  expect(await id({ 'X-Request-Id': 'from-a-proxy.1' })).toBe('from-a-proxy.1')
  expect(await id({ 'X-Request-Id': '{"level":60}' })).toMatch(/^[\w-]{36}$/)
})

/** What a line of a request has, and nothing else. */
const FIELDS = ['id', 'level', 'method', 'ms', 'msg', 'pid', 'route', 'status', 'time', 'whole']

it('logs one line for each request: its route, and nothing that was typed', async () => {
  const url = `file:${join(folder, 'log.db')}`
  await applyMigrations(url)
  const server = await heardServer(url)
  const headers = { Cookie: 'on-record.session_token=marked', Authorization: 'Bearer marked' }
  for (const path of [
    '/search?q=marked',
    '/claims/marked',
    '/invite/marked',
    '/setup/marked',
    '/marked',
    '/api/v1/claims/marked',
  ])
    await (await fetch(`${server.site}${path}`, { headers })).arrayBuffer()
  server.process.kill('SIGTERM')
  await server.ended
  const lines = server.lines().filter(({ msg }) => msg === 'request')
  expect(lines.map(({ route }) => route)).toEqual(
    expect.arrayContaining(['/search', '/claims/[slug]', '/invite/[token]', '/setup/[token]', '(none)']),
  )
  expect(lines.filter(({ route }) => route === '/search')).toHaveLength(1)
  for (const line of lines) expect(Object.keys(line).sort()).toEqual(FIELDS)
  expect(JSON.stringify(server.lines())).not.toContain('marked')
})
