/** No cell of a table that leaves the ledger is a formula, whatever was recorded; and nothing is lost on the way. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMNS } from '@/lib/domain/data'
import { csvRows } from './csv'

const HOSTILE = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\u0000=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '＝1+1',
  '＠SUM(A1)',
  '"=1+1"',
  '","=1+1',
  'a\r\n=1+1',
  "'=1+1",
]

/** What programs take for the beginning of a formula, after what cannot be seen. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r]/u

const claim = (text: string) => ({
  id: 'a',
  url: 'https://ledger.example/claims/a',
  statement: text,
  quote: text,
  note: null,
  speaker: { name: text, slug: 'b', kind: 'person' },
  topics: [{ name: text }, { name: 'second' }],
  flags: [text],
  origins: null,
  evidence: { supports: 0, contradicts: -1 },
  version: 1,
})

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })

const cellsOf = (text: string) => {
  const csv = csvRows(COLUMNS.claims, [claim(text)], { header: true, bom: false })
  const rows = read(csv)
  expect(rows).toHaveLength(1)
  return rows[0] ?? {}
}

const isSafe = (text: string) => {
  const row = cellsOf(text)
  expect(Object.keys(row)).toEqual([...COLUMNS.claims])
  for (const [column, cell] of Object.entries(row))
    if (column !== 'evidence.contradicts') expect(cell, column).not.toMatch(FORMULA)
  for (const column of ['statement', 'quote', 'speaker.name', 'flags'])
    expect([text, `'${text}`]).toContain(row[column])
  expect([`${text}; second`, `'${text}; second`]).toContain(row.topics)
}

describe('a table', () => {
  it.each(HOSTILE)('neutralises %j', (text) => {
    isSafe(text)
  })

  it('neutralises any text, and gives it back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map(([a, b]) => a + b),
      fc
        .tuple(
          fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r', '\u200B') }),
          fc.constantFrom('=', '+', '-', '@'),
        )
        .map(([a, b]) => a + b),
    )
    fc.assert(fc.property(text, isSafe))
  })

  it('leaves numbers and ordinary texts as they are', () => {
    expect(cellsOf('A sentence, with “quotes” and a - sign.')).toMatchObject({
      statement: 'A sentence, with “quotes” and a - sign.',
      'evidence.contradicts': '-1',
      'origins.supports': '',
      note: '',
    })
  })

  it('names its columns once, and begins with a byte-order mark where that was asked for', () => {
    const options = { header: true, bom: true }
    const first = csvRows(COLUMNS.claims, [claim('One.')], options)
    const second = csvRows(COLUMNS.claims, [claim('Two.')], { header: false, bom: false })
    expect(first.startsWith('\uFEFFid,url,')).toBe(true)
    expect(read(first + second).map(({ statement }) => statement)).toEqual(['One.', 'Two.'])
    expect(first.endsWith('\r\n')).toBe(true)
    expect(csvRows(COLUMNS.topics, [], { header: true, bom: false })).toBe(
      'id,url,name,description,claims\r\n',
    )
  })
})
