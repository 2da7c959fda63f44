import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimDraft } from '../../lib/domain/import/draft'
import { guessProfile } from '../../lib/domain/import/guess'
import { mapRecord } from '../../lib/domain/import/map'
import { originOf } from '../../lib/domain/import/origin'
import { type ImportProfile, importProfile } from '../../lib/domain/import/profile'
import { read } from '../support/import-file'

const mapped = async (text: string, over: Partial<ImportProfile> = {}, name = 'file.csv') => {
  const file = await read(text, name)
  const profile = importProfile.parse({ ...guessProfile(file.values, file.shape, name), ...over })
  const all = file.values.map((value) => mapRecord(value, profile))
  return {
    profile,
    claims: all.flatMap(({ drafts }) => drafts) as ClaimDraft[],
    problems: all.flatMap(({ problems }) => problems.map(({ sentence }) => sentence)),
  }
}

describe('the guess of a mapping', () => {
  it('knows columns by their names in several languages', async () => {
    const { profile, claims } = await mapped(
      'Nr;Behauptung;Sprecher;Datum;Urteil;Themen\n1;Die Brücke ist gesperrt.;Ana Ruiz;24.12.2023;falsch;Verkehr, Bau\n',
    )
    expect(profile).toMatchObject({
      dates: 'day-first',
      columns: { id: ['Nr'], statement: ['Behauptung'], rating: ['Urteil'] },
    })
    expect(claims[0]).toMatchObject({
      keys: ['1'],
      statement: 'Die Brücke ist gesperrt.',
      speaker: { name: 'Ana Ruiz' },
      saidOn: '2023-12-24',
      topics: ['Verkehr', 'Bau'],
      reviews: [{ text: 'falsch' }],
    })
  })

  it.each([
    ['Hindi', 'दावा,वक्ता,निष्कर्ष\nबाँध टूट गया।,Ida Larch,गलत\n', 'निष्कर्ष'],
    ['Russian', 'Утверждение,Автор,Проверяющий,Оценка\nПлотина рухнула.,Ida Larch,Проверка,ложь\n', 'Оценка'],
    ['Spanish', 'Afirmación,Orador,Calificación\nLa presa cayó.,Ida Larch,Falso\n', 'Calificación'],
    ['Hebrew', 'טענה,דובר,דירוג\nהסכר קרס.,Ida Larch,שקר\n', 'דירוג'],
  ])('knows columns in %s', async (_language, text, rating) => {
    const { profile, claims } = await mapped(text)
    expect(profile.columns.rating).toEqual([rating])
    expect(claims[0]).toMatchObject({ speaker: { name: 'Ida Larch' }, reviews: [{}] })
  })

  it('knows columns without names by what stands in them', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `${i}.json\t${i % 2 ? 'false' : 'half-true'}\tThe bridge number ${i} is closed for good.\troads,bridges\tana-ruiz-${i}\n`,
    )
    const { profile, claims } = await mapped(rows.join(''))
    expect(profile).toMatchObject({
      slugs: true,
      columns: {
        id: ['column 1'],
        rating: ['column 2'],
        statement: ['column 3'],
        topics: ['column 4'],
        speaker: ['column 5'],
      },
    })
    expect(claims[3]?.speaker).toMatchObject({ name: 'Ana Ruiz 3', id: 'ana-ruiz-3' })
  })

  it.each([
    ['claims-2024-05-01.csv', 'claims'],
    ['claims (1).csv', 'claims'],
    ['claims_v2.csv', 'claims'],
    ['2017-02-03T23-14-41_5850258d.yaml', ''],
    ['C:\\Users\\x\\Checks of May.final.jsonl', 'checks of may'],
  ])('names a collection after %s', (name, origin) => expect(originOf(name)).toBe(origin))
})

