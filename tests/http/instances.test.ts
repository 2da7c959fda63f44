/** Several servers over one PostgreSQL behave as one, from an empty database on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { type Database, openDatabase } from '../../lib/db/client'
import { freePort } from '../../scripts/free-port'
import { startPostgres } from '../../scripts/postgres'
import { addAccount, cookiesOf, PASSWORD, post } from '../support/accounts'

interface Instance {
  site: string
  said: () => string
  process: ChildProcess
}

/** `npm start`, as it is typed. */
const start = async (url: string): Promise<Instance> => {
  const port = `${await freePort()}`
  const server = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: port,
      BETTER_AUTH_SECRET: 'a secret for the tests alone, of many characters',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  return { site: `http://127.0.0.1:${port}`, said: () => said, process: server }
}

const ready = async ({ site, said, process: server }: Instance): Promise<void> => {
  const answers = () =>
    fetch(`${site}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`It ended: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

let postgres: Awaited<ReturnType<typeof startPostgres>>
let db: Database
let one: Instance
let two: Instance

beforeAll(async () => {
  postgres = await startPostgres()
  const url = postgres.url('postgres')
  ;[one, two] = await Promise.all([start(url), start(url)])
  await Promise.all([ready(one), ready(two)])
  db = openDatabase(url)
}, 300_000)

afterAll(async () => {
  for (const { process } of [one, two]) process.kill('SIGTERM')
  await Promise.all([one, two].map(({ process }) => process.exitCode ?? once(process, 'exit')))
  await db.close()
  await postgres.stop()
})

it('start together on an empty database: one migrates, one seeds, both serve', async () => {
  const both = one.said() + two.said()
  expect(both.match(/Database: applied/g)).toHaveLength(1)
  expect(both.match(/Loaded the seed article/g)).toHaveLength(1)
  expect(await db.reader.claim.count({ where: { shelf: 'public' } })).toBe(42)
  expect((await checkDerivation(db)).wrong).toEqual([])
})

it('share sessions: who signed in at one is signed in at the other, and out at both', async () => {
  const { email } = await addAccount(db, 'editor')
  const cookie = cookiesOf(await post(one.site, '/sign-in/submit', { email, password: PASSWORD }))
  const desk = async ({ site }: Instance) =>
    (await fetch(`${site}/desk`, { headers: { Cookie: cookie }, redirect: 'manual' })).status
  expect([await desk(one), await desk(two)]).toEqual([200, 200])
  await post(two.site, '/sign-out', {}, { cookie })
  expect([await desk(one), await desk(two)]).toEqual([307, 307])
})

it('show at once what the other wrote, though both keep what they have read', async () => {
  const { email } = await addAccount(db, 'reviewer')
  const cookie = cookiesOf(await post(two.site, '/sign-in/submit', { email, password: PASSWORD }))
  const shown = async ({ site }: Instance) => (await fetch(`${site}/topics/cecot`)).text()
  const { name, version, slug } = await db.reader.topic.findFirstOrThrow({ where: { slug: 'cecot' } })
  for (const [n, writer] of [one, two, one].entries()) {
    const description = `Described ${n} times.`
    for (const reader of [one, two]) expect(await shown(reader)).not.toContain(description)
    const fields = { version: `${version + n}`, name, description, reason: 'A reason.' }
    const answer = await post(writer.site, `/desk/topics/${slug}/save`, fields, { cookie })
    expect(answer.headers.get('location')).not.toContain('draft')
    for (const reader of [two, one]) expect(await shown(reader)).toContain(description)
  }
})
