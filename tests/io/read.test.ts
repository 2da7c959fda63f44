import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, read, readPath, sharedData } from '../support/import-file'

describe('rows of a file', () => {
  it('says which rows have too few cells or too many, with their lines', async () => {
    const file = await read('id,claim,speaker\n1,A,Ana\n2,B\n3,C,Jo,more\n4,"D\nd",Li\n5,E\n6,F,Mo,,\n')
    expect(file.values.map(({ id }) => id)).toEqual(['1', '4', '6'])
    expect(file.problems).toEqual([
      expect.stringMatching(/^3: This row has 2 cells, and there are 3 columns/),
      expect.stringMatching(/^4: This row has 4 cells/),
      expect.stringMatching(/^7: This row has 2 cells/),
    ])
  })

  it('gives columns of one name a number, and columns of none a name', async () => {
    const [first] = (await read('claim,note,note,\nA,x,y,z\n', 'a.csv', { header: true })).values
    expect(first).toEqual({ claim: 'A', note: 'x', 'note (2)': 'y', 'column 4': 'z' })
  })

  it('reads lines however they end, mixed too', async () => {
    const file = await read('id,claim\r\n1,A\n2,B\r3,C\r\n\r\n4,D')
    expect(file.values.map(({ claim }) => claim)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('says where a quote is never closed', async () => {
    await expect(read('id,claim\n1,"A"\n2,"B\n3,C\n', 'a.csv', { quotes: true })).rejects.toThrow(
      /never closed/,
    )
  })

  it('stops at a record that is too large, and holds no more than it', { timeout: 30_000 }, async () => {
    await expect(read(`[{"claim":"${'x'.repeat(11_000_000)}"}]`)).rejects.toThrow(/longer than 10 million/)
    await expect(read(`id,claim\n1,"${'x'.repeat(11_000_000)}"\n`)).rejects.toThrow(/longer than 10 million/)
  })

  it('goes on after a line that is no JSON, and says which', async () => {
    const file = await read('{"claim":"A"}\n{"claim":\n{"claim":"C"}\n[1]\n')
    expect(file.values).toEqual([{ claim: 'A' }, { claim: 'C' }])
    expect(file.problems.map((line) => line.slice(0, 2))).toEqual(['2:', '4:'])
  })

  it('says after which record a document is damaged', async () => {
    const long = JSON.stringify({ claim: 'x'.repeat(5_000) })
    await expect(read(`[${long},${long},{"claim":}]`)).rejects.toThrow(/After record [12]/)
  })

  it('gives records in lists the single values of what holds them', async () => {
    const [first] = (await read('tabs:\n  - name: Work\n    points:\n      - text: A\n')).values
    expect(first).toEqual({ 'tabs.name': 'Work', text: 'A' })
  })

  it('does not follow YAML that refers to itself without end', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\nclaims:\n  - text: *i\n`
    await expect(read(bomb, 'a.yaml')).rejects.toThrow(/not read/)
  })

  it.each([
    ['a list', '['.repeat(200_000), 'a.json'],
    ['an object', `{"claims":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`, 'a.json'],
    ['a record', `[{"claim":"A"},{"claim":"B","x":${'['.repeat(400)}${']'.repeat(400)}}]`, 'a.json'],
    ['YAML', `claims: ${'['.repeat(100_000)}`, 'a.yaml'],
    ['YAML by indents', `claims:\n  - ${'- '.repeat(20_000)}x`, 'a.yaml'],
    ['YAML by lines', Array.from({ length: 800 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'a.yaml'],
  ])('goes down no deeper than anybody writes: %s', async (_name, text, name) => {
    await expect(read(text, name)).rejects.toThrow(/more than 100 deep/)
  })

  it('goes on after a line of JSON that is too deep', async () => {
    const deep = `{"claim":"B","x":${'['.repeat(400)}${']'.repeat(400)}}`
    const file = await read(`{"claim":"A"}\n${deep}\n{"claim":"C [[[ \\" {"}\n`)
    expect(file.values).toEqual([{ claim: 'A' }, { claim: 'C [[[ " {' }])
    expect(file.problems).toEqual([expect.stringMatching(/^2: .*100 deep/)])
  })

  it('finds ClaimReview on a page among other blocks, wrapped or broken', async () => {
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`
    const page = `<!doctype html>${script('{"@type":"Organization"}')}${script('{broken')}${script(
      '<!-- {"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"ClaimReview","claimReviewed":"A\nb"}]} -->',
    )}`
    const file = await read(page)
    expect(file.problems).toHaveLength(1)
    expect(file.values).toEqual([{ '@type': 'ClaimReview', claimReviewed: 'A\nb' }])
    await expect(read('<html><p>Nothing</p></html>')).rejects.toThrow(/no ClaimReview/)
  })

  it('reads back what was written as CSV, whatever stands in the cells and however the bytes arrive', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter(
        (text) =>
          !text.includes('\u0000') &&
          !/[\r\ufeff\ufffd]/.test(text) &&
          text.trim() !== '' &&
          text.isWellFormed(),
      )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('utf-8', 'utf-16le'),
        async (rows, encoding) => {
          const bytes = bytesOf(stringify([['claim', 'speaker'], ...rows]), encoding, true)
          const file = await read(bytes, 'a.csv', {
            delimiter: ',',
            quotes: true,
            header: true,
            format: 'csv',
            encoding: encoding as 'utf-8',
          })
          expect(file.values.map(({ claim, speaker }) => [claim, speaker])).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe.skipIf(!sharedData('liar/train.tsv'))('files that others published', () => {
  it.each([
    ['liar/train.tsv', 10_269],
    ['liar/liar.csv', 12_836],
    ['factopolis/assertions.jsonl', 521],
    ['trumptracker/data.json', 174],
    ['trumptracker/2016-11-15T14-48-00_8e50b35a.yaml', 198],
    ['claimreview/polygraph.info.html', 1],
    ['claimreview/csv/vishvasnews.csv', 122],
  ])('%s: every row, none with a problem', async (path, n) => {
    const file = await readPath(sharedData(path) ?? '')
    expect(file.problems).toEqual([])
    expect(file.values).toHaveLength(n)
  })
})
