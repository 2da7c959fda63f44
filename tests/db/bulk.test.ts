import { expect, it } from 'vitest'
import { bulkInsert, packed } from '../../lib/db/bulk'
import { describeDatabases } from '../support/databases'

const AWKWARD = [
  '',
  'plain',
  '“quoted” \'single\' "double" \\ back',
  'two\nlines\tand a tab',
  '{"json": [1, null]}',
  '0042',
  'true',
  'null',
  'Łódź 東京 🗞️ עברית',
  '?, $1, :a',
]

describeDatabases('bulkInsert', (open) => {
  it('stores texts as the client reads and writes them', async () => {
    const db = await open()
    await db.write((tx) =>
      bulkInsert(
        tx,
        packed(
          'Setting',
          AWKWARD.map((value, i) => ({ key: `bulk ${i}`, value })),
        ),
      ),
    )
    for (const [i, value] of AWKWARD.entries()) {
      await db.writer.setting.create({ data: { key: `one ${i}`, value } })
      expect(await db.reader.setting.findUnique({ where: { key: `bulk ${i}` } })).toMatchObject({ value })
      // Found by its value as well: stored alike, not only read alike.
      expect(await db.reader.setting.findMany({ where: { value } })).toHaveLength(2)
    }
  })

  it('stores moments, numbers, booleans and nulls as the client does', async () => {
    const db = await open()
    const moments = ['2026-11-24T12:34:56.789Z', '1969-12-31T23:59:59.001Z', '2026-03-29T00:30:00.000Z']
    const speakers = moments.map((at, i) => ({
      id: `s${i}`,
      slug: `s${i}`,
      kind: 'organization',
      name: 'N',
      sortName: 'n',
      outlet: i === 0,
      description: i === 1 ? 'text' : null,
      headCountMin: i === 2 ? null : i,
      recordedAt: new Date(at),
      updatedAt: new Date(at),
    }))
    const scale = { id: 'r', publisherId: 's0', name: 'Stars', best: 4.5, worst: -1 }
    const scales = [
      { ...scale, id: 'whole', best: 5 },
      { ...scale, id: 'part' },
    ]
    await db.write(async (tx) => {
      const nodes = speakers.map(({ id }) => ({ id, kind: 'speaker' }))
      await bulkInsert(tx, packed('Node', nodes))
      await bulkInsert(tx, packed('Speaker', speakers))
      await bulkInsert(tx, packed('RatingScale', scales))
    })
    const found = await db.reader.speaker.findMany({ orderBy: { id: 'asc' } })
    expect(found).toMatchObject(speakers)
    expect(await db.reader.ratingScale.findMany({ orderBy: { id: 'desc' } })).toMatchObject(scales)
    for (const { id, recordedAt } of speakers) {
      expect(await db.reader.speaker.findMany({ where: { recordedAt } })).toMatchObject([{ id }])
      expect(await db.reader.speaker.count({ where: { outlet: true, id } })).toBe(id === 's0' ? 1 : 0)
    }
    // Compared in the database with what the client wrote there: the same instant sorts as the same.
    await db.writer.speaker.update({
      where: { id: 's1' },
      data: { recordedAt: new Date(moments[0] as string) },
    })
    expect(await db.reader.speaker.groupBy({ by: ['recordedAt'], _count: true })).toHaveLength(2)
  })

  it('stores more rows than one statement takes, or none', async () => {
    const db = await open()
    const rows = Array.from({ length: 12_345 }, (_, i) => ({ key: `${i}`, value: '' }))
    await db.write(async (tx) => {
      await bulkInsert(tx, packed('Setting', []))
      await bulkInsert(tx, packed('Setting', rows))
    })
    expect(await db.reader.setting.count()).toBe(rows.length)
  })

  it('undoes all of it where one row is refused', async () => {
    const db = await open()
    const rows = Array.from({ length: 6_000 }, (_, i) => ({ key: `${i % 5_999}`, value: '' }))
    await expect(db.write((tx) => bulkInsert(tx, packed('Setting', rows)))).rejects.toThrow()
    expect(await db.reader.setting.count()).toBe(0)
  })
})
