/** Figures for Prometheus: off by default, behind a token on the site, or on a port of their own. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import { makeBackup } from '../../lib/commands/backup/make'
import { openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { freePort } from '../../scripts/free-port'
import { serve } from '../../scripts/serve'
import { temporaryFolder } from '../../scripts/temporary'

const folder = temporaryFolder('metrics')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TOKEN = 'of the one who watches'

const ask = (site: string, token?: string) =>
  fetch(`${site}/metrics`, token ? { headers: { Authorization: `Bearer ${token}` } } : {})

/** The value of a line, such as `on_record_jobs{state="failed"}`. */
const value = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  )

it('are not there unless somebody asked for them', async () => {
  expect((await ask(inject('site'))).status).toBe(404)
  expect((await ask(inject('site'), 'undefined')).status).toBe(404)
})

it('are there for the token, by route and never by path, with the ledger’s own', async () => {
  const url = `file:${join(folder, 'token.db')}`
  await applyMigrations(url)
  const db = openDatabase(url)
  const { site, stop } = await serve(url, { METRICS_TOKEN: TOKEN })
  try {
    expect([(await ask(site)).status, (await ask(site, 'another')).status]).toEqual([404, 404])
    await (await fetch(`${site}/claims/marked`)).text()
    const text = await (await ask(site, TOKEN)).text()
    expect(text).toContain(
      'on_record_request_seconds_count{method="GET",route="/claims/[slug]",status="404"} 1',
    )
    expect(text).not.toContain('marked')
    expect(value(text, 'on_record_jobs{state="failed"}')).toBe(0)
    expect(value(text, 'on_record_errors_total')).toBe(0)
    expect(value(text, 'on_record_database_bytes')).toBeGreaterThan(100_000)
    expect(value(text, 'on_record_last_backup_timestamp_seconds')).toBe(0)
    expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    const { startedAt } = await makeBackup(db, { into: join(folder, 'backups') })
    const later = await (await ask(site, TOKEN)).text()
    expect(value(later, 'on_record_last_backup_timestamp_seconds')).toBe(Date.parse(startedAt) / 1000)
  } finally {
    stop()
    await db.close()
  }
})

it('are on a port of their own where there is one, and not on the site then', async () => {
  const url = `file:${join(folder, 'port.db')}`
  await applyMigrations(url)
  const port = await freePort()
  const { site, stop } = await serve(url, { METRICS_PORT: `${port}` })
  try {
    expect((await ask(site)).status).toBe(404)
    const own = `http://127.0.0.1:${port}`
    expect(await (await ask(own)).text()).toContain('on_record_request_seconds')
    expect((await fetch(`${own}/claims`)).status).toBe(404)
  } finally {
    stop()
  }
})
