/** "Already recorded?": what is offered, in which order, and what never is. */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../lib/db/client'
import { PROBABLE } from '../../lib/domain/repeats/likeness'
import { likelyRepeats, type RepeatQuery } from '../../lib/queries/claims/repeats'
import { addTexts } from '../support/claim-texts'
import { describeDatabases } from '../support/databases'
import { addSmallLedger } from '../support/small-ledger'

const TEXTS = [
  { id: 'permits', statement: 'The Carrow housing office granted forty permits after the flood.' },
  { id: 'fifty', statement: 'The Carrow housing office granted fifty permits after the flood.' },
  { id: 'inspector', statement: 'An inspector in Carrow said that no permit was granted.' },
  { id: 'draft', statement: 'Forty permits were granted by the housing office of Carrow.', shelf: 'desk' },
  { id: 'lesson', statement: 'The Carrow housing office granted forty permits.', shelf: 'teaching' },
  { id: 'hidden', statement: 'Carrow’s housing office has granted forty permits.', shelf: 'closed' },
  { id: 'quoted', statement: 'Brandt denied it.', quote: 'We never sold a litre of diesel to Tarn' },
  { id: 'arabic', statement: 'أعلن الوزيرُ أن الضرائب سترتفع في العام المقبل' },
  { id: 'chinese', statement: '新冠病毒来自美国军队的实验室' },
  { id: 'spanish', statement: 'El alcalde de León negó la subvención' },
  { id: 'first', statement: 'Water rates in Upwell doubled.' },
  { id: 'second', statement: 'Water rates – in Upwell, doubled' },
]

describeDatabases('likely repeats', (open) => {
  let db: Database

  const repeats = (statement: string, more: Partial<RepeatQuery> = {}) =>
    likelyRepeats(db, { statement, shelves: ['public', 'desk'], limit: 10, ...more })
  const ids = async (statement: string, more: Partial<RepeatQuery> = {}) =>
    (await repeats(statement, more)).map(({ id }) => id)
  const change = (id: string, data: object) => db.write((tx) => tx.claim.update({ where: { id }, data }))

  beforeAll(async () => {
    db = await open()
    await addSmallLedger(db)
    await addTexts(db, TEXTS)
  })

  it('come best first, with a score and the words that are shared', async () => {
    const found = await repeats('the carrow HOUSING office granted forty permits, after the flood')
    expect(found.slice(0, 3).map(({ id }) => id)).toEqual(['permits', 'fifty', 'draft'])
    expect(found[0]).toEqual({
      id: 'permits',
      slug: 'permits',
      statement: TEXTS[0]?.statement,
      speaker: null,
      shownStatus: '',
      score: 1,
      reason: { kind: 'same_words', shared: expect.arrayContaining(['forty', 'housing', 'flood']) },
    })
    expect(found[1]?.reason).toMatchObject({ kind: 'shared_words' })
    expect(found[1]?.reason.shared).not.toContain('fifty')
    const scores = found.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const score of scores.slice(1)) expect(score).toBeLessThan(1)
  })

  it('say who said it, and where it stands', async () => {
    const [found] = await repeats('The office has granted forty permits')
    expect(found).toMatchObject({
      id: 'claim-found',
      speaker: 'Ada Brandt',
      shownStatus: expect.stringMatching(/./),
    })
    expect(found?.score).toBeGreaterThan(PROBABLE)
  })

  it('are found in other words, by the quote, and in a post', async () => {
    expect((await ids('Carrow grants permits for housing'))[0]).toMatch(/permits|draft|fifty/)
    expect((await ids('“Never sold a liter of diesel to Tarn”'))[0]).toBe('quoted')
    expect((await ids('Denial', { title: 'never sold diesel to Tarn' }))[0]).toBe('quoted')
    const post = 'WOW!! #CarrowFlood: fifty permits granted??? https://t.co/abc — Ada (@ada) May 1, 2024'
    expect((await ids(post))[0]).toBe('fifty')
  })

  it('are found in other scripts and without accents', async () => {
    expect((await ids('الوزير: الضرائب سترتفع'))[0]).toBe('arabic')
    expect((await ids('有人说病毒来自实验室'))[0]).toBe('chinese')
    expect((await ids('EL ALCALDE DE LEON NEGO LA SUBVENCION'))[0]).toBe('spanish')
  })

  it('come from the shelves that are asked for, and never from others', async () => {
    const statement = TEXTS[0]?.statement ?? ''
    expect(await ids(statement, { shelves: ['public'] })).not.toContain('draft')
    expect(await ids(statement, { shelves: ['desk'] })).toEqual(['draft'])
    expect(await ids(statement, { shelves: [] })).toEqual([])
    const all = await ids(statement, { shelves: ['public', 'desk', 'teaching', 'closed'] as never })
    expect(all).toContain('draft')
    expect(all).not.toContain('lesson')
    expect(all).not.toContain('hidden')
  })

  it('leave out the claim that is written, and more than are asked for', async () => {
    const statement = TEXTS[0]?.statement ?? ''
    expect((await ids(statement, { except: 'permits' }))[0]).toBe('fifty')
    expect(await ids(statement, { limit: 2 })).toHaveLength(2)
    expect(await ids(statement, { limit: 0 })).toEqual([])
  })

  it('put first what was recorded first, among the same', async () => {
    expect((await ids('water rates in upwell doubled')).slice(0, 2)).toEqual(['first', 'second'])
  })

  it('follow the claims: changed, withdrawn, put back', async () => {
    await addTexts(db, [{ id: 'moving', statement: 'Zebras crossed the bridge at Isling' }])
    const asked = 'zebras Isling bridge'
    expect((await ids(asked))[0]).toBe('moving')
    await change('moving', { statement: 'Giraffes crossed the river at Quarry' })
    expect(await ids(asked)).not.toContain('moving')
    expect((await ids('giraffes quarry'))[0]).toBe('moving')
    await change('moving', { shelf: 'closed', state: 'withdrawn' })
    expect(await ids('giraffes quarry')).not.toContain('moving')
    await change('moving', { shelf: 'public', state: 'published', shownStatus: 'unsourced' })
    expect((await repeats('giraffes quarry'))[0]).toMatchObject({
      id: 'moving',
      shownStatus: 'unsourced',
    })
  })

  it('take any statement', async () => {
    for (const statement of [
      '',
      '???',
      '🔥',
      '"',
      "');--",
      'the',
      'NOT',
      'a '.repeat(9_000),
      '\u0000',
      '\uD800 x',
    ])
      expect(await repeats(statement)).toBeInstanceOf(Array)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(3), async (statement, limit) => {
        const found = await repeats(statement, { limit, title: statement })
        expect(found.length).toBeLessThanOrEqual(limit)
        for (const { score } of found) expect(score > 0 && score <= 1).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(await repeats('Wholly unheard xylophones')).toEqual([])
  })
})
