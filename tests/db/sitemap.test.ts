/** The parts of the sitemap hold every public record once, and nothing else. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { SITEMAP_LISTS, sitemapEntries, sitemapParts } from '../../lib/queries/sitemap'
import { generateLedger } from '../../seeds/generate/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'

const reader = { kind: 'public' } as const
const seed = { kind: 'system', name: 'seed' } as const
/** Small parts, so that a small ledger has several. */
const SIZE = 250

describeDatabases('the sitemap', (open) => {
  it('holds every public record once, in parts of bounded size', async () => {
    const db = await open()
    await generateLedger(db, seed, 600)
    for (const shelf of ['desk', 'teaching'] as const)
      must(
        await recordClaim(db, seed, { statement: `Not public: ${shelf}.`, slug: `hidden-${shelf}`, shelf }),
        shelf,
      )
    const all = { where: { shelf: 'public' }, select: { slug: true, updatedAt: true } } as const
    const recorded = {
      claims: await db.reader.claim.findMany(all),
      speakers: await db.reader.speaker.findMany(all),
      sources: await db.reader.source.findMany(all),
      topics: await db.reader.topic.findMany({ where: all.where, select: { slug: true } }),
    }
    const parts = await sitemapParts(db, reader, SIZE)
    expect(parts.map(({ list }) => list)).toEqual([...SITEMAP_LISTS])
    for (const { list, parts: number } of parts) {
      expect(number).toBe(Math.max(1, Math.ceil(recorded[list].length / SIZE)))
      const found: { slug: string; updatedAt: string | null }[] = []
      for (let part = 1; part <= number; part++) {
        const within: typeof found = []
        for await (const portion of sitemapEntries(db, reader, list, part, SIZE)) within.push(...portion)
        expect(within.length).toBeLessThanOrEqual(SIZE)
        found.push(...within)
      }
      const expected = recorded[list].map((row) => ({
        slug: row.slug,
        updatedAt: 'updatedAt' in row ? (row.updatedAt as Date).toISOString() : null,
      }))
      const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)
      expect(found.sort(bySlug)).toEqual(expected.sort(bySlug))
      const beyond: unknown[] = []
      for await (const portion of sitemapEntries(db, reader, list, number + 1, SIZE)) beyond.push(...portion)
      expect(beyond).toEqual([])
    }
    expect(recorded.claims.length).toBeGreaterThan(2 * SIZE)
  })

  it('has one empty part of each list of an empty ledger', async () => {
    const db = await open()
    expect(await sitemapParts(db, reader)).toEqual(SITEMAP_LISTS.map((list) => ({ list, parts: 1 })))
    for await (const portion of sitemapEntries(db, reader, 'claims', 1)) expect(portion).toEqual([])
  })
})
