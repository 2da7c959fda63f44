/**
 * Once before the tests over HTTP and in a browser: the production build of this tree, and a server of it on loopback
 * over a database of its own, seeded as on a fresh machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { changeAddress } from '../../lib/commands/rename'
import { openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { buildIfChanged } from '../../scripts/build'
import { serve } from '../../scripts/serve'
import { seedDemonstration } from '../../seeds/demonstration'
import { must } from '../../seeds/must'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the served site, without a slash at the end. */
    site: string
    /** The address of its database, for what no page does. */
    siteDatabase: string
    /** The address of the same site over a database of its own, on which no test writes. */
    readingSite: string
  }
}

/** A claim, a speaker and a source whose address changed, as after an editor's correction. */
const RENAMED = [
  { kind: 'claim', id: 'usaid-funding-frozen', slug: 'usaid-money-frozen' },
  { kind: 'speaker', id: 'us-officials', slug: 'unplaced-us-officials' },
  { kind: 'source', id: 'marroquin-profile', slug: 'profile-of-carlos-marroquin-chica' },
] as const

const prepare = async (url: string) => {
  await applyMigrations(url)
  const db = openDatabase(url)
  await seedDemonstration(db)
  for (const change of RENAMED)
    must(await changeAddress(db, { kind: 'system', name: 'tests' }, { ...change, version: 1 }), change.id)
  await db.close()
}

export { serve }

export default async (project: TestProject): Promise<() => void> => {
  buildIfChanged()
  const folder = mkdtempSync(join(tmpdir(), 'on-record-site-'))
  const url = `file:${join(folder, 'ledger.db')}`
  await prepare(url)
  // Readers' tests count what is there, so nobody writes on theirs.
  const untouched = `file:${join(folder, 'reading.db')}`
  await prepare(untouched)
  // Receivers of webhooks in tests are on this machine.
  const outgoing = { OUTGOING_ALLOW: '127.0.0.1' }
  const [desk, reading] = await Promise.all([serve(url, outgoing), serve(untouched)])
  project.provide('site', desk.site)
  project.provide('siteDatabase', url)
  project.provide('readingSite', reading.site)
  return () => {
    desk.stop()
    reading.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
