/** Every page of a list is read along an index, in order, whatever its filter: asked of the databases themselves. */
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { Prisma } from '../../lib/db/generated/sqlite/client'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  type ColumnSort,
  emptyQuery,
  matrixMarker,
  SOURCE_SORTS,
  SPEAKER_SORTS,
} from '../../lib/domain/query'
import { sizesOf } from '../../lib/queries/claims/counting/sizes'
import { namesFor } from '../../lib/queries/claims/names'
import { pageSql } from '../../lib/queries/claims/walk'
import { conditionsOf } from '../../lib/queries/claims/where'
import { sourcePageSql } from '../../lib/queries/sources/list'
import { speakerPageSql } from '../../lib/queries/speakers/list'
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
    const value = { saidOn: 19_000, recorded: new Date().toISOString(), speaker: 'm', status: 3, origins: 1 }
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

  it('of speakers and sources, in every order', async () => {
    for (const sort of SPEAKER_SORTS) {
      await expectIndex(sort, speakerPageSql({ sort }))
      await expectIndex(`${sort} of a kind`, speakerPageSql({ sort, kind: 'organization' }))
    }
    for (const query of [{}, { after: matrixMarker({}, 12, 'gen-speaker') }])
      await expectIndex('the matrix', matrixPageSql(query, 40), 'claimCount')
    for (const sort of SOURCE_SORTS) {
      await expectIndex(sort, sourcePageSql({ sort }))
      await expectIndex(`${sort} of a kind`, sourcePageSql({ sort, kind: 'news_report' }))
    }
  })

  it('would be told from ones that read the whole table or sort it', async () => {
    for (const sql of [
      Prisma.sql`SELECT "id" FROM "Claim" WHERE "venue" = ${'Town hall'}`,
      Prisma.sql`SELECT "id" FROM "Claim" c WHERE c."shelf" = 'public' ORDER BY c."statement" DESC LIMIT 31`,
    ])
      expect(slowIn(db, await planOf(db, sql)), sql.sql).not.toEqual([])
  })
})
