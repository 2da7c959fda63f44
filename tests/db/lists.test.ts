/** Lists of claims against a plain reading of all rows: the same claims, in the same order, with the same count. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { publishClaim, submitClaim } from '../../lib/commands/claims/workflow'
import { changeAddress } from '../../lib/commands/rename'
import type { Database } from '../../lib/db/client'
import { CLAIM_SORTS, type ClaimQuery, type ColumnSort, emptyQuery, LAST } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { loadArticle } from '../../seeds/article/load'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { loadTeaching } from '../../seeds/teaching/load'
import { describeDatabases } from '../support/databases'
import { type Claim, matches, queryOver, readAll } from '../support/plain-claims'
import { addSmallLedger, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const seed = { kind: 'system', name: 'seed' } as const

const COLUMN: Record<ColumnSort, (claim: Claim) => number | Buffer> = {
  saidOn: (claim) => claim.saidFrom,
  recorded: (claim) => claim.recordedAt.getTime(),
  published: (claim) => claim.publishedAt?.getTime() ?? 0,
  speaker: (claim) => Buffer.from(claim.speakerSort),
  status: (claim) => claim.statusRank,
  origins: (claim) => claim.originsFor ?? -1,
}

/** By bytes, as both databases are told to. */
const compare = (a: number | Buffer, b: number | Buffer) =>
  typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : Buffer.compare(a, b)

const sorted = (claims: Claim[], { by, descending }: ClaimQuery['sort']): string[] =>
  [...claims]
    .sort(
      (a, b) =>
        (compare(COLUMN[by as ColumnSort](a), COLUMN[by as ColumnSort](b)) ||
          compare(Buffer.from(a.id), Buffer.from(b.id))) * (descending ? -1 : 1),
    )
    .map(({ slug }) => slug)

/** Every page of a view, walked one way. */
const walk = async (db: Database, view: ClaimQuery, step: 'after' | 'before') => {
  const slugs: string[] = []
  const totals = new Set<number>()
  let query: ClaimQuery = step === 'after' ? view : { ...view, before: LAST }
  for (let pages = 0; pages < 100; pages++) {
    const page = await listClaims(db, reader, query)
    totals.add(page.total.exact ? page.total.n : -1)
    const rows = page.rows.map(({ slug }) => slug)
    slugs.splice(step === 'after' ? slugs.length : 0, 0, ...rows)
    const token = page[step]
    if (!token) return { slugs, totals: [...totals] }
    expect(rows).toHaveLength(view.per)
    query = { ...view, [step]: token }
  }
  return expect.fail('The pages do not end.')
}

describeDatabases('a list of claims', (open) => {
  const load = async () => {
    const db = await open()
    await loadArticle(db, seed)
    await generateLedger(db, seed, 800)
    await loadTeaching(db, seed)
    return db
  }

  it('gives every claim once, in the order that it says, forwards and backwards', async () => {
    const db = await load()
    const all = await readAll(db)
    expect(all.claims).toHaveLength(842)
    for (const by of CLAIM_SORTS)
      for (const descending of [false, true]) {
        const view: ClaimQuery = { ...emptyQuery(), sort: { by, descending }, per: 97 }
        const wanted = sorted(all.claims, view.sort)
        for (const step of ['after', 'before'] as const)
          expect(await walk(db, view, step), `${by} ${descending} ${step}`).toEqual({
            slugs: wanted,
            totals: [842],
          })
      }
  })

  it('has a draft that waited among what was published last, as feeds do', async () => {
    const db = await open()
    await addSmallLedger(db)
    const old = { statement: 'Written long ago.', id: 'draft', shelf: 'desk' } as never
    must(await recordClaim(db, userOf('contributor'), old, new Date('2020-01-01T00:00:00Z')), 'the draft')
    const slugs = async (by: 'published' | 'recorded') => {
      const query: ClaimQuery = { ...emptyQuery(), sort: { by, descending: true } }
      return (await listClaims(db, reader, query)).rows.map(({ slug }) => slug)
    }
    expect(await slugs('published')).not.toContain('written-long-ago')
    must(await submitClaim(db, userOf('contributor'), { id: 'draft', version: 1 }), 'submitted')
    must(await publishClaim(db, userOf('reviewer'), { id: 'draft', version: 2 }), 'published')
    expect((await slugs('published'))[0]).toBe('written-long-ago')
    expect((await slugs('recorded')).at(-1)).toBe('written-long-ago')
  })

  it('gives what a plain reading of all rows gives, whatever is asked for', async () => {
    const db = await load()
    // Addresses that were in use before are asked for too.
    for (const [kind, id] of [
      ['speaker', 'gen-person-0'],
      ['topic', 'gen-topic-0'],
      ['source', 'gen-source-0'],
    ] as const)
      must(await changeAddress(db, seed, { kind, id, version: 1, slug: `renamed-${kind}` }), kind)
    const all = await readAll(db)
    let many = 0
    await fc.assert(
      fc.asyncProperty(queryOver(all), async (query) => {
        const found = all.claims.filter((claim) => matches(all, query, claim))
        if (found.length > 0) many++
        const wanted = sorted(found, query.sort)
        expect(await walk(db, query, 'after')).toEqual({ slugs: wanted, totals: [wanted.length] })
        const { names } = await listClaims(db, reader, query)
        const lost = (['speaker', 'source', 'topic'] as const).flatMap((key) =>
          query[key].filter((slug) => !all[key].has(slug)).map((value) => ({ key, value })),
        )
        expect(names.unknown).toEqual(lost)
      }),
      { numRuns: 150 },
    )
    // A test of empty lists alone would show nothing.
    expect(many).toBeGreaterThan(40)
  })

  it('says which addresses stand for nothing, and does not filter by them', async () => {
    const db = await open()
    await loadArticle(db, seed)
    const query = { ...emptyQuery(), speaker: ['nobody'], source: ['nothing'], topic: ['cecot', 'none'] }
    const { total, names } = await listClaims(db, reader, query)
    const alone = await listClaims(db, reader, { ...emptyQuery(), topic: ['cecot'] })
    expect(names.unknown).toEqual([
      { key: 'speaker', value: 'nobody' },
      { key: 'source', value: 'nothing' },
      { key: 'topic', value: 'none' },
    ])
    expect(total).toEqual(alone.total)
    expect(total.n).toBeGreaterThan(0)
    expect(total.n).toBeLessThan(42)
  })
})
