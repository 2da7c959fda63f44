/** What leaves the ledger as data has the documented shape, and nothing besides, whatever stands in it. */
import { expect, it } from 'vitest'
import type { z } from 'zod'
import type { Database } from '../../lib/db/client'
import {
  claimItem,
  claimData as claimShape,
  claimVersion,
  sourceItem,
  sourceData as sourceShape,
  speakerItem,
  speakerData as speakerShape,
  topicItem,
  topicData as topicShape,
} from '../../lib/domain/data'
import { emptyQuery } from '../../lib/domain/query'
import { listClaimItems } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { getClaimVersion } from '../../lib/queries/claims/version'
import { claimData, claimItemData, claimVersionData } from '../../lib/queries/data/claim'
import { sourceData, sourceItemData } from '../../lib/queries/data/source'
import { speakerData, speakerItemData } from '../../lib/queries/data/speaker'
import { topicData, topicItemData } from '../../lib/queries/data/topic'
import { listSources } from '../../lib/queries/sources/list'
import { getSource } from '../../lib/queries/sources/page'
import { listSpeakers } from '../../lib/queries/speakers/list'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { getTopic, listTopics } from '../../lib/queries/topics'
import type { Found } from '../../lib/queries/views'
import { loadArticle } from '../../seeds/article/load'
import { loadTeaching } from '../../seeds/teaching/load'
import { describeDatabases } from '../support/databases'
import { addSmallLedger } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const SITE = 'https://ledger.example'

/** Zod leaves out what a shape does not name, so that anything too many makes a difference. */
const hasShape = (shape: z.ZodType, data: unknown, what: string) =>
  expect(shape.parse(data), what).toEqual(JSON.parse(JSON.stringify(data)))

const pageOf = <T>(found: Found<T>): T =>
  found.kind === 'found' ? found.page : expect.fail(`not found: ${JSON.stringify(found)}`)

/** Every claim of a ledger, also those of the teaching ledger: they hold every turn of the rules. */
const slugsOf = async (db: Database) =>
  (await db.reader.claim.findMany({ select: { slug: true } })).map(({ slug }) => slug)

describeDatabases('data', (open, kind) => {
  it('has its documented shape and nothing besides', async () => {
    const db = await open()
    await addSmallLedger(db)
    await loadArticle(db, { kind: 'system', name: 'seed' })
    // It takes a while, and shows the same of either database.
    if (kind === 'sqlite') await loadTeaching(db, { kind: 'system', name: 'seed' })
    const claims = await listClaimItems(db, reader, { ...emptyQuery(), per: 100 })
    expect(claims.rows.length).toBe(44)
    for (const row of claims.rows) hasShape(claimItem, claimItemData(row, SITE), row.slug)
    for (const slug of await slugsOf(db)) {
      hasShape(claimShape, claimData(pageOf(await getClaim(db, reader, slug)), SITE), slug)
      hasShape(claimVersion, claimVersionData(pageOf(await getClaimVersion(db, reader, slug, 1)), SITE), slug)
    }
    for (const row of (await listSpeakers(db, reader, { sort: 'name' })).rows) {
      hasShape(speakerItem, speakerItemData(row, SITE), row.slug)
      hasShape(speakerShape, speakerData(pageOf(await getSpeaker(db, reader, row.slug)), SITE), row.slug)
    }
    for (const row of (await listSources(db, reader, { sort: 'title' })).rows) {
      hasShape(sourceItem, sourceItemData(row, SITE), row.slug)
      hasShape(sourceShape, sourceData(pageOf(await getSource(db, reader, row.slug)), SITE), row.slug)
    }
    for (const row of await listTopics(db, reader)) {
      hasShape(topicItem, topicItemData(row, SITE), row.slug)
      hasShape(topicShape, topicData(pageOf(await getTopic(db, reader, row.slug)), SITE), row.slug)
    }
  })

  it('gives addresses that can be opened, in any script', async () => {
    const db = await open()
    await addSmallLedger(db)
    await db.writer.claim.update({ where: { id: 'claim-found' }, data: { slug: 'квоты-на-жильё' } })
    const [first] = (await listClaimItems(db, reader, emptyQuery())).rows
    const { url } = claimItemData(first ?? expect.fail('no claim'), SITE)
    expect(url).toBe(`${SITE}/claims/${encodeURIComponent('квоты-на-жильё')}`)
    expect(new URL(url).pathname).toBe(url.slice(SITE.length))
  })
})
