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
  const unmapped = rows.flatMap(({ line, problems }) =>
    problems.filter(({ skips }) => skips).map(({ sentence }) => `${line}: ${sentence}`),
  )
  return {
    claims,
    statements: claims.map(({ statement }) => statement),
    left: [...file.problems, ...unmapped],
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
