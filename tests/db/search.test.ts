/** The full-text index: both databases find the same, whatever is written and whatever is asked. */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { bulkInsert } from '../../lib/db/bulk'
import type { Database } from '../../lib/db/client'
import { type Phrase, textIndex } from '../../lib/db/search'
import { indexedTogether } from '../../lib/db/search/together'
import { indexed } from '../../lib/domain/repeats/fold'
import { stem } from '../../lib/domain/repeats/stem'
import { addTexts, textRows } from '../support/claim-texts'
import { describeDatabases } from '../support/databases'

/** What is written, and by what it is found; and by what it is not. */
const TEXTS: Record<string, { text: string; by: string[]; not?: string[] }> = {
  stems: {
    text: 'Three offices were lending houses',
    by: ['office', 'lends', 'LENDING HOUSE'],
    not: ['off'],
  },
  common: { text: 'It was not to be', by: ['to be', 'not'], not: ['the'] },
  numbers: {
    text: 'Costs rose 10,000 (3.5%) on 2024-05-01',
    by: ['10,000', '3.5', '2024-05-01'],
    not: ['4'],
  },
  parted: { text: 'U.S. aid: e-mail me@example.org/a_b', by: ['u.s.', 'E-MAIL', 'example', 'a_b'] },
  apostrophe: { text: 'They can’t pay', by: ["can't", 'can’t'] },
  latin: {
    text: 'São Tomé, Łódź, Straße, Ærø, İzmir',
    by: ['sao tome', 'ŁÓDŹ', 'lodz', 'strasse', 'aero', 'izmir'],
  },
  decomposed: { text: 'The cafe\u0301 of Sa\u0303o', by: ['café', 'cafe'] },
  greek: { text: 'Η Ελλάδα και ο Σεισμός', by: ['ΕΛΛΑΔΑ', 'ελλαδα', 'σεισμος'] },
  russian: { text: 'Ёлка в Москве', by: ['елка', 'МОСКВЕ'] },
  arabic: { text: 'أعلن الوزيرُ مُحَمَّد', by: ['اعلن', 'الوزير', 'محمد'] },
  hebrew: { text: 'שָׁלוֹם עולם', by: ['שלום'] },
  hindi: { text: 'मंत्री ने हिन्दी में कहा', by: ['हिन्दी', 'मंत्री'], not: ['हद', 'म'] },
  tamil: { text: 'தமிழ் நாடு', by: ['தமிழ்'] },
  chinese: { text: '新冠病毒来自实验室。', by: ['病毒', '冠', '新冠病毒', '实验室'], not: ['毒病'] },
  japanese: { text: 'ワクチンは安全ではないと言った', by: ['ワクチン', '安全', 'ではない'] },
  korean: { text: '대통령은 거짓말을 했다', by: ['대통령', '거짓말'] },
  thai: { text: 'วัคซีนไม่ปลอดภัย', by: ['วัคซีน', 'ปลอดภัย'], not: ['ภัยปลอด'] },
  wide: { text: 'ＡＢＣ社は１２人', by: ['abc', '12'] },
  emoji: { text: 'Fire 🔥 at the depot 👩‍🚀', by: ['fire at the depot', '🔥 fire'] },
}

const HOSTILE = [
  '"',
  '""',
  '*',
  '\'; DROP TABLE "Claim"; --',
  'a AND',
  'NEAR(a b, 2)',
  'NOT',
  '-a',
  '^a',
  'statement: a',
  '{statement quote} : a',
  'a OR OR b',
  '(((',
  'a"b"c',
  '\\',
  "\\'",
  "a' & b:* | !c <-> d",
  ':*',
  '!!',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\u202E',
  '%_',
  '$1',
  '??',
  'x'.repeat(3_000),
]

