/** The long run: the production server killed while programs write to it by its API. */
import { once } from 'node:events'
import { beforeAll, expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import type { Database } from '../../lib/db/client'
import { buildIfChanged } from '../../scripts/build'
import { serve } from '../../scripts/serve'
import { addAccount, type TestUser } from '../support/accounts'
import { keyOf } from '../support/api'
import { describeDatabases } from '../support/databases'
import { pause, within } from '../support/kill-process'
import { KILLS } from '../support/kills/count'

/** Programs at once. */
const PROGRAMS = 3

/** What a program sends as its n-th write; odd ones are claims. */
const nth = (program: number, n: number) =>
  n % 2 === 0
    ? { path: 'topics', body: { id: `topic-${program}-${n}`, name: `Topic ${program} ${n}` } }
    : { path: 'claims', body: { id: `claim-${program}-${n}`, statement: `Claim ${program} ${n} is so.` } }

const send = async (site: string, key: string, program: number, n: number): Promise<Response> => {
  const { path, body } = nth(program, n)
  const response = await fetch(`${site}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `${program}-${n}`,
    },
    body: JSON.stringify(body),
  })
  await response.text()
  return response
}

/** A key of each program; the keys of idempotent writes belong to them. */
const keysOf = (db: Database, user: TestUser) =>
  Promise.all(Array.from({ length: PROGRAMS }, () => keyOf(db, user, ['claims', 'topics'])))

/** Lets the programs write until the server is killed. @returns what was acknowledged, as ids */
const untilKilled = async (url: string, keys: readonly string[], next: number[]): Promise<string[]> => {
  const { site, server } = await serve(url)
  const gone = once(server, 'exit')
  const acknowledged: string[] = []
  const programs = keys.map(async (key, program) => {
    for (let n = next[program] ?? 0; ; n++) {
      const response = await send(site, key, program, n).catch(() => null)
      if (!response) return
      if (response.status === 429) return
      expect(response.status).toBe(201)
      acknowledged.push(nth(program, n).body.id)
      next[program] = n + 1
    }
  })
  const enough = 1 + within(12)
  const all = Promise.all(programs)
  while (acknowledged.length < enough) await pause(5)
  await pause(within(40))
  server.kill('SIGKILL')
  expect((await gone)[1]).toBe('SIGKILL')
  await all
  return acknowledged
}

/** Every write that stands, as ids; each once, with its event. */
const standing = async (db: Database): Promise<Set<string>> => {
  const select = { id: true }
  const mine = { id: { contains: '-' } }
  const rows = [
    ...(await db.reader.topic.findMany({ where: mine, select })),
    ...(await db.reader.claim.findMany({ where: mine, select })),
  ]
  const events = await db.reader.event.findMany({
    where: { kind: { in: ['topic.recorded', 'claim.recorded'] } },
    select: { subjectId: true },
  })
  expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(rows.map(({ id }) => id).sort())
  expect(await db.reader.keptAnswer.count({ where: { status: 201 } })).toBe(rows.length)
  return new Set(rows.map(({ id }) => id))
}

describeDatabases('a production server that is killed', (open, kind) => {
  beforeAll(buildIfChanged)

  it('has every write that it acknowledged, and nothing half done', async () => {
    const db = await open()
    const user = await addAccount(db, 'admin')
    const keys = await keysOf(db, user)
    const next: number[] = new Array(PROGRAMS).fill(0)
    const counts = { kills: 0, acknowledged: 0, lost: 0 }
    while (counts.kills < KILLS) {
      const acknowledged = await untilKilled(db.url, keys, next)
      counts.kills++
      counts.acknowledged += acknowledged.length
      const stands = await standing(db)
      counts.lost += acknowledged.filter((id) => !stands.has(id)).length
    }
    const { site, stop } = await serve(db.url)
    for (const [program, key] of keys.entries()) {
      const again = await send(site, key, program, (next[program] ?? 0) - 1)
      expect(again.status).toBe(201)
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      expect((await send(site, key, program, next[program] ?? 0)).status).toBe(201)
    }
    stop()
    expect((await standing(db)).size).toBe(next.reduce((sum, n) => sum + n + 1, 0))
    expect((await checkDerivation(db)).wrong).toEqual([])
    console.log(`server (${kind}):`, JSON.stringify(counts))
    expect(counts.lost).toBe(0)
  })
})
