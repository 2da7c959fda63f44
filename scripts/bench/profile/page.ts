/** npm run bench -- --profile PAGE: where the time of a request for a page goes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../lib/db/schema'
import type { DatabaseKind } from '../../../lib/db/url'
import { clientOf } from '../client'
import { withLedger } from '../ledger'
import { serveMeasured, type Usage } from '../server'
import { placesOf } from './places'
import { type Profile, type Shares, summaryOf } from './shares'

/** Before the profile, so that it shows compiled code; and under it. */
const WARM_UP = 200
const REQUESTS = 400

/** @returns the profile, and the milliseconds of processor time of a request under it */
const profileOf = async (url: string, page: string): Promise<{ profile: Profile; cpuMs: number }> => {
  const server = await serveMeasured(url)
  const client = clientOf(server.site)
  try {
    const { status } = await client.ask(page)
    if (status !== 200) throw new Error(`${page} answered ${status}; give an address that has a page.`)
    for (let i = 0; i < WARM_UP; i++) await client.ask(page)
    await server.inside('profile')
    const before = await server.inside<Usage>('usage')
    for (let i = 0; i < REQUESTS; i++) await client.ask(page)
    const after = await server.inside<Usage>('usage')
    const profile = await server.inside<Profile>('profiled')
    return { profile, cpuMs: (after.cpuMs - before.cpuMs) / REQUESTS }
  } finally {
    client.close()
    server.stop()
  }
}

/**
 * The clock of a profile runs on while another process has the processor, so its shares are taken, of the processor
 * time that the server's process was charged.
 */
const lines = (title: string, shares: Shares, cpuMs: number, most: number): string[] => [
  '',
  `${'ms'.padStart(8)}  ${'%'.padStart(5)}  ${title}`,
  ...shares
    .slice(0, most)
    .map(([name, share]) =>
      [(share * cpuMs).toFixed(2).padStart(8), (share * 100).toFixed(1).padStart(5), name].join('  '),
    ),
]

/** Profiles a page over a generated ledger. @returns what is to be printed; times are for one request */
export const profilePage = (database: DatabaseKind, claims: number, page: string): Promise<string[]> =>
  withLedger(database, claims, async (db) => {
    const { profile, cpuMs } = await profileOf(db.url, page)
    const folder = join(ROOT, '.cache', 'profiles')
    mkdirSync(folder, { recursive: true })
    const file = join(
      folder,
      `${page.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'overview'}-${database}.cpuprofile`,
    )
    writeFileSync(file, JSON.stringify(profile))
    const { owners, functions, below } = summaryOf(profile, placesOf())
    return [
      `${page} on ${database} with ${claims.toLocaleString('en')} claims: ${cpuMs.toFixed(2)} ms of processor time a request.`,
      `The profile, for the developer tools of a browser: ${file}`,
      ...lines('by whose code it is', owners, cpuMs, 30),
      ...lines('below each file of ours, until it waits', below, cpuMs, 40),
      ...lines('by function', functions, cpuMs, 40),
    ]
  })
