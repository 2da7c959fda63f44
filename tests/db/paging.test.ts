/** Pages of lists, walked both ways on both databases: every row once, whatever the order and the size. */
import { expect, it } from 'vitest'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  emptyQuery,
  hrefOf,
  LAST,
  parseClaimQuery,
  parseSourceQuery,
  parseSpeakerQuery,
  SOURCE_SORTS,
  SPEAKER_SORTS,
  withPage,
} from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { listSources } from '../../lib/queries/sources/list'
import { listSpeakers } from '../../lib/queries/speakers/list'
import { loadArticle } from '../../seeds/article/load'
import { generateLedger } from '../../seeds/generate/load'
import { describeDatabases } from '../support/databases'

const reader = { kind: 'public' } as const
const seed = { kind: 'system', name: 'seed' } as const

/** Through the address, as a reader follows links: what a list hands out must be read back. */
const followed = (query: ClaimQuery): ClaimQuery => {
  const { query: read, dropped } = parseClaimQuery(new URL(hrefOf(query), 'https://example.org').searchParams)
  expect(dropped).toEqual([])
  return read
}

describeDatabases('pages', (open) => {
  it('of claims hold every claim once, forwards and backwards, in every order', async () => {
    const db = await open()
    await loadArticle(db, seed)
    for (const by of CLAIM_SORTS)
      for (const descending of [true, false]) {
        const view: ClaimQuery = { ...emptyQuery(), sort: { by, descending }, per: 10 }
        const walk = async (step: 'after' | 'before') => {
          const slugs: string[] = []
          let query = followed(step === 'after' ? view : withPage(view, { before: LAST }))
          for (let n = 0; n < 10; n++) {
            const page = await listClaims(db, reader, query)
            const rows = page.rows.map(({ slug }) => slug)
            slugs.splice(step === 'after' ? slugs.length : 0, 0, ...rows)
            const token = page[step]
            if (!token) return slugs
            query = followed(withPage(view, step === 'after' ? { after: token } : { before: token }))
          }
          return expect.fail('the pages do not end')
        }
        const forwards = await walk('after')
        expect(new Set(forwards).size).toBe(42)
        expect(forwards).toHaveLength(42)
        expect(await walk('before')).toEqual(forwards)
      }
  })

  it('of speakers and sources hold every one once, in every order', async () => {
    const db = await open()
    await generateLedger(db, seed, 600)
    type List = (place: { after?: string; before?: string }) => Promise<{
      rows: { slug: string }[]
      total: number
      after: string | null
      before: string | null
    }>
    const walkOneWay = async (list: List, step: 'after' | 'before') => {
      const slugs: string[] = []
      let place: { after?: string; before?: string } = step === 'after' ? {} : { before: LAST }
      for (let n = 0; n < 100; n++) {
        const page = await list(place)
        const rows = page.rows.map(({ slug }) => slug)
        slugs.splice(step === 'after' ? slugs.length : 0, 0, ...rows)
        const token = page[step]
        if (!token) {
          expect(new Set(slugs).size).toBe(page.total)
          expect(slugs).toHaveLength(page.total)
          return slugs
        }
        place = { [step]: token }
      }
      return expect.fail('the pages do not end')
    }
    const walk = async (list: List) => {
      const slugs = await walkOneWay(list, 'after')
      expect(await walkOneWay(list, 'before')).toEqual(slugs)
      return slugs.length
    }
    let most = 0
    for (const sort of SPEAKER_SORTS)
      most = Math.max(
        most,
        await walk((place) => {
          const { query, dropped } = parseSpeakerQuery({ sort, ...place })
          expect(dropped).toEqual([])
          return listSpeakers(db, reader, query)
        }),
      )
    for (const sort of SOURCE_SORTS)
      most = Math.max(
        most,
        await walk((place) => {
          const { query, dropped } = parseSourceQuery({ sort, ...place })
          expect(dropped).toEqual([])
          return listSources(db, reader, query)
        }),
      )
    expect(most).toBeGreaterThan(50)
  })
})
