/** How a server ends that is told to stop: what runs is finished, within bounds. */
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { setSourceStatus } from '../../lib/commands/sources'
import { type Database, openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { withPostgres } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/temporary'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { addAccount, PASSWORD } from '../support/accounts'
import { type HeardServer, heardServer } from '../support/heard-server'
import { addUsers, admin } from '../support/small-ledger'

const folder = temporaryFolder('ending')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRET = { BETTER_AUTH_SECRET: 'a secret for the tests alone, of many characters' }

const load = async (url: string): Promise<Database> => {
  await applyMigrations(url)
  const db = openDatabase(url)
  await addUsers(db)
  return db
}

/** Sends half of the form of whoever signs in; what it returns sends the rest, and says what was answered. */
const halfOfForm = async ({ port, site }: HeardServer, email: string): Promise<() => Promise<string>> => {
  const socket = connect(port, '127.0.0.1')
  const body = `${new URLSearchParams({ email, password: PASSWORD })}`
  socket.write(
    `POST /sign-in/submit HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${site}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  )
  let said = ''
  socket.on('data', (part) => {
    said += part
  })
  const closed = once(socket, 'close')
  await new Promise((resolve) => setTimeout(resolve, 500))
  return async () => {
    socket.write(body.slice(10))
    await closed
    return said
  }
}

const refuses = ({ port }: HeardServer) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.destroy() && false))
    socket.once('error', () => resolve(true))
  })

const endsWell = async (url: string) => {
  const db = await load(url)
  await generateLedger(db, { kind: 'system', name: 'generator' }, 4_000, { seed: 5 })
  const source = await db.reader.source.findFirstOrThrow({ orderBy: { claimCount: 'desc' } })
  const server = await heardServer(url, SECRET)
  const rest = await halfOfForm(server, (await addAccount(db, 'editor')).email)
  const change = { id: source.id, version: source.version, status: 'retracted', reason: 'A reason.' } as const
  must(await setSourceStatus(db, admin, change), 'status')
  const job = () => db.reader.job.findFirst({ orderBy: { createdAt: 'desc' } })
  while ((await job())?.state === 'waiting') await new Promise((resolve) => setTimeout(resolve, 5))
  server.process.kill('SIGTERM')
  await server.says('stopping')
  while (!(await refuses(server))) await new Promise((resolve) => setTimeout(resolve, 20))
  const answer = await rest()
  expect(answer).toMatch(/^HTTP\/1.1 303 /)
  expect(answer).toMatch(/set-cookie: on-record\.session_token=/i)
  expect(await server.ended).toBe(143)
  // Given back or done: a worker that was cut off would have left it running.
  expect(['waiting', 'done']).toContain((await job())?.state)
  await db.close()
}

describe('told to stop, it finishes the requests that run and the batch of its worker', () => {
  it('on SQLite', () => endsWell(`file:${join(folder, 'end.db')}`))
  it('on PostgreSQL', () => withPostgres(endsWell))
})

it('ends in bounded time where a request does not', async () => {
  const db = await load(`file:${join(folder, 'stuck.db')}`)
  const server = await heardServer(db.url, { ...SECRET, SHUTDOWN_SECONDS: '1' })
  await halfOfForm(server, 'nobody@example.org')
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(1)
  expect(server.lines().at(-1)?.msg).toContain('stopped before everything had ended')
  await db.close()
})

it('does not start where nothing can be signed', async () => {
  await expect(
    heardServer(`file:${join(folder, 'secret.db')}`, { BETTER_AUTH_SECRET: 'short' }),
  ).rejects.toThrow('at least 32 characters')
})
