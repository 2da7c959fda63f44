/** Files as they come from elsewhere: what can be imported of each is, and every other row is listed with a sentence. */
import { describe, expect, it } from 'vitest'
import type { ClaimDraft } from '../../lib/domain/import/draft'
import { guessProfile } from '../../lib/domain/import/guess'
import { mapRecord } from '../../lib/domain/import/map'
import { bytesOf, read } from '../support/import-file'

/** Detects, reads, guesses and maps; problems begin with the line of their row. */
const imported = async (content: string | Buffer, name: string) => {
  const file = await read(content, name)
  const profile = guessProfile(file.values, file.shape, name)
  const rows = file.rows.flatMap((row) =>
    'value' in row ? [{ line: row.line, ...mapRecord(row.value, profile) }] : [],
  )
  const claims = rows.flatMap(({ drafts }) => drafts) as ClaimDraft[]
  const said = (skipped: boolean) =>
    rows.flatMap(({ line, problems }) =>
      problems.filter(({ skips }) => skips === skipped).map(({ sentence }) => `${line}: ${sentence}`),
    )
  return {
    claims,
    statements: claims.map(({ statement }) => statement),
    left: [...file.problems, ...said(true)],
    parts: said(false),
  }
}

const NOTHING_SAID = expect.stringMatching(/^3: Nothing says what was claimed/)

