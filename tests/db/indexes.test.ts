/** Every page of a list is read along an index, in order, whatever its filter: asked of the databases themselves. */
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { Prisma } from '../../lib/db/generated/sqlite/client'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  type ColumnSort,
  emptyQuery,
  keyOf,
  LAST,
  matrixMarker,
  SOURCE_SORTS,
  SPEAKER_SORTS,
} from '../../lib/domain/query'
import { selectionOf } from '../../lib/queries/claims/counting/selection'
import { sizesOf } from '../../lib/queries/claims/counting/sizes'
import { namesFor } from '../../lib/queries/claims/names'
import { pageSql } from '../../lib/queries/claims/walk'
import { type Condition, conditionsOf } from '../../lib/queries/claims/where'
import { keysetSql, type Walk } from '../../lib/queries/keyset'
import { sourceWalk } from '../../lib/queries/sources/list'
import { speakerWalk } from '../../lib/queries/speakers/list'
import { matrixPageSql } from '../../lib/queries/speakers/matrix'
import { generateLedger } from '../../seeds/generate/load'
import { describeDatabases } from '../support/databases'

/** The steps of a statement's plan, as the database describes them. */
const planOf = async (db: Database, sql: Prisma.Sql): Promise<string[]> => {
  if (db.kind === 'sqlite') {
    const rows = await db.reader.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${sql.sql}`,
      ...sql.values,
    )
    return rows.map(({ detail }) => detail)
  }
  return db.writer.$transaction(async (tx) => {
    // A table of 2,000 rows is read whole or sorted because it is small; what is left is what an index can serve.
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'incremental_sort'])
      await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`)
    const rows = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql.text}`, ...sql.values)
    return rows.map((row) => row['QUERY PLAN'])
  })
}

/** What of a plan is not along an index: reading a whole table, or sorting what was read. */
const slowIn = (db: Database, plan: string[]): string[] =>
  db.kind === 'sqlite'
    ? plan.filter((step) => /^SCAN (?!.*USING (COVERING )?INDEX)|TEMP B-TREE/.test(step))
    : plan.filter((step) => /Seq Scan|^( *-> +)?(Incremental )?Sort /.test(step))

const alongIndex = (db: Database, plan: string[]): boolean =>
  plan.some((step) => (db.kind === 'sqlite' ? /USING (COVERING )?INDEX/ : /Index (Only )?Scan/).test(step))

/** As if more claims matched than are ever sorted for a page. */
const common = ([condition]: readonly Condition[]) => (condition ? { condition, n: 1_000_000 } : null)

describeDatabases('the pages of lists', (open) => {
  let db: Database
  let slugs: { speaker: string; topic: string; source: string }

  beforeAll(async () => {
    db = await open()
    await generateLedger(db, { kind: 'system', name: 'seed' }, 2_000)
    await db.writer.$executeRawUnsafe('ANALYZE')
    const at = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' } } as const
    slugs = {
      speaker: (await db.reader.speaker.findFirstOrThrow(at)).slug,
      topic: (await db.reader.topic.findFirstOrThrow(at)).slug,
      source: (await db.reader.source.findFirstOrThrow(at)).slug,
    }
  })

  /** @param column what the index must be entered by, besides the shelf: else a rare value would cost a whole walk */
  const expectIndex = async (what: string, sql: Prisma.Sql, column = 'shelf') => {
    const plan = await planOf(db, sql)
    const told = `${what}\n${plan.join('\n')}`
    expect(slowIn(db, plan), told).toEqual([])
    expect(alongIndex(db, plan), told).toBe(true)
    const entered = plan.filter((step) => /Index Cond|^SEARCH/.test(step)).join('\n')
    expect(entered, told).toMatch(new RegExp(`\\b${column}"? ?[=<>]`))
  }

  /** The first page of a view, one further on, and the last. */
  const expectPages = async (what: string, change: Partial<ClaimQuery>, column?: string) => {
    const query: ClaimQuery = { ...emptyQuery(), ...change }
    const names = await namesFor(db.reader, query)
    expect(names.unknown).toEqual([])
    const conditions = conditionsOf(query, names)
    const sizes = await sizesOf(db.reader, conditions)
    const now = new Date().toISOString()
    const value = { saidOn: 19_000, recorded: now, published: now, speaker: 'm', status: 3, origins: 1 }
    for (const cursor of [
      { backwards: false },
      {
        backwards: false,
        key: [value[query.sort.by as ColumnSort], 'gen-claim-00001000'] as [string | number, string],
      },
      { backwards: true },
    ])
      await expectIndex(
        `${what}, ${JSON.stringify(cursor)}`,
        pageSql(query, conditions, cursor, sizes),
        column,
      )
  }

  it('of claims, in every order', async () => {
    for (const by of CLAIM_SORTS)
      for (const descending of [false, true]) await expectPages(by, { sort: { by, descending } })
  })

  it('of claims, by every single filter', async () => {
    const filters: [filter: Partial<ClaimQuery>, column: string][] = [
      [{ speaker: [slugs.speaker] }, 'speakerId'],
      [{ status: ['unsupported'] }, 'family'],
      [{ speaker: [slugs.speaker], status: ['unsupported'] }, 'speakerId"? ?= ?.* AND .?family'],
      [{ status: ['unsourced'] }, 'shownStatus'],
      [{ family: ['firm'] }, 'family'],
      [{ act: ['denial'] }, 'speechAct'],
      [{ basis: ['first_hand'] }, 'basis'],
      [{ topic: [slugs.topic] }, 'value'],
      [{ source: [slugs.source] }, 'value'],
      [{ flag: ['denied'] }, 'value'],
      [{ from: '2024-05' }, 'saidFrom'],
      [{ to: '2020' }, 'saidFrom'],
      [{ from: '2024', to: '2025-03-04' }, 'saidFrom'],
    ]
    for (const [filter, column] of filters) await expectPages(JSON.stringify(filter), filter, column)
  })

  it('of claims, by two filters from the rarer one, and by a filter in another order', async () => {
    const both: [filter: Partial<ClaimQuery>, column: string][] = [
      [{ speaker: [slugs.speaker], act: ['denial'] }, 'speakerId|speechAct'],
      [{ topic: [slugs.topic], basis: ['first_hand'] }, 'value|basis'],
      [{ source: [slugs.source], topic: [slugs.topic], status: ['unsourced'] }, 'value|shownStatus'],
      [{ act: ['denial'], basis: ['first_hand'], from: '2024' }, 'speechAct|basis'],
    ]
    for (const [filter, column] of both) await expectPages(JSON.stringify(filter), filter, `(${column})`)
  })

  it('of claims of common statuses, along each of them where the order goes with the status', async () => {
    const filters: Partial<ClaimQuery>[] = [
      { status: ['unsupported'] },
      { family: ['firm'] },
      { status: ['unsourced'] },
    ]
    for (const by of ['origins', 'recorded'] as const)
      for (const filter of filters) {
        const query: ClaimQuery = { ...emptyQuery(), ...filter, sort: { by, descending: true } }
        const conditions = conditionsOf(query, await namesFor(db.reader, query))
        const sizes = { ...(await sizesOf(db.reader, conditions)), least: common }
        const plan = await planOf(db, pageSql(query, conditions, { backwards: false }, sizes))
        const index = by === 'origins' ? 'originsSort' : 'recordedAt'
        const along = plan.filter((step) => step.includes(`shownStatus_${index}`))
        expect(along.length, plan.join('\n')).toBe(selectionOf(conditions).statuses?.length)
        expect(plan.filter((step) => /SCAN c\b|Seq Scan/.test(step))).toEqual([])
      }
  })

  it('of claims in a range of days, from where the page begins and no day further', async () => {
    const query = { ...emptyQuery(), from: '2019', to: '2024' }
    const conditions = conditionsOf(query, await namesFor(db.reader, query))
    const sizes = await sizesOf(db.reader, conditions)
    for (const backwards of [false, true]) {
      const sql = pageSql(query, conditions, { backwards, key: [18_500, 'gen-claim-00001000'] }, sizes)
      const plan = (await planOf(db, sql)).join('\n')
      // Both ends of the walk are the index's: the place of the page at one, the range at the other.
      expect(plan).toMatch(
        db.kind === 'sqlite' ? /\(saidFrom,id\)[<>]\(\?,\?\)/ : /Index Cond:.*ROW\("?saidFrom"?, id\)/,
      )
      expect(plan).toMatch(db.kind === 'sqlite' ? /saidFrom[<>]\?/ : /"saidFrom" [<>]=/)
    }
  })

  it('of speakers and sources, in every order', async () => {
    const expectBothWays = async (what: string, sort: string, walk: Walk) => {
      const value = sort === 'recorded' ? new Date().toISOString() : walk.descending ? 3 : 'm'
      const key = keyOf(value, 'gen-person-3')
      for (const place of [{}, { after: key }, { before: key }, { before: LAST }])
        await expectIndex(`${what} ${JSON.stringify(place)}`, keysetSql(walk, { sort, ...place }))
    }
    for (const sort of SPEAKER_SORTS) {
      await expectBothWays(sort, sort, speakerWalk({ sort }))
      await expectBothWays(`${sort} of a kind`, sort, speakerWalk({ sort, kind: 'organization' }))
    }
    for (const query of [{}, { after: matrixMarker({}, 12, 'gen-speaker') }])
      await expectIndex('the matrix', matrixPageSql(query, 40), 'claimCount')
    for (const sort of SOURCE_SORTS) {
      await expectBothWays(sort, sort, sourceWalk({ sort }))
      await expectBothWays(`${sort} of a kind`, sort, sourceWalk({ sort, kind: 'news_report' }))
      await expectBothWays(`${sort} of most`, sort, sourceWalk({ sort, status: 'current' }))
    }
    await expectBothWays('retracted', 'title', sourceWalk({ sort: 'title', status: 'retracted' }))
  })

  it('would be told from ones that read the whole table or sort it', async () => {
    for (const sql of [
      Prisma.sql`SELECT "id" FROM "Claim" WHERE "venue" = ${'Town hall'}`,
      Prisma.sql`SELECT "id" FROM "Claim" c WHERE c."shelf" = 'public' ORDER BY c."statement" DESC LIMIT 31`,
    ])
      expect(slowIn(db, await planOf(db, sql)), sql.sql).not.toEqual([])
  })
})
