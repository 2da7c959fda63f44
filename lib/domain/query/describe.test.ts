import fc from 'fast-check'
import { expect, it } from 'vitest'
import { translate } from '../../../tests/support/catalogue'
import { claimQuery } from '../../../tests/support/query-arbitrary'
import { describeClaimQuery, firstPage, hrefOf, isNarrowed, parseClaimQuery, sentenceOf, without } from '.'

const names = {
  speakers: new Map([['christopher-musto', { name: 'Christopher Musto' }]]),
  sources: new Map([['the-report', { name: 'The report' }]]),
  topics: new Map([
    ['cecot', { name: 'CECOT' }],
    ['prisons', { name: 'Prisons' }],
  ]),
}
const t = (key: string, values?: Record<string, string | number>) => translate(`query.${key}`, values)
const label = (vocabulary: string, value: string) => translate(`${vocabulary}.${value}`)
const parts = (address: string) =>
  describeClaimQuery(parseClaimQuery(new URLSearchParams(address)).query, names, t, label)

const SENTENCES: [address: string, sentence: string][] = [
  ['', 'All claims, newest first'],
  [
    'status=unsupported&speaker=christopher-musto&topic=cecot',
    'Unsupported claims by Christopher Musto about CECOT, newest first',
  ],
  ['topic=prisons&topic=cecot&sort=speaker', 'All claims about CECOT or Prisons, by speaker from A to Z'],
  [
    'status=unsourced&status=contested',
    'All claims with the status “Sources disagree” or “No source”, newest first',
  ],
  ['status=unsupported&act=denial&act=opinion', 'Unsupported denials or opinions, newest first'],
  ['act=promise&source=the-report', 'Promises in or through The report, newest first'],
  ['family=firm&flag=denied', 'All claims marked “denied” that are firmly sourced, newest first'],
  [
    'basis=first_hand&basis=inferred',
    'All claims whose speaker saw or heard it or inferred it, newest first',
  ],
  [
    'from=2025-01&to=2025-06-04&sort=saidOn',
    'All claims said from January 2025 until 4 June 2025, oldest first',
  ],
  ['to=2025', 'All claims said until 2025, newest first'],
  ['q=no%20pact', 'All claims with the words “no pact”, best match first'],
  ['topic=cecot&q=pact&sort=-saidOn', 'All claims about CECOT with the words “pact”, newest first'],
  ['speaker=nobody-known', 'All claims by nobody-known, newest first'],
]

it.each(SENTENCES)('says %s as a sentence', (address, sentence) => {
  expect(sentenceOf(parts(address))).toBe(sentence)
})

it('lets every condition be taken away, one by one', () => {
  fc.assert(
    fc.property(claimQuery, (query) => {
      const said = describeClaimQuery(query, names, t, label)
      const conditions = said.filter((part) => part.kind === 'condition')
      for (const { key, value, removeHref } of conditions)
        expect(removeHref).toBe(hrefOf(without(query, key, value)))
      const none = conditions.reduce((rest, { key, value }) => without(rest, key, value), firstPage(query))
      expect(isNarrowed(none)).toBe(false)
      expect(conditions.length > 0).toBe(isNarrowed(query))
      expect(sentenceOf(said)).not.toMatch(/ {2}| ,|undefined|query\./)
    }),
  )
})

it('leads to the list that it describes', () => {
  const { query } = parseClaimQuery({ topic: 'cecot' })
  const [, , topic] = describeClaimQuery(query, names, t, label, '/claims.json')
  expect(topic).toMatchObject({ kind: 'condition', text: 'CECOT', removeHref: '/claims.json' })
})