describe('a record in our words', () => {
  it.each([
    [
      'day first, shown by another row',
      'claim,date\nA is so.,03/04/2023\nB is so.,25/04/2023\n',
      '2023-04-03',
    ],
    [
      'month first, shown by another row',
      'claim,date\nA is so.,03/04/2023\nB is so.,04/25/2023\n',
      '2023-03-04',
    ],
    ['dots', 'claim,date\nA is so.,3.4.2023\n', '2023-04-03'],
    ['two digits of the year', 'claim,date\nA is so.,25/04/23\n', '2023-04-25'],
    ['a spreadsheet’s number', 'claim,date\nA is so.,45020\n', '2023-04-04'],
    ['seconds', 'claim,date\nA is so.,1680566400\n', '2023-04-04'],
    ['eight digits', 'claim,date\nA is so.,20230404\n', '2023-04-04'],
    ['a moment with a zone', 'claim,date\nA is so.,2023-04-04 20:30:17 UTC\n', '2023-04-04'],
    ['mail’s form', 'claim,date\nA is so.,"Tue, 4 Apr 2023 10:00:00 GMT"\n', '2023-04-04'],
    ['French', 'claim,date\nA is so.,4 août 2023\n', '2023-08-04'],
    ['Spanish', 'claim,date\nA is so.,7 de octubre de 2020\n', '2020-10-07'],
    ['a year', 'claim,date\nA is so.,2023\n', '2023'],
    ['a month', 'claim,date\nA is so.,March 2023\n', '2023-03'],
    ['a program’s “never”', 'claim,date\nA is so.,0001-01-01 00:00:00Z\n', null],
    ['digits of another script', 'claim,date\nA is so.,٥ أبريل ٢٠٢٣\n', '2023-04-05'],
    ['as programs print a moment', 'claim,date\nA is so.,Wed Apr 05 10:00:00 +0000 2023\n', '2023-04-05'],
  ])('reads dates: %s', async (_name, text, date) => {
    const { claims, problems } = await mapped(text)
    expect(claims[0]?.saidOn).toBe(date)
    expect(problems).toEqual([])
  })

  it.each([
    ['could be two days', '03/04/2023', /can be two days/],
    ['no day', '31/02/2023', /no day/],
    ['far in the future', '9999-01-01', /too far/],
    ['a word', 'yesterday', /cannot be read/],
  ])('keeps a claim without its date where that is %s, and says so', async (_name, date, sentence) => {
    const { claims, problems } = await mapped(`claim,date\nA is so.,${date}\n`)
    expect(claims[0]?.saidOn).toBeNull()
    expect(problems).toEqual([expect.stringMatching(sentence)])
  })

  it('takes markup out of text, and keeps text that runs from right to left', async () => {
    const { claims } = await mapped(
      'claim,speaker\n"<p>Taxes <b>fell</b> &amp; rose.</p><script>alert(1)</script>",Jo\nالجسر مغلق منذ عام.,ليلى حداد\n',
    )
    expect(claims.map(({ statement }) => statement)).toEqual(['Taxes fell & rose.', 'الجسر مغلق منذ عام.'])
    expect(claims[1]?.speaker?.name).toBe('ليلى حداد')
  })

  it.each([
    ['a scale that runs down', '5,1,5', { value: 5, best: 1, worst: 5 }],
    ['decimal commas', '"3,5","5,0","1,0"', { value: 3.5, best: 5, worst: 1 }],
    ['no number', '-1,-1,-1', { value: null, best: null, worst: null }],
    ['a number off its scale', '9,5,1', { value: null }],
  ])('reads ratings: %s', async (_name, cells, expected) => {
    const { claims } = await mapped(
      `claim,rating,ratingValue,bestRating,worstRating\nA is so.,False,${cells}\n`,
    )
    expect(claims[0]?.reviews[0]).toMatchObject({ text: 'False', ...expected })
  })

  it('puts verdicts through the table of their publisher, and leaves out what the table leaves empty', async () => {
    const ratings = [
      { publisher: 'Checkers', from: 'pants-fire', to: 'Pants on Fire' },
      { publisher: '', from: 'n.r.', to: '' },
    ]
    const { claims } = await mapped(
      'claim,rating,reviewer\nA is so.,Pants-Fire,Checkers\nB is so.,pants-fire,Others\nC is so.,n.r.,Others\n',
      { ratings },
    )
    expect(claims.map(({ reviews }) => reviews.map(({ text }) => text))).toEqual([
      ['Pants on Fire'],
      ['pants-fire'],
      [],
    ])
  })

  it('takes those who are nobody for a rumour’s way, not for speakers', async () => {
    const { claims } = await mapped(
      'claim,speaker\nA is so.,Facebook posts\nB is so.,chain-email\nC is so.,Ana Ruiz\n',
    )
    expect(claims.map(({ speaker }) => speaker?.name ?? null)).toEqual([null, null, 'Ana Ruiz'])
    expect(claims[0]?.venue).toBe('Facebook posts')
  })

  it('leaves out what was told off the record, and says so without repeating it', async () => {
    const { claims, problems } = await mapped(
      'claim,access\nThe secret is out.,off_record\nB is so.,public\n',
    )
    expect(claims.map(({ statement }) => statement)).toEqual(['B is so.'])
    expect(problems).toEqual([expect.stringMatching(/off the record/)])
  })

  it('opens lists and things within a record', async () => {
    const { claims } = await mapped(
      JSON.stringify([
        {
          id: 'a/1',
          text: 'A is so.',
          claimant: { name: 'Ana Ruiz' },
          sources: [{ type: 'youtube', id: 'abc', start: 65, duration: 5 }, 'https://news.example.org/a'],
          checks: [{ checker: 'Checkers', rating: 'false', source: 'https://checkers.example.org/a' }],
        },
      ]),
    )
    expect(claims[0]).toMatchObject({
      speaker: { name: 'Ana Ruiz' },
      sources: [
        { url: 'https://www.youtube.com/watch?v=abc', kind: 'recording', locator: '00:01:05–00:01:10' },
        { url: 'https://news.example.org/a' },
      ],
      reviews: [{ reviewer: { name: 'Checkers' }, text: 'false', url: 'https://checkers.example.org/a' }],
    })
  })

  it('never throws, whatever stands in a record', () => {
    const profile = importProfile.parse({
      columns: {
        statement: ['a', 'b.c'],
        speaker: ['b'],
        saidOn: ['c'],
        sources: ['d'],
        reviews: ['e'],
        id: ['f'],
      },
    })
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '@type', 'item', 'claimReview', 'text', '__proto__'),
          fc.jsonValue(),
        ),
        (record) => {
          const { drafts, problems } = mapRecord(record as Record<string, unknown>, profile)
          expect(drafts.length + problems.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('ClaimReview', () => {
  const review = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://checkers.example.org/a',
    claimReviewed: 'The bridge is closed.',
    author: { '@type': 'Organization', name: 'Checkers' },
    datePublished: '2023-04-04T20:30:00+02:00',
    reviewRating: {
      '@type': 'Rating',
      ratingValue: '5',
      bestRating: '1',
      worstRating: '5',
      alternateName: 'False',
    },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Ana Ruiz' },
      datePublished: '2023-04-01',
      appearance: ['https://a.example.org/1, https://b.example.org/2', { url: 'https://c.example.org/' }],
    },
  }

  it.each([
    ['an object', review],
    ['an object with type for @type', JSON.parse(JSON.stringify(review).replaceAll('"@type"', '"type"'))],
    [
      'a feed',
      {
        '@type': 'DataFeed',
        dataFeedElement: [{ '@type': 'DataFeedItem', item: [review, { '@type': 'MediaReview' }] }],
      },
    ],
    ['a graph', { '@context': 'https://schema.org', '@graph': [review] }],
  ])('is read out of %s', async (_name, document) => {
    const { claims } = await mapped(JSON.stringify(document))
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({
      statement: 'The bridge is closed.',
      speaker: { name: 'Ana Ruiz', kind: 'person' },
      saidOn: '2023-04-01',
      sources: [
        { url: 'https://a.example.org/1' },
        { url: 'https://b.example.org/2' },
        { url: 'https://c.example.org/' },
      ],
      reviews: [
        {
          text: 'False',
          value: 5,
          best: 1,
          worst: 5,
          reviewedOn: '2023-04-04',
          reviewer: { name: 'Checkers' },
        },
      ],
    })
  })

  it('is read out of an answer of claims:search', async () => {
    const { claims } = await mapped(
      JSON.stringify({
        claims: [
          {
            text: 'The bridge is closed.',
            claimant: 'Ana Ruiz',
            claimDate: '2023-04-01T00:00:00Z',
            claimReview: [
              {
                publisher: { name: 'Checkers', site: 'checkers.example.org' },
                url: 'https://checkers.example.org/a',
                reviewDate: '2023-04-04T00:00:00Z',
                textualRating: 'False',
                languageCode: 'en',
              },
              {
                publisher: { site: 'others.example.org' },
                url: 'https://others.example.org/b',
                textualRating: 'Wrong',
              },
            ],
          },
        ],
        nextPageToken: 'x',
      }),
    )
    expect(claims).toMatchObject([
      {
        statement: 'The bridge is closed.',
        saidOn: '2023-04-01',
        reviews: [{ text: 'False' }, { text: 'Wrong', reviewer: { name: 'others.example.org' } }],
      },
    ])
  })
})
