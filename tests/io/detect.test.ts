import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../lib/io/unreadable'
import { bytesOf, read } from '../support/import-file'

const TABLE = 'id,claim,speaker\n1,The bridge is closed.,Ana Ruiz\n2,"Taxes fell, twice.",Jo Hall\n'

describe('the format of a file', () => {
  it.each([
    ['commas', TABLE, 'csv', { delimiter: ',', header: true, quotes: true }, 2],
    [
      'semicolons',
      TABLE.replace('"Taxes fell, twice."', 'Taxes fell, twice.').replace(/(\d|claim|id|\.),/g, '$1;'),
      'csv',
      { delimiter: ';' },
      2,
    ],
    [
      'tabs and quotes that are letters',
      'claim\tspeaker\nThe "new bridge\tAna\nIt is 5" wide\tJo\n',
      'csv',
      { delimiter: '\t', quotes: false, header: true },
      2,
    ],
    [
      'no header',
      '17.json\tfalse\tThe bridge is closed today.\n18.json\ttrue\tTaxes fell twice.\n',
      'csv',
      { delimiter: '\t', header: false },
      2,
    ],
    [
      'cells of several lines',
      'claim,speaker\n"One\ntwo",Ana\n"Three ""four""",Jo\n',
      'csv',
      { delimiter: ',', quotes: true },
      2,
    ],
    ['one column', 'claim\nThe bridge is closed.\nTaxes fell.\n', 'csv', { header: true }, 2],
    ['lines of JSON', '{"claim":"A."}\n{"claim":"B."}\n', 'jsonl', {}, 2],
    ['a list of JSON', '[{"claim":"A."},\n{"claim":"B."}]', 'json', { at: '[]' }, 2],
    [
      'an object around a list',
      '{"meta":{"n":2},"claims":[{"text":"A."},{"text":"B."}]}',
      'json',
      { at: 'claims[]' },
      2,
    ],
    [
      'a deeper list',
      '{"data":{"pages":[{"name":"x","claims":[{"claim":"A."}]},{"name":"y","claims":[{"claim":"B."}]}]}}',
      'json',
      { at: 'data.pages[].claims[]' },
      2,
    ],
    ['one object', '{"@type":"ClaimReview","claimReviewed":"A."}', 'json', { at: '' }, 1],
    ['YAML', 'promises:\n  - title: A\n    status: open\n  - title: B\n', 'yaml', { at: 'promises[]' }, 2],
    ['YAML that begins with a comment', '# A list\n\n- claim: A\n- claim: B\n', 'yaml', { at: '[]' }, 2],
    [
      'a page',
      '<!doctype html><script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"A."}</script>',
      'html',
      {},
      1,
    ],
  ])('%s', async (_name, text, format, shape, n) => {
    const file = await read(text)
    expect(file.shape).toMatchObject({ format, ...shape })
    expect(file.problems).toEqual([])
    expect(file.values).toHaveLength(n)
  })

  it.each([
    ['UTF-8 with a mark', 'utf-8', true, 'utf-8'],
    ['UTF-16, little end first', 'utf-16le', true, 'utf-16le'],
    ['UTF-16, big end first', 'utf-16be', true, 'utf-16be'],
    ['UTF-16 without a mark', 'utf-16le', false, 'utf-16le'],
    ['Windows-1252', 'windows-1252', false, 'windows-1252'],
    ['Latin-1', 'latin1', false, 'windows-1252'],
  ])('%s', async (_name, encoding, mark, expected) => {
    const text =
      'id,claim\n1,La réforme coûte déjà très cher à la société française.\n2,Das Gebäude wird größer.\n'
    const file = await read(bytesOf(text, encoding, mark))
    expect(file.shape.encoding).toBe(expected)
    expect(file.values[0]).toEqual({
      id: '1',
      claim: 'La réforme coûte déjà très cher à la société française.',
    })
  })

  it('sees letters outside ASCII that come late', { timeout: 30_000 }, async () => {
    const text = `claim\n${'Nothing but plain letters here.\n'.repeat(35_000)}La réforme coûte très cher à la société.\n`
    const file = await read(bytesOf(text, 'windows-1252'))
    expect(file.shape.encoding).toBe('windows-1252')
    expect(file.values.at(-1)).toEqual({ claim: 'La réforme coûte très cher à la société.' })
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['spaces', Buffer.from(' \n \n'), 'spaces'],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'spreadsheet'],
    ['a picture', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'not text'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'PDF'],
  ])('refuses %s with a sentence', async (_name, bytes, word) => {
    await expect(read(bytes, 'claims.csv')).rejects.toThrow(Unreadable)
    await expect(read(bytes, 'claims.csv')).rejects.toThrow(word)
  })
})
