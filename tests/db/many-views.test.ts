/** The matrix and the chart against a plain count of all rows, over random ledgers. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { parseEdtf } from '../../lib/domain/edtf'
import { type ClaimQuery, emptyQuery, type MatrixQuery } from '../../lib/domain/query'
import { FAMILIES, FAMILY_NAMES, type Status } from '../../lib/domain/sourcing/types'
import { claimsOverTime } from '../../lib/queries/claims/over-time'
import { getMatrix, type MatrixRow } from '../../lib/queries/speakers/matrix'
import type { StatusCounts } from '../../lib/queries/views'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const SPEAKERS = ['director', 'other', 'office', 'paper']

/** A claim of any sourcing that the small ledger allows, public or not. */
const randomClaim = fc.record({
  speaker: fc.option(fc.constantFrom(...SPEAKERS)),
  speechAct: fc.constantFrom('assertion', 'assertion', 'opinion', 'denial'),
  saidOn: fc.option(
    fc.constantFrom(
      '2023',
      '2024-05-01',
      '2024-05',
      '2024-11-30',
      '2025-01-02',
      '../2020',
      '2019/2023',
      '1911',
    ),
  ),
  topics: fc.constantFrom([], ['housing'], ['housing', 'roads']),
  cited: fc.option(fc.constantFrom('register', 'report', 'memo')),
  against: fc.boolean(),
  shelf: fc.constantFrom('public', 'public', 'public', 'desk'),
})
type RandomClaim = typeof randomClaim extends fc.Arbitrary<infer T> ? T : never

const add = async (db: Database, claims: readonly RandomClaim[]) => {
  for (const [i, { cited, against, speaker, saidOn, ...claim }] of claims.entries())
    must(
      await recordClaim(db, admin, {
        ...claim,
        statement: `Random claim ${i}.`,
        speaker: speaker ?? undefined,
        saidOn: saidOn ?? undefined,
        evidence: [
          ...(cited ? [{ relation: 'supports', target: cited }] : []),
          ...(against
            ? [{ relation: 'contradicts', target: 'other', basis: 'first_hand', access: 'on_record' }]
            : []),
        ],
      } as never),
      `claim ${i}`,
    )
}

const everyClaim = (db: Database) =>
  db.reader.claim.findMany({
    where: { shelf: 'public' },
    include: { topics: { include: { topic: true } }, speaker: true },
  })
type Claim = Awaited<ReturnType<typeof everyClaim>>[number]

const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
const known = (counts: StatusCounts) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n))

/** Every page of the matrix, one after the other. */
const wholeMatrix = async (db: Database, query: MatrixQuery, per: number, most = 10_000) => {
  const rows: MatrixRow[] = []
  for (let after: string | undefined, pages = 0; ; pages++) {
    const page = await getMatrix(db, reader, { ...query, ...(after ? { after } : {}) }, { per, most })
    expect(page.rows.length).toBeLessThanOrEqual(per)
    rows.push(...page.rows)
    if (!page.after) return { ...page, rows }
    expect(pages).toBeLessThan(20)
    after = page.after
  }
}

const expectMatrix = async (db: Database, claims: readonly Claim[], topic?: string) => {
  const of = claims.filter((claim) => !topic || claim.topics.some((t) => t.topic.slug === topic))
  const matrix = await wholeMatrix(db, topic ? { topic } : {}, 2)
  const bySpeaker = tally(of.flatMap(({ speaker }) => speaker?.slug ?? []))
  expect(matrix.partial).toBeNull()
  expect(known(matrix.all)).toEqual(tally(of.map(({ shownStatus }) => shownStatus)))
  expect(Object.fromEntries(matrix.rows.map(({ speaker, claims: n }) => [speaker.slug, n]))).toEqual(
    bySpeaker,
  )
  expect(matrix.rows.map(({ claims: n }) => n)).toEqual(Object.values(bySpeaker).sort((a, b) => b - a))
  for (const { speaker, counts } of matrix.rows)
    expect(known(counts), speaker.slug).toEqual(
      tally(of.flatMap((c) => (c.speaker?.slug === speaker.slug ? c.shownStatus : []))),
    )
}

/** The years of a plain count: by family, and those without. */
const plainYears = (claims: readonly Claim[]) => {
  const years: Record<string, Record<string, number>> = {}
  let undated = 0
  for (const { saidOn, shownStatus } of claims) {
    const date = saidOn ? parseEdtf(saidOn) : null
    const year = date?.ok ? new Date(date.from * 86_400_000).getUTCFullYear() : Number.NaN
    if (!(year >= 0)) undated += 1
    else {
      const of = (years[year] ??= {})
      const family = FAMILIES[shownStatus as Status]
      of[family] = (of[family] ?? 0) + 1
    }
  }
  return { years, undated }
}

