/** Verdicts for other programs: searched, fed and found, and never of what readers do not see. */
import { expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { type FactCheckQuery, factCheckQueryOf } from '../../lib/domain/fact-check/search'
import { factCheckFeed } from '../../lib/queries/fact-check/feed'
import { factCheckOf } from '../../lib/queries/fact-check/page'
import { searchFactChecks } from '../../lib/queries/fact-check/search'
import { describeDatabases } from '../support/databases'
import { addFactChecks } from '../support/fact-checks'
import { addSmallLedger } from '../support/small-ledger'

const NOW = Date.UTC(2026, 10, 24)
const OWN = 'ledger.example'

const found = async (db: Database, params: string) => {
  const query = factCheckQueryOf(new URLSearchParams(params)) as FactCheckQuery
  const { claims, more } = await searchFactChecks(db, query, OWN, NOW)
  return {
    slugs: claims.map(({ slug }) => slug),
    ratings: claims.map(({ reviews }) => reviews.map((r) => r.ratingText)),
    more,
  }
}

const FOUND = 'the-office-granted-forty-permits'
const SAID = 'the-office-lost-two-permits'
const UNNAMED = 'unnamed-people-sold-permits'

describeDatabases('verdicts', (open) => {
  const ledger = async () => {
    const db = await open()
    await addSmallLedger(db)
    await addFactChecks(db)
    return db
  }

  it('are searched by words, language, publisher and age', async () => {
    const db = await ledger()
    expect(await found(db, 'query=permits')).toEqual({
      slugs: [SAID, FOUND, UNNAMED],
      ratings: [['Unbelegt'], ['Falsch', 'Mostly false'], ['Half true']],
      more: false,
    })
    expect((await found(db, 'query=granted+permits')).slugs).toEqual([FOUND])
    expect((await found(db, 'query=%22two+permits%22')).slugs).toEqual([SAID])
    expect((await found(db, 'query=permits+-forty')).slugs).toEqual([SAID, UNNAMED])
    for (const nothing of ['nowhere', '-permits', '%22', '%00', "' OR 1=1 --"])
      expect((await found(db, `query=${encodeURIComponent(nothing)}`)).slugs, nothing).toEqual([])
    expect(await found(db, 'query=permits&languageCode=de-AT')).toMatchObject({
      slugs: [SAID, FOUND],
      ratings: [['Unbelegt'], ['Falsch']],
    })
    for (const site of ['alder.example', 'www.alder.example', 'https://alder.example/'])
      expect(await found(db, `reviewPublisherSiteFilter=${site}`), site).toMatchObject({
        slugs: [FOUND, UNNAMED],
        ratings: [['Mostly false'], ['Half true']],
      })
    for (const site of ['der.example', 'alder.exampl', 'checks'])
      expect((await found(db, `reviewPublisherSiteFilter=${site}`)).slugs, site).toEqual([])
    // What was published nowhere else was published here.
    expect(await found(db, `reviewPublisherSiteFilter=${OWN}`)).toMatchObject({ slugs: [SAID] })
    expect((await found(db, 'query=permits&maxAgeDays=4')).slugs).toEqual([SAID])
    expect((await found(db, 'query=permits&maxAgeDays=3')).slugs).toEqual([])
    // The newer of the two dates counts: that of the claim is 2024, that of one of its verdicts is not.
    expect((await found(db, 'query=granted&maxAgeDays=605')).slugs).toEqual([FOUND])
  })

  it('are paged without losing one or giving one twice', async () => {
    const db = await ledger()
    const seen: string[] = []
    for (let offset = 0; ; offset += 1) {
      const { slugs, more } = await found(db, `query=permits&pageSize=1&offset=${offset}`)
      seen.push(...slugs)
      if (!more) break
    }
    expect(seen).toEqual([SAID, FOUND, UNNAMED])
    expect(await found(db, 'query=permits&offset=3')).toEqual({ slugs: [], ratings: [], more: false })
  })

  it('are fed, the newest first, page after page', async () => {
    const db = await ledger()
    const first = await factCheckFeed(db, null)
    expect(first.items.map(({ review }) => review.ratingText)).toEqual([
      'Unbelegt',
      'Falsch',
      'Mostly false',
      'Half true',
    ])
    expect(first.after).toBeNull()
    const row = await db.reader.review.findFirstOrThrow({ where: { ratingText: 'Falsch' } })
    const more = Array.from({ length: 210 }, (_, n) => ({
      ...row,
      id: `verdict-${n}`,
      claimId: n % 3 ? 'claim-found' : 'claim-said',
      ratingText: `Verdict ${n}`,
      reviewedFrom: row.reviewedFrom - (n % 4),
    }))
    await db.writer.review.createMany({ data: more })
    const seen: string[] = []
    let marker: string | null = null
    do {
      const page: Awaited<ReturnType<typeof factCheckFeed>> = await factCheckFeed(db, marker)
      seen.push(...page.items.map(({ review }) => review.ratingText))
      marker = page.after
    } while (marker)
    expect(seen).toHaveLength(214)
    expect(new Set(seen).size).toBe(214)
    expect((await factCheckFeed(db, 'forged')).items).toHaveLength(100)
  })

  it('are of what readers see, and nothing else', async () => {
    const db = await ledger()
    const all = JSON.stringify([
      await factCheckFeed(db, null),
      await searchFactChecks(
        db,
        factCheckQueryOf(new URLSearchParams('query=permits')) as FactCheckQuery,
        OWN,
      ),
      await searchFactChecks(
        db,
        factCheckQueryOf(new URLSearchParams('query=sold&pageSize=100')) as FactCheckQuery,
        OWN,
      ),
      await searchFactChecks(
        db,
        factCheckQueryOf(new URLSearchParams('reviewPublisherSiteFilter=alder.example')) as FactCheckQuery,
        OWN,
      ),
      await factCheckOf(db, 'claim-said'),
    ])
    for (const secret of ['Secret', 'Invented', 'Hidden', 'two officials']) expect(all).not.toContain(secret)
    for (const id of ['desk-claim', 'teaching-claim', 'hidden-claim', 'nothing'])
      expect(await factCheckOf(db, id)).toBeNull()
    expect(await factCheckOf(db, 'unnamed-claim')).toMatchObject({ speaker: null })
    expect(await factCheckOf(db, 'claim-found')).toMatchObject({
      speaker: { name: 'Ada Brandt' },
      reviews: [
        { ratingText: 'Falsch', rating: null },
        { ratingText: 'Mostly false', rating: { value: 2, best: 5, worst: 1 } },
      ],
    })
  })
})
