/** Facets and totals against a plain count, on random ledgers, after random commands, for random queries. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { hideClaim, reopenClaim } from '../../lib/commands/claims/workflow'
import { mergeSpeakers } from '../../lib/commands/merge'
import { recount } from '../../lib/commands/recount'
import { setSourceStatus } from '../../lib/commands/sources'
import type { Database } from '../../lib/db/client'
import { type ClaimQuery, emptyQuery } from '../../lib/domain/query'
import { SOURCE_STATUSES } from '../../lib/domain/vocabulary'
import { getClaimFacets } from '../../lib/queries/claims/facets'
import { listClaims } from '../../lib/queries/claims/list'
import { loadArticle } from '../../seeds/article/load'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { CHANGES, edit, opened } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { matches, queryOver, readAll } from '../support/plain-claims'
import { expectFacets } from '../support/plain-facets'
import { addSmallLedger, admin } from '../support/small-ledger'

const seed = { kind: 'system', name: 'seed' } as const
const viewer = { kind: 'public' } as const

const view = (change: Partial<ClaimQuery>): ClaimQuery => ({ ...emptyQuery(), ...change })

/** A command on the small ledger. Some are refused as it then stands; then nothing changes. */
type Step = (db: Database) => Promise<{ ok: boolean }>

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const claim = oneOf(['claim-found', 'claim-said'])
const why = { reason: 'A reason.' }

/** Commands of every kind that moves what is counted. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(claim, fc.nat(60)).map(
    ([id, n]): Step =>
      (db) =>
        edit(db, admin, id, CHANGES[n % CHANGES.length]?.(n) ?? {}),
  ),
  fc.tuple(claim, fc.boolean()).map(
    ([id, hide]): Step =>
      async (db) => {
        const input = { id, version: (await opened(db, id)).version, ...why }
        return hide ? hideClaim(db, admin, input) : reopenClaim(db, admin, { ...input, to: 'published' })
      },
  ),
  fc.tuple(oneOf(['register', 'report', 'memo']), oneOf(SOURCE_STATUSES)).map(
    ([id, status]): Step =>
      async (db) => {
        const { version } = await db.reader.source.findUniqueOrThrow({ where: { id } })
        return setSourceStatus(db, admin, { id, version, status, ...why })
      },
  ),
  fc.constant<Step>(async (db) => {
    const version = async (id: string) =>
      (await db.reader.speaker.findUniqueOrThrow({ where: { id } })).version
    return mergeSpeakers(db, admin, {
      from: 'other',
      into: 'director',
      fromVersion: await version('other'),
      intoVersion: await version('director'),
      ...why,
    })
  }),
)

describeDatabases('facets', (open) => {
  it('count what a plain reading of all claims counts, whatever is asked for', async () => {
    const db = await open()
    await loadArticle(db, seed)
    await generateLedger(db, seed, 600)
    const all = await readAll(db)
    let counts = 0
    await fc.assert(
      fc.asyncProperty(queryOver(all), async (query) => {
        counts += (await expectFacets(db, all, query, { estimated: false })).counts
      }),
      { numRuns: 60 },
    )
    expect(counts).toBeGreaterThan(1_000)
  })

  it('stay right through every kind of command, and so do the counters and the sample', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        const db = await open()
        await addSmallLedger(db)
        for (const run of steps) {
          if ((await run(db)).ok) done++
          expect((await checkDerivation(db)).wrong).toEqual([])
          const all = await readAll(db)
          for (const query of [
            view({}),
            view({ status: ['unsupported'] }),
            view({ topic: ['housing'], act: ['assertion', 'denial'] }),
            view({ source: ['report-on-permits'], from: '2024', to: '2024' }),
            view({ speaker: ['ada-brandt'], from: '2024-05' }),
          ])
            await expectFacets(db, all, query, { estimated: false })
        }
      }),
      { numRuns: 4 },
    )
    expect(done).toBeGreaterThan(8)
  })

  it('and totals are estimated, and marked, only where neither counters nor a count serve', async () => {
    const db = await open()
    await generateLedger(db, seed, 4_500)
    const all = await readAll(db)
    const top = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' } } as const
    const { slug: source } = await db.reader.source.findFirstOrThrow(top)
    const { slug: topic } = await db.reader.topic.findFirstOrThrow(top)
    const { slug: speaker } = await db.reader.speaker.findFirstOrThrow(top)
    let estimates = 0
    for (const query of [
      view({}),
      view({ speaker: [speaker] }),
      view({ status: ['unsupported'] }),
      view({ topic: [topic], status: ['single_source', 'contested'] }),
      view({ source: [source] }),
      view({ act: ['assertion'], basis: ['not_stated'], family: ['thin', 'unsupported'] }),
      view({ act: ['assertion'], from: '2015' }),
      view({ from: '2012-03', to: '2025-11' }),
      view({ topic: [topic], speaker: [speaker], act: ['assertion'] }),
    ]) {
      const { total } = await listClaims(db, viewer, query)
      expect(total).toEqual({
        n: all.claims.filter((claim) => matches(all, query, claim)).length,
        exact: true,
      })
      estimates += (await expectFacets(db, all, query, { estimated: true })).estimates
    }
    expect(estimates).toBeGreaterThan(20)
    // What the counters serve is never an estimate.
    for (const query of [
      view({}),
      view({ topic: [topic] }),
      view({ speaker: [speaker], status: ['unsupported'] }),
    ]) {
      const facets = await getClaimFacets(db, viewer, query, await listClaims(db, viewer, query))
      for (const facet of ['status', 'family', 'topic', 'act', 'flag', 'basis', 'year'] as const)
        for (const { claims } of facets[facet].values) expect(claims.exact, facet).toBe(true)
    }
  })

  it('can be counted anew, from the claims as they are stored', async () => {
    const db = await open()
    await generateLedger(db, seed, 300)
    await db.writer.claimCount.deleteMany()
    await db.writer.sampleKey.deleteMany()
    await db.writer.source.updateMany({ data: { claimCount: 7 } })
    expect((await checkDerivation(db)).wrong.length).toBeGreaterThan(100)
    expect(await recount(db)).toBe(300)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