const expectChart = async (
  db: Database,
  claims: readonly Claim[],
  change: Partial<ClaimQuery>,
  most?: number,
) => {
  const chart = await claimsOverTime(db, reader, { ...emptyQuery(), ...change }, most)
  const plain = plainYears(claims)
  expect(chart.total).toEqual({ n: claims.length, exact: true })
  expect(chart.newest).toBeNull()
  expect(chart.undated).toBe(plain.undated)
  const dated = claims.length - plain.undated
  expect(chart.buckets.reduce((n, { total }) => n + total, 0) + chart.coarse).toBe(dated)
  if (chart.unit !== 'year') return
  const years: Record<string, Record<string, number>> = {}
  for (const { start, counts } of chart.buckets)
    for (const family of FAMILY_NAMES)
      if (counts[family]) (years[Number(start)] ??= {})[family] = counts[family]
  expect(years).toEqual(plain.years)
}

describeDatabases('the matrix and the chart', (open) => {
  it('count what a plain reading of all public claims counts, whatever the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomClaim, { minLength: 4, maxLength: 22 }), async (random) => {
        const db = await open()
        await addSmallLedger(db)
        must(await recordTopic(db, admin, { id: 'roads', name: 'Roads' }), 'roads')
        await add(db, random)
        const claims = await everyClaim(db)
        await expectMatrix(db, claims)
        for (const topic of ['housing', 'roads']) await expectMatrix(db, claims, topic)
        await expectChart(db, claims, {})
        // From the counters, as a ledger of a million is.
        await expectChart(db, claims, {}, 0)
        const thin = (claim: Claim) => claim.family === 'thin'
        await expectChart(db, claims.filter(thin), { family: ['thin'] })
        await expectChart(db, claims.filter(thin), { family: ['thin'] }, 0)
        const about = (slug: string) => (claim: Claim) =>
          claim.topics.some(({ topic }) => topic.slug === slug)
        await expectChart(db, claims.filter(about('roads')), { topic: ['roads'] })
        const hers = claims.filter(({ speaker }) => speaker?.slug === 'ada-brandt')
        await expectChart(db, hers, { speaker: ['ada-brandt'] })
        await expectChart(db, hers.filter(about('housing')), { speaker: ['ada-brandt'], topic: ['housing'] })
      }),
      { numRuns: 3 },
    )
  })

  it('count the newest where there are too many, and say so', async () => {
    const db = await open()
    await addSmallLedger(db)
    const said = ['2019', '2020', '2021', '2022', null]
    for (const [i, saidOn] of said.entries())
      must(
        await recordClaim(db, admin, {
          statement: `Claim ${i}.`,
          speaker: 'other',
          topics: ['housing'],
          ...(saidOn ? { saidOn } : {}),
        }),
        `${i}`,
      )
    const topic = { ...emptyQuery(), topic: ['housing'] }
    const chart = await claimsOverTime(db, reader, topic, 3)
    expect(chart).toMatchObject({ newest: 3, total: { n: 6, exact: true }, undated: 0 })
    expect(chart.buckets.map(({ start, total }) => [start, total])).toEqual([
      ['2021', 1],
      ['2022', 1],
      ['2023', 0],
      ['2024', 1],
    ])
    const matrix = await getMatrix(db, reader, { topic: 'housing' }, { per: 10, most: 3 })
    expect(matrix.partial).toEqual({ counted: 3, of: 6 })
    expect(matrix.rows.map(({ claims }) => claims)).toEqual([2, 1])
    expect(Object.values(matrix.all).reduce((sum = 0, n = 0) => sum + n, 0)).toBe(6)
  })

  it('leave out what is not there, and count all instead', async () => {
    const db = await open()
    await addSmallLedger(db)
    const matrix = await getMatrix(db, reader, { topic: 'nothing' })
    expect(matrix).toMatchObject({ topic: null, unknown: 'nothing' })
    expect(matrix.rows).toHaveLength(1)
    const chart = await claimsOverTime(db, reader, { ...emptyQuery(), speaker: ['nobody'] })
    expect(chart.total.n).toBe(2)
    expect(chart.names.unknown).toEqual([{ key: 'speaker', value: 'nobody' }])
  })
})