describeDatabases('full-text search', (open, kind) => {
  let db: Database
  const shelves = ['public']
  const index = textIndex({ kind })
  const find = (...phrases: (string | Phrase)[]) =>
    index.matching(
      db.reader,
      phrases.map((phrase) => (typeof phrase === 'string' ? { words: phrase } : phrase)),
      { shelves, limit: 50 },
    )

  beforeAll(async () => {
    db = await open()
    await addTexts(
      db,
      Object.entries(TEXTS).map(([id, { text }]) => ({ id, statement: text })),
    )
  })

  it.each(Object.entries(TEXTS))('finds %s', async (id, { by, not = [] }) => {
    for (const words of by) expect(await find(words), words).toContain(id)
    for (const words of not) expect(await find(words), words).not.toContain(id)
    // By the whole of itself too.
    expect(await find(TEXTS[id]?.text ?? '')).toContain(id)
  })

  it('finds phrases in order, several at once, and beginnings', async () => {
    expect(await find('houses lending')).toEqual([])
    expect(await find('houses', 'lending')).toEqual(['stems'])
    expect(await find({ words: 'hou', prefix: true })).toEqual(['stems'])
    expect(await find({ words: 'three off', prefix: true })).toEqual(['stems'])
    expect(await find('hou')).toEqual([])
    expect(await find({ words: 'Елк', prefix: true })).toEqual(['russian'])
    expect(await find()).toEqual([])
  })

  it('takes anything that is asked, as words only', async () => {
    for (const words of HOSTILE)
      for (const prefix of [false, true]) {
        const phrase = { words, prefix }
        await index.matching(db.reader, [phrase, { words: 'x' }], { shelves, limit: 5 })
        const { counts } = await index.commonness(db.reader, [phrase])
        expect(counts).toHaveLength(1)
        await index.heaviest(db.reader, [{ terms: [phrase], weight: 1 }], { shelves, limit: 5 })
        // Words of the query languages are words.
        if (indexed(words).length === 0) expect(await find(phrase)).toEqual([])
      }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean(), async (words, prefix) => {
        await find({ words, prefix })
      }),
      { numRuns: 40 },
    )
    expect(await db.reader.claim.count()).toBe(Object.keys(TEXTS).length)
  })

  it('stems as the scoring does', async () => {
    const words =
      'caresses ponies agreed plastered motoring conflated hopping filing happy sky relational rational digitizer radically vietnamization operator decisiveness formality sensibility triplicate electrical goodness allowance airliner adjustable replacement adoption communism effective probate cease controlling year generously'.split(
        ' ',
      )
    if (kind === 'postgresql')
      for (const word of words) {
        const [row] = await db.reader.$queryRaw<
          { s: string[] }[]
        >`SELECT ts_lexize('claim_stem', ${word}) AS s`
        expect(row?.s).toEqual([stem(word)])
      }
    else {
      const other = await open()
      await addTexts(other, [{ id: 'words', statement: words.join(' ') }])
      const terms = await other.write(async (tx) => {
        await tx.$executeRawUnsafe(
          `CREATE VIRTUAL TABLE temp."seen" USING fts5vocab(main, 'ClaimText', 'row')`,
        )
        return tx.$queryRawUnsafe<{ term: string }[]>('SELECT "term" FROM temp."seen"')
      })
      expect(terms.map(({ term }) => term)).toEqual([...new Set(words.map(stem))].sort())
    }
  })

  it('counts claims, and adds up what they have', async () => {
    const other = await open()
    await addTexts(other, [
      { id: 'a', statement: 'Red apples', quote: 'and a pear' },
      { id: 'b', statement: 'A red pear' },
      { id: 'c', statement: 'A pear', shelf: 'desk' },
      { id: 'd', statement: 'A red pear and an apple', shelf: 'closed' },
    ])
    const phrases = [{ words: 'pear' }, { words: 'apple' }, { words: 'red pear' }, { words: 'plum' }]
    expect(await index.commonness(other.reader, phrases)).toEqual({ claims: 4, counts: [4, 2, 2, 0] })
    if (kind === 'postgresql') await other.writer.$executeRawUnsafe('ANALYZE "ClaimText"')
    expect(await index.commonness(other.reader, phrases)).toEqual({ claims: 4, counts: [4, 2, 2, 0] })
    expect(await index.commonness(other.reader, [{ words: 'app', prefix: true }])).toMatchObject({
      counts: [2],
    })

    const wanted = [
      { terms: [{ words: 'pear' }], weight: 1 },
      { terms: [{ words: 'apple' }], weight: 4 },
      { terms: [{ words: 'red' }, { words: 'pear' }], weight: 2 },
    ]
    const heaviest = async (shelves: string[], limit = 9) =>
      (await index.heaviest(other.reader, wanted, { shelves, limit })).map(({ id }) => id)
    expect(await heaviest(['public', 'desk', 'closed'])).toEqual(['a', 'd', 'b', 'c'])
    expect(await heaviest(['public', 'desk'])).toEqual(['a', 'b', 'c'])
    expect(await heaviest(['desk'], 1)).toEqual(['c'])
    expect(await heaviest([])).toEqual([])
    const [first] = await index.heaviest(other.reader, wanted, { shelves: ['public'], limit: 1 })
    expect(first).toEqual({ id: 'a', statement: 'Red apples', quote: 'and a pear' })
  })

  it('gives a shelf its own, however many others are better', async () => {
    const other = await open()
    const closed = Array.from({ length: 600 }, (_, i) => ({
      id: `x${i}`,
      statement: 'Pear',
      shelf: 'closed',
    }))
    await addTexts(other, [...closed, { id: 'own', statement: 'A pear, among much that is said besides' }])
    const range = { shelves: ['public'], limit: 5 }
    const pear = [{ words: 'pear' }]
    expect(await index.matching(other.reader, pear, range)).toEqual(['own'])
    expect(await index.heaviest(other.reader, [{ terms: pear, weight: 1 }], range)).toMatchObject([
      { id: 'own' },
    ])
  })

  it('follows what is written: one by one, changed, removed, undone', async () => {
    const other = await open()
    const found = (words: string) => index.matching(other.reader, [{ words }], { shelves, limit: 9 })
    const change = (id: string, data: object) => other.write((tx) => tx.claim.update({ where: { id }, data }))

    await other.write((tx) =>
      bulkInsert(
        tx,
        textRows([
          { id: 'a', statement: 'An apple’s weight 苹果' },
          { id: 'b', statement: 'A pear' },
        ]),
      ),
    )
    expect(await found('apple')).toEqual(['a'])
    expect(await found('果')).toEqual(['a'])
    await change('a', { statement: 'A plum', quote: 'of two apricots, 杏子' })
    expect(await found('apple')).toEqual([])
    expect(await found('果')).toEqual([])
    expect(await found('plums')).toEqual(['a'])
    expect(await found('apricot')).toEqual(['a'])
    expect(await found('杏子')).toEqual(['a'])
    await change('a', { quote: null })
    expect(await found('apricot')).toEqual([])
    await change('a', { shelf: 'closed' })
    expect(await found('plum')).toEqual([])
    await change('a', { shelf: 'public' })
    expect(await found('plum')).toEqual(['a'])
    const undone = other.write(async (tx) => {
      await tx.claim.update({ where: { id: 'a' }, data: { statement: 'A fig' } })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await found('fig')).toEqual([])
    expect(await found('plum')).toEqual(['a'])
    await other.write((tx) => tx.claim.delete({ where: { id: 'a' } }))
    expect(await found('plum')).toEqual([])
    expect(await found('pear')).toEqual(['b'])
    expect(await index.commonness(other.reader, [{ words: 'plum' }])).toMatchObject({ counts: [0] })
  })

  it('is left alone by changes of anything but the text', async () => {
    const other = await open()
    await addTexts(other, [{ id: 'a', statement: 'An apple' }])
    const found = (words: string) => index.matching(other.reader, [{ words }], { shelves, limit: 9 })
    // Taken out behind its back, the claim comes back only when it is indexed again.
    await other.writer.$executeRawUnsafe(
      kind === 'sqlite'
        ? `DELETE FROM "ClaimText" WHERE rowid = (SELECT "id" FROM "ClaimDocument" WHERE "claimId" = 'a')`
        : `UPDATE "ClaimText" SET "words" = '' WHERE "claimId" = 'a'`,
    )
    await other.writer.claim.update({
      where: { id: 'a' },
      data: { statement: 'An apple', quote: null, shownStatus: 'on_record', version: 2 },
    })
    expect(await found('apple')).toEqual([])
    await other.writer.claim.update({ where: { id: 'a' }, data: { statement: 'Apples' } })
    expect(await found('apple')).toEqual(['a'])
  })

  it('indexes many together, with what is changed meanwhile, or nothing of them', async () => {
    const other = await open()
    const found = (words: string) => index.matching(other.reader, [{ words }], { shelves, limit: 9 })
    await other.write((tx) =>
      indexedTogether(tx, async () => {
        await bulkInsert(
          tx,
          textRows([
            { id: 'a', statement: 'An apple' },
            { id: 'b', statement: 'Ein Café 咖啡' },
          ]),
        )
        await tx.claim.update({ where: { id: 'a' }, data: { statement: 'A plum' } })
      }),
    )
    expect(await found('apple')).toEqual([])
    expect(await found('plum')).toEqual(['a'])
    expect(await found('cafe')).toEqual(['b'])
    expect(await found('咖啡')).toEqual(['b'])
    const undone = other.write((tx) =>
      indexedTogether(tx, async () => {
        await bulkInsert(tx, textRows([{ id: 'c', statement: 'A fig' }]))
        throw new Error('undone')
      }),
    )
    await expect(undone).rejects.toThrow('undone')
    expect(await found('fig')).toEqual([])
    // And afterwards each is indexed by itself again.
    await other.write((tx) => bulkInsert(tx, textRows([{ id: 'c', statement: 'A fig' }])))
    expect(await found('fig')).toEqual(['c'])
  })
})
