/** Exports longer than one portion: streamed, and whole. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { hideClaim } from '../../lib/commands/claims/workflow'
import { type Database, openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { serve } from '../support/site'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const CLAIMS = 1_300

let folder = ''
let db: Database
let site = ''
let stop = () => {}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-exports-'))
  const url = `file:${join(folder, 'ledger.db')}`
  await applyMigrations(url)
  db = openDatabase(url)
  await generateLedger(db, SYSTEM, CLAIMS)
  for (const shelf of ['desk', 'teaching'] as const)
    must(await recordClaim(db, SYSTEM, { id: shelf, statement: `Xyzzy of the ${shelf}.`, shelf }), shelf)
  must(await recordClaim(db, SYSTEM, { id: 'hidden', statement: 'Xyzzy that was public.' }), 'hidden')
  must(await hideClaim(db, SYSTEM, { id: 'hidden', version: 1, reason: 'It named a minor.' }), 'hidden')
  ;({ site, stop } = await serve(url))
})

afterAll(async () => {
  stop()
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, init: RequestInit = {}) => fetch(site + path, init)
const publicIds = async () =>
  (await db.reader.claim.findMany({ where: { shelf: 'public' }, select: { id: true } }))
    .map(({ id }) => id)
    .sort()

describe('an export', () => {
  it.each(['sort=-saidOn', 'sort=recorded', 'sort=speaker', 'sort=-status', 'sort=origins', ''])(
    'holds every claim once, in every form (%s)',
    async (sort) => {
      const ids = await publicIds()
      expect(ids).toHaveLength(CLAIMS)
      const lines = (await (await get(`/claims.jsonl?${sort}`)).text()).trimEnd().split('\n')
      const found = lines.map((line) => JSON.parse(line).id as string)
      expect(found.toSorted()).toEqual(ids)
      const table = parse(await (await get(`/claims.csv?${sort}&bom=1`)).text(), { columns: true, bom: true })
      expect((table as { id: string }[]).map(({ id }) => id)).toEqual(found)
      const whole = await (await get(`/claims.json?${sort}&per=all`)).json()
      expect(whole.data.map(({ id }: { id: string }) => id)).toEqual(found)
      expect(whole.total).toEqual({ n: CLAIMS, exact: true })
    },
  )

  it('of a search holds all that match, not the best of them', async () => {
    const claims = await db.reader.claim.findMany({ where: { shelf: 'public' }, select: { statement: true } })
    const matching = claims.filter(({ statement }) => /\bthe\b/i.test(statement)).length
    expect(matching).toBeGreaterThan(1_000)
    const lines = (await (await get('/claims.jsonl?q=the')).text()).trimEnd().split('\n')
    expect(lines).toHaveLength(matching)
  })

  it('is asked about without being made', async () => {
    const head = await get('/claims.csv', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-disposition')).toContain('claims-')
    expect(await head.text()).toBe('')
  })
})

describe('what is not public', () => {
  it('is in no list, file, feed or sitemap', async () => {
    for (const path of [
      '/claims.json?per=100&sort=-recorded',
      '/claims.json?per=all',
      '/claims.csv',
      '/claims.jsonl',
      '/claims.atom',
      '/claims.feed.json',
      '/claims.json?q=xyzzy',
      '/claims.csv?q=xyzzy',
      '/claims.atom?q=xyzzy',
      '/sitemap/claims-1.xml',
    ]) {
      const response = await get(path)
      expect(response.status, path).toBe(200)
      const text = await response.text()
      // The address of the view is in it, and says what was looked for.
      expect(text.replaceAll(/q=xyzzy|“xyzzy”/g, ''), path).not.toMatch(/xyzzy/i)
    }
  })

  it('answers as if it were not there, or with the reason where readers knew it', async () => {
    const slug = async (id: string) =>
      (await db.reader.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug
    for (const form of ['.json', '.atom', '.feed.json', '/v/1.json']) {
      for (const id of ['desk', 'teaching'])
        expect((await get(`/claims/${await slug(id)}${form}`)).status, id + form).toBe(404)
      const gone = await get(`/claims/${await slug('hidden')}${form}`)
      expect(gone.status, form).toBe(410)
      const problem = await gone.json()
      expect(problem.reason).toBe('It named a minor.')
      expect(JSON.stringify(problem)).not.toMatch(/xyzzy/i)
    }
  })
})