describe('a file of others', () => {
  it.each<[string, string | Buffer, string, string[], unknown[]]>([
    [
      'one column without a header, and commas in its sentences',
      'A fell in the night.\nB rose, twice.\nC was there; D was not.\n',
      'claims.txt',
      ['A fell in the night.', 'B rose, twice.', 'C was there; D was not.'],
      [],
    ],
    [
      'one column with a header',
      'claim\nA fell.\nB rose, twice.\n',
      'claims.csv',
      ['A fell.', 'B rose, twice.'],
      [],
    ],
    [
      'a NUL byte, whose record alone is refused when it is written',
      'id,claim\n1,A fe\u0000ll.\n2,B fell.\n',
      'claims.csv',
      ['A fe\u0000ll.', 'B fell.'],
      [],
    ],
    [
      'lines that end in CR only',
      'id,claim\r1,A fell.\r2,"B, fell."\r',
      'claims.csv',
      ['A fell.', 'B, fell.'],
      [],
    ],
    [
      'a quote that is never closed',
      'id,claim,speaker\n1,A fell.,Ida\n2,"B fell.,Ida\n3,C fell.,Ole\n',
      'claims.csv',
      ['A fell.', '"B fell.', 'C fell.'],
      [],
    ],
    [
      'rows with too many and too few cells',
      'id,claim,speaker\n1,A fell.,Ida\n2,B, with a comma,Ida\n3,C fell.\n4,D fell.,Ida,,\n',
      'claims.csv',
      ['A fell.', 'D fell.'],
      [expect.stringMatching(/^3: This row has 4 cells/), expect.stringMatching(/^4: This row has 2 cells/)],
    ],
    [
      'headers that are empty or stand twice',
      'id,claim,claim,,speaker\n1,A fell.,again,x,Ida\n2,B fell.,,y,Ole\n',
      'claims.csv',
      ['A fell.', 'B fell.'],
      [],
    ],
    [
      'YAML of several documents',
      'claim: A fell.\n---\nclaim: B fell.\n---\nspeaker: Only a name\n',
      'claims.yaml',
      ['A fell.', 'B fell.'],
      [NOTHING_SAID],
    ],
    [
      'YAML of several lists',
      '- claim: A fell.\n- claim: B fell.\n---\n- claim: C fell.\n',
      'claims.yaml',
      ['A fell.', 'B fell.', 'C fell.'],
      [],
    ],
    [
      'a list deep in a document, with what is no record in it',
      JSON.stringify({ a: { b: { c: { e: [{ claim: 'A fell.' }, { claim: 'B fell.' }, 5] } } } }),
      'claims.json',
      ['A fell.', 'B fell.'],
      [expect.stringMatching(/^3: This is no record/)],
    ],
    [
      'UTF-16 with CRLF',
      bytesOf('id,claim\r\n1,Größe ist alles.\r\n2,Ähnlich ist nichts.\r\n', 'utf-16le', true),
      'claims.csv',
      ['Größe ist alles.', 'Ähnlich ist nichts.'],
      [],
    ],
    [
      'a line by which spreadsheets are told the mark, before the columns',
      'sep=;\nid;claim\n1;A fell, twice.\n',
      'claims.csv',
      ['A fell, twice.'],
      [],
    ],
    [
      'a title and remarks before the columns',
      'Claims of the spring\n\nid,claim,speaker\n1,A fell.,Ida\n2,B,fell,twice.\n',
      'claims.csv',
      ['A fell.'],
      [expect.stringMatching(/^5: This row has 4 cells/)],
    ],
    ['remarks that are marked', '# by us\n# in May\nid,claim\n1,A fell.\n', 'claims.csv', ['A fell.'], []],
    [
      'quotes around some cells and within others',
      'id,claim,link\n1,"A fell.",<a href="https://example.org/a">a</a>\n2,"B, too.",none\n',
      'claims.csv',
      ['A fell.', 'B, too.'],
      [],
    ],
    [
      'things by their ids, deep in a document',
      JSON.stringify({
        meta: { n: 2 },
        data: { claims: { a1: { text: 'A fell.' }, a2: { text: 'B fell.' } } },
      }),
      'claims.json',
      ['A fell.', 'B fell.'],
      [],
    ],
    ['one thing by its id', '{"claims":{"a1":{"claim":"A fell."}}}', 'claims.json', ['A fell.'], []],
    [
      'lists by the names of who speaks',
      JSON.stringify({
        'Ida Larch': [{ text: 'A fell.' }],
        'Ole Larch': [{ text: 'B fell.' }, { text: 'C fell.' }],
      }),
      'claims.json',
      ['A fell.', 'B fell.', 'C fell.'],
      [],
    ],
    [
      'lists by year and by month',
      JSON.stringify({ 2023: { april: [{ claim: 'A fell.' }] }, 2024: { may: [{ claim: 'B fell.' }] } }),
      'claims.json',
      ['A fell.', 'B fell.'],
      [],
    ],
    [
      'YAML by ids',
      'claims:\n  a1:\n    claim: A fell.\n  a2:\n    claim: B fell.\n',
      'a.yaml',
      ['A fell.', 'B fell.'],
      [],
    ],
    [
      'a list of rows',
      '[["id","claim"],[1,"A fell."],[2,"B fell.",3]]',
      'a.json',
      ['A fell.'],
      [expect.stringMatching(/^2: This is no record/)],
    ],
    [
      'rows beside the names of their columns',
      '{"columns":["a","b"],"data":[[1,"A fell in May."]]}',
      'a.json',
      ['A fell in May.'],
      [],
    ],
    ['a list of sentences', '["A fell.","B fell."]', 'a.json', ['A fell.', 'B fell.'], []],
    [
      'a claim with lists of its own',
      '{"claim":"A fell.","sources":[{"title":"B","url":"https://example.org/b"}]}',
      'a.json',
      ['A fell.'],
      [],
    ],
    [
      'records that are wrapped one by one',
      '{"features":[{"type":"Feature","properties":{"claim":"A fell.","speaker":"Ida"}}]}',
      'a.geojson',
      ['A fell.'],
      [],
    ],
    [
      'lists of other things beside the claims',
      JSON.stringify({
        people: [
          { id: 1, name: 'Ida' },
          { id: 2, name: 'Ole' },
        ],
        claims: [{ id: 1, claim: 'A fell.' }],
      }),
      'a.json',
      ['A fell.'],
      [],
    ],
    [
      'columns that are named from right to left',
      '\ufeffالمعرف;الادعاء;المتحدث\n1;انهار السد في الليل.;آدا ليند\n',
      'a.csv',
      ['انهار السد في الليل.'],
      [],
    ],
    [
      'columns that are named in a language that nobody here knows',
      'fmt,zzyx,qwo\n1,The dam in the north fell in the night.,Ida Larch\n2,The dam in the south held for a day.,Ole Larch\n',
      'a.csv',
      ['The dam in the north fell in the night.', 'The dam in the south held for a day.'],
      [],
    ],
  ])('%s', async (_name, content, name, statements, left) => {
    const found = await imported(content, name)
    expect(found.statements).toEqual(statements)
    expect(found.left).toEqual(left)
  })

  it('has decimal commas between semicolons, on a scale that runs down', async () => {
    const { claims } = await imported(
      'Nr;Aussage;Person;Datum;Urteil;ratingValue;bestRating;worstRating\n1;A fiel.;Ida Larch;01.02.2024;Falsch;5,5;1,0;6,0\n',
      'claims.csv',
    )
    expect(claims[0]).toMatchObject({
      statement: 'A fiel.',
      saidOn: '2024-02-01',
      reviews: [{ value: 5.5, best: 1, worst: 6 }],
    })
  })

  it('of another site that has claims is not taken for our own', async () => {
    const { claims } = await imported(
      'id,url,statement,speaker\n7,https://checkers.example/claims/a-fell,A fell.,Ida Larch\n',
      'a.csv',
    )
    expect(claims[0]).toMatchObject({
      keys: ['7'],
      sources: [{ url: 'https://checkers.example/claims/a-fell' }],
    })
    expect(claims[0]?.own).toBeUndefined()
  })

  it('is found by what its things are called, and by who says them', async () => {
    const by = (keys: Record<string, unknown>) => JSON.stringify({ claims: keys })
    const { claims } = await imported(
      by({ a1: { text: 'A fell.' }, a2: { id: 'b', text: 'B fell.' } }),
      'a.json',
    )
    expect(claims.map(({ keys }) => keys)).toEqual([['a1'], ['b', 'a2']])
    const people = {
      ida: { name: 'Ida Larch', claims: [{ text: 'A fell.' }] },
      ole: { name: 'Ole Larch', claims: [{ text: 'B fell.' }] },
    }
    const said = await imported(JSON.stringify({ people }), 'a.json')
    expect(said.claims.map(({ speaker }) => speaker?.name)).toEqual(['Ida Larch', 'Ole Larch'])
    const named = await imported(
      '{"Ida Larch":[{"text":"A fell."}],"Ole Larch":[{"text":"B fell."}]}',
      'a.json',
    )
    expect(named.claims.map(({ speaker }) => speaker?.name)).toEqual(['Ida Larch', 'Ole Larch'])
  })

  it.each([
    ['JSON', '[{"id":12345678901234567890,"claim":"A."},{"id":12345678901234567891,"claim":"B."}]'],
    ['JSON Lines', '{"id":12345678901234567890,"claim":"A."}\n{"id":12345678901234567891,"claim":"B."}\n'],
  ])('has ids in %s that are longer than any number', async (_name, text) => {
    const { claims } = await imported(text, 'a')
    expect(claims.flatMap(({ keys }) => keys)).toEqual(['12345678901234567890', '12345678901234567891'])
  })

  it('has verdicts that are numbers where words are expected, and the best of them is the least', async () => {
    const { claims } = await imported(
      'id,claim,rating,best,worst,checker\n1,A fell.,4,1,5,The Checkers\n',
      'a.csv',
    )
    expect(claims[0]?.reviews).toMatchObject([{ text: '4 (best 1, worst 5)', value: 4, best: 1, worst: 5 }])
  })

  it('says which letters were lost, and reads the others as they were meant', async () => {
    const bytes = Buffer.concat([
      bytesOf('id,claim,speaker\n1,Größe und Güte sind gleich.,Zoë\n2,Bl'),
      Buffer.from([0xe4]),
      bytesOf('tter fielen.,Zoë\n'),
    ])
    const { claims, parts } = await imported(bytes, 'a.csv')
    expect(claims.map(({ statement }) => statement)).toEqual([
      'Größe und Güte sind gleich.',
      'Bl\ufffdtter fielen.',
    ])
    expect(parts).toEqual([expect.stringMatching(/^3: It holds letters that could not be read/)])
  })

  it('takes no address of another kind for a source', async () => {
    const { claims, parts } = await imported(
      'id,claim,url\n1,A fell.,javascript:alert(1)\n2,B fell.,<a href=https://example.org/b>b</a>\n',
      'a.csv',
    )
    expect(claims.map(({ sources }) => sources.map(({ url }) => url))).toEqual([
      [],
      ['https://example.org/b'],
    ])
    expect(parts).toEqual([expect.stringMatching(/^2: .*no address of the web/)])
  })

  it('carries ClaimReview with a list of items, without an author, and with a rating in words', async () => {
    const review = {
      '@type': 'ClaimReview',
      claimReviewed: 'A fell.',
      url: 'https://checkers.example.org/a',
      itemReviewed: [
        { '@type': 'Claim', author: { '@type': 'Person', name: 'Ida Larch' } },
        { '@type': 'Thing' },
      ],
      reviewRating: { '@type': 'Rating', ratingValue: 'Mostly false' },
    }
    const { claims } = await imported(JSON.stringify({ '@graph': [review] }), 'claims.json')
    expect(claims[0]).toMatchObject({
      statement: 'A fell.',
      speaker: { name: 'Ida Larch' },
      reviews: [{ reviewer: null, value: null }],
    })
  })
})
