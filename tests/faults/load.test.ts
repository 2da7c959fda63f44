/** The long run: readers, searchers, programs, editors and an import at once, for five minutes; nothing grows. */
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { runImport } from '../../lib/commands/imports/manage'
import { buildIfChanged } from '../../scripts/build'
import { bundled } from '../../scripts/bundle.mjs'
import { serve } from '../../scripts/serve'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { addAccount } from '../support/accounts'
import { keyOf } from '../support/api'
import { describeDatabases } from '../support/databases'
import { sent } from '../support/import-run'
import type { Held } from '../support/inside-server'
import { pause } from '../support/kill-process'

/** Seconds of load. */
const SECONDS = Number(process.env.LOAD_SECONDS ?? 300)
/** Windows in which the run is looked at. The first is the server's own warming up. */
const WINDOWS = 6
const MB = 1024 * 1024

const READ = [
  '/',
  '/claims',
  '/claims?status=unsupported',
  '/claims?sort=-saidOn',
  '/search?q=report',
  '/search?q=council+permit',
  '/speakers',
  '/sources',
  '/matrix',
  '/claims.json',
  '/claims.csv',
  '/claims.atom',
  '/method',
  '/nothing-is-here',
]

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

describeDatabases('a server under mixed load', (open, kind) => {
  beforeAll(buildIfChanged)

  it('holds no more memory and no more handles in the end', async () => {
    const db = await open()
    await generateLedger(db, { kind: 'system', name: 'generator' }, 3_000, { seed: 5 })
    const user = await addAccount(db, 'admin')
    const actor = { kind: 'user', id: user.id, name: user.name, role: user.role } as const
    const keys = await Promise.all([1, 2].map(() => keyOf(db, user, ['claims', 'topics'])))
    const module = pathToFileURL(await bundled('tests/support/inside-server.ts')).href
    const { site, server, stop } = await serve(db.url, {}, { inside: ['--expose-gc', '--import', module] })
    const held = () =>
      new Promise<Held>((resolve) => {
        server.once('message', (answer) => resolve((answer as { held: Held }).held))
        server.send('held')
      })
    const counts = { reads: 0, writes: 0, refused: 0, imports: 0, failed: 0 }
    let running = true
    const slugs = (await db.reader.claim.findMany({ take: 200, select: { slug: true } })).map(
      ({ slug }) => `/claims/${slug}`,
    )
    const reader = async (from: number) => {
      for (let i = from; running; i++) {
        const path = i % 2 ? READ[(i >> 1) % READ.length] : slugs[(i >> 1) % slugs.length]
        const response = await fetch(`${site}${path}`)
        await response.arrayBuffer()
        if (response.status >= 500) counts.failed++
        counts.reads++
      }
    }
    const program = async (key: string, name: number) => {
      for (let n = 0; running; n++) {
        const response = await fetch(`${site}/api/v1/claims`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${key}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': `${name}-${n}`,
          },
          body: JSON.stringify({ statement: `Claim ${name} ${n} of the load is so.` }),
        })
        await response.arrayBuffer()
        if (response.status === 201) counts.writes++
        else if (response.status === 429) counts.refused++
        else counts.failed++
        await pause(250)
      }
    }
    const importer = async () => {
      for (let n = 0; running; n++) {
        const rows = Array.from(
          { length: 300 },
          (_, i) => `${n}-${i},Row ${i} of file ${n} is so.,Speaker ${i % 20}`,
        )
        const text = `id,claim,speaker\n${rows.join('\n')}\n`
        const { id } = await sent(db, actor, { file: { name: `${n}.csv`, text } })
        must(await runImport(db, actor, { id }), 'run')
        counts.imports++
        await pause((SECONDS * 1000) / 20)
      }
    }
    const load = Promise.all([
      reader(0),
      reader(7),
      ...keys.map((key, name) => program(key, name)),
      importer(),
    ])
    const windows: Held[][] = []
    for (let window = 0; window < WINDOWS; window++) {
      const seen: Held[] = []
      const end = performance.now() + (SECONDS * 1000) / WINDOWS
      while (performance.now() < end) {
        await pause((SECONDS * 1000) / WINDOWS / 5)
        seen.push(await held())
      }
      windows.push(seen)
    }
    running = false
    await load
    stop()
    const of = (what: (one: Held) => number) => windows.map((seen) => Math.round(middle(seen.map(what))))
    const heap = of(({ heap }) => heap / MB)
    const rss = of(({ rss }) => rss / MB)
    const handles = of(({ handles }) => handles ?? 0)
    console.log(`load (${kind}):`, JSON.stringify({ seconds: SECONDS, ...counts, heap, rss, handles }))
    expect(counts.failed).toBe(0)
    expect(counts.reads).toBeGreaterThan(0)
    expect(counts.writes).toBeGreaterThan(0)
    // The second window against the last: caches are bounded and fill in the first. A leak of one object of 1 kB for
    // each request would show as several megabytes.
    const [, second = 0, ...later] = heap
    expect((later.at(-1) ?? 0) - second).toBeLessThan(25)
    expect((rss.at(-1) ?? 0) - (rss[1] ?? 0)).toBeLessThan(120)
    expect((handles.at(-1) ?? 0) - (handles[1] ?? 0)).toBeLessThan(15)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
