/** A search as a condition of the list of claims: within the filters, in its own order and in the others. */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { type ClaimQuery, emptyQuery, LAST, parseClaimQuery } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { MOST_RANKED } from '../../lib/queries/claims/ranked'
import { addTexts } from '../support/claim-texts'
import { describeDatabases } from '../support/databases'
import { HOSTILE } from '../support/query-arbitrary'

const reader = { kind: 'public' } as const

const TEXTS = [
  { id: 'short', statement: 'A secret pact' },
  { id: 'long', statement: 'The gangs deny that there ever was any kind of secret pact with the government' },
  { id: 'apart', statement: 'A secret of the gangs was a pact' },
  { id: 'quoted', statement: 'He denied everything', quote: 'a secret pact' },
  { id: 'other', statement: 'No pact at all' },
  { id: 'arabic', statement: 'أعلن الوزيرُ اتفاقاً سرّياً' },
  { id: 'hebrew', statement: 'שָׁלוֹם עולם' },
  { id: 'chinese', statement: '新冠病毒来自实验室。' },
  { id: 'russian', statement: 'Ёлка в Москве' },
  { id: 'accents', statement: 'São Tomé e Príncipe' },
  { id: 'draft', statement: 'A secret pact that is only a draft', shelf: 'desk' },
  { id: 'hidden', statement: 'A secret pact that was hidden', shelf: 'closed' },
  { id: 'teaching', statement: 'A secret pact of the worked cases', shelf: 'teaching' },
]

describeDatabases('claims with words', (open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
    await addTexts(db, TEXTS)
  })
  const view = (address: string) => parseClaimQuery(new URLSearchParams(address)).query
  const list = (query: ClaimQuery) => listClaims(db, reader, query)
  const found = async (q: string) =>
    (await list({ ...emptyQuery(), ...view(new URLSearchParams({ q }).toString()) })).rows.map(
      ({ slug }) => slug,
    )

  it.each([
    ['secret pact', ['short', 'long', 'quoted', 'apart']],
    ['"secret pact"', ['short', 'long', 'quoted']],
    ['pacts -secrets', ['other']],
    ['pact -"secret pact"', ['other', 'apart']],
    ['اتفاقا سريا', ['arabic']],
    ['שלום', ['hebrew']],
    ['病毒', ['chinese']],
    ['елка', ['russian']],
    ['SAO principe', ['accents']],
    ['nothing of this', []],
  ])('%s', async (q, slugs) => {
    expect(await found(q)).toEqual(slugs)
  })

  it('never gives a reader what is not public, nor counts it', async () => {
    const { rows, total } = await list(view('q=secret+pact'))
    expect(rows.map(({ slug }) => slug)).not.toEqual(expect.arrayContaining(['draft', 'hidden', 'teaching']))
    expect(total).toEqual({ n: 4, exact: true })
    expect(await found('draft')).toEqual([])
    expect((await list(view('q=draft&sort=speaker'))).total.n).toBe(0)
  })

  it('is one condition among others, in any order', async () => {
    await db.writer.claim.update({
      where: { id: 'long' },
      data: { speechAct: 'denial', saidFrom: 20_000, saidTo: 20_000 },
    })
    expect((await list(view('q=pact&act=denial'))).rows.map(({ slug }) => slug)).toEqual(['long'])
    const byDate = await list(view('q=pact&sort=-saidOn'))
    expect(byDate.rows.map(({ slug }) => slug)[0]).toBe('long')
    expect(byDate.total).toEqual({ n: 5, exact: true })
    expect((await list(view('q=pact&act=denial&from=1990'))).total.n).toBe(1)
  })

  it('takes anything that is typed', async () => {
    for (const q of HOSTILE) await list(view(new URLSearchParams({ q }).toString()))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (q) => {
        const query = view(new URLSearchParams({ q }).toString())
        // Without a word it is the list of all claims, whose counters these texts have not set.
        if (query.q === undefined) return
        const { rows, total } = await list(query)
        expect(total.n).toBe(rows.length)
        expect((await list({ ...query, sort: { by: 'saidOn', descending: true } })).total).toEqual(total)
      }),
      { numRuns: 40 },
    )
  })

  it('pages through all that are ordered, to both ends', async () => {
    const other = await open()
    const many = Array.from({ length: 1_100 }, (_, i) => ({
      id: `many-${i}`,
      statement: `A pact ${'of some sort '.repeat(i % 5)}`,
    }))
    await addTexts(other, many)
    const page = (change: object) => listClaims(other, reader, { ...view('q=pact&per=100'), ...change })
    const seen: string[] = []
    let at = await page({})
    expect(at.total).toEqual({ n: 1_000, exact: false, atLeast: true })
    expect((await listClaims(other, reader, view('q=pact+-sort'))).total).toEqual({ n: 220, exact: true })
    expect((await listClaims(other, reader, view('q=pact+sort&sort=recorded'))).total.n).toBe(880)
    expect(at.before).toBeNull()
    for (let pages = 1; ; pages++) {
      seen.push(...at.rows.map(({ slug }) => slug))
      if (!at.after || pages > 9) break
      const next = await page({ after: at.after })
      expect((await page({ before: next.before })).rows).toEqual(at.rows)
      at = next
    }
    expect(new Set(seen).size).toBe(MOST_RANKED)
    expect(seen).toHaveLength(MOST_RANKED)
    // The shortest first, and of those the one recorded last.
    expect(seen[0]).toBe('many-1095')
    expect((await page({ before: LAST })).rows).toEqual(at.rows)
    expect((await page({ after: 'forged.x' })).before).toBeNull()
  })
})
