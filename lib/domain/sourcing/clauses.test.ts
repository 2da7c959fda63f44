/** Clauses of the rules that the worked cases do not reach, each with the smallest graph that tells it apart. */
import { describe, expect, it } from 'vitest'
import { deriveSourcing, type SourcingGraph } from '../sourcing'

type Fields = Record<string, unknown>

const SPEAKERS = {
  ana: { kind: 'person', name: 'Ana' },
  ben: { kind: 'person', name: 'Ben', roles: [{ org: 'acme' }] },
  acme: { kind: 'organization', name: 'Acme' },
  daily: { kind: 'organization', name: 'Daily' },
  desk: { kind: 'organization', name: 'Desk' },
  aide: { kind: 'anonymous', name: 'an aide', vouchedBy: 'daily' },
  loner: { kind: 'anonymous', name: 'a man in a bar' },
}
const SOURCES = {
  story: { kind: 'news_report', title: 'Story' },
  copy: { kind: 'news_report', title: 'Copy' },
  gone: { kind: 'news_report', title: 'Gone', status: 'retracted' },
  file: { kind: 'court_record', title: 'File', issuer: 'acme', authenticity: 'authenticated' },
  memo: { kind: 'internal_document', title: 'Memo', publisher: 'daily' },
}
const item = (relation: string, target: string | undefined, fields: Fields = {}, id = 'e') => ({
  id,
  relation,
  target,
  basis: 'first_hand',
  ...fields,
})
const pro = (target: string | undefined, fields: Fields = {}, id = 'e') =>
  item('supports', target, fields, id)
const con = (target: string | undefined, fields: Fields = {}, id = 'x') =>
  item('contradicts', target, fields, id)
const to = (from: string, target: string, fields: Fields = {}) => ({
  from,
  to: target,
  basis: 'first_hand',
  ...fields,
})
const graph = (evidence: Fields[], links: Fields[] = [], claim: Fields = {}, part: Fields = {}) =>
  ({
    claim: { id: 'c', ...claim },
    speakers: SPEAKERS,
    sources: SOURCES,
    links,
    evidence,
    ...part,
  }) as unknown as SourcingGraph

const HIDDEN = { access: 'on_background', vouchedBy: 'desk' }
const reasons = (g: SourcingGraph) =>
  deriveSourcing(g).notCounted.map(
    ({ side, evidenceId, label, reason }) => `${side} ${evidenceId} ${label}: ${reason}`,
  )
const keys = (g: SourcingGraph) =>
  deriveSourcing(g).counted.map(({ side, key, class: kind }) => `${side} ${key} ${kind}`)

type Row<T> = [clause: string, graph: SourcingGraph, expected: T]

describe('2.1 what is admitted, and what is said of what is not', () => {
  it.each<Row<string[]>>([
    ['context goes first, silently', graph([pro('ana', { relation: 'context', state: 'withdrawn' })]), []],
    [
      'then access, silently',
      graph([pro('ana', { access: 'off_record', state: 'retracted', covers: 'part' })]),
      [],
    ],
    [
      'then state',
      graph([pro('ana', { state: 'withdrawn', covers: 'part' })]),
      ['supports e Ana: withdrawn'],
    ],
    ['a retracted state', graph([con('ana', { state: 'retracted' })]), ['contradicts x Ana: retracted']],
    ['then part, of support only', graph([pro('ana', { covers: 'part' })]), ['supports e Ana: partial']],
    ['a part that contradicts is admitted', graph([con('ana', { covers: 'part' })]), []],
    ['then the target, silently', graph([pro(undefined)]), []],
    [
      'a refused item names nobody on background',
      graph([pro('ana', { ...HIDDEN, state: 'withdrawn' })]),
      ['supports e an unnamed source: withdrawn'],
    ],
    [
      'nor somebody whom only another item reaches, on background',
      graph([pro('ana', { state: 'withdrawn' }), pro('ana', HIDDEN, 'f')]),
      ['supports e an unnamed source: withdrawn'],
    ],
  ])('%s', (_clause, g, expected) => expect(reasons(g)).toEqual(expected))

  it.each<Row<string[]>>([
    [
      'a named maker who says how it knows',
      graph([], [], { speaker: 'ana', basis: 'expert', stakes: [{ party: 'ana', stake: 'none' }] }),
      ['supports person:ana named'],
    ],
    ['a named maker who does not', graph([], [], { speaker: 'ana' }), []],
    [
      'an unnamed maker who does not say it was told',
      graph([], [], { speaker: 'aide' }),
      ['supports anon:org:daily unproven'],
    ],
    ['an unnamed maker who was told', graph([], [], { speaker: 'aide', basis: 'second_hand' }), []],
  ])('own word: %s', (_clause, g, expected) => expect(keys(g)).toEqual(expected))

  it.each<Row<string[]>>([
    [
      'a link for this claim',
      graph([pro('story')], [to('story', 'ana', { claimId: 'c' })]),
      ['supports person:ana named'],
    ],
    [
      'a link for every claim',
      graph([pro('story')], [to('story', 'ana', { claimId: '' })]),
      ['supports person:ana named'],
    ],
    ['a link for another claim', graph([pro('story')], [to('story', 'ana', { claimId: 'd' })]), []],
    ['an id in neither map has no links', graph([pro('lost')], [to('lost', 'ana')]), []],
    [
      'that it was made contradicts nothing: scoped',
      graph([con('story')], [to('story', 'ana', { claimId: 'c' })], { speaker: 'ana' }),
      [],
    ],
    [
      'that it was made contradicts nothing: where it appears',
      graph([con('story')], [to('story', 'ana')], { speaker: 'ana', appearsIn: ['story'] }),
      [],
    ],
    [
      'any other link to the maker is a recantation',
      graph([con('story')], [to('story', 'ana')], { speaker: 'ana' }),
      ['contradicts person:ana named'],
    ],
    ['a record of the utterance contradicts nothing', graph([con('file')], [], { appearsIn: ['file'] }), []],
  ])('%s', (_clause, g, expected) => expect(keys(g)).toEqual(expected))
})

describe('2.2 the walk', () => {
  const told = { basis: 'second_hand' }
  it.each<Row<string[]>>([
    [
      'a speaker is noted at every arrival',
      graph([pro('story')], [to('story', 'ben', told), to('story', 'copy'), to('copy', 'ben')]),
      ['supports person:ben named'],
    ],
    [
      'a known basis is a root whatever it leads to',
      graph([pro('ana')], [to('ana', 'story')]),
      ['supports person:ana named'],
    ],
    [
      'one who passes it on is no end',
      graph([pro('ana', { basis: 'not_stated' })], [to('ana', 'ben')]),
      ['supports person:ben named'],
    ],
    [
      'one who does not say is unproven',
      graph([pro('ana', { basis: 'not_stated' })]),
      ['supports person:ana unproven'],
    ],
    ['one who was told is untraced', graph([pro('ana', told)]), []],
    [
      'a record that copies is walked through',
      graph([pro('file')], [to('file', 'ana')]),
      ['supports person:ana named'],
    ],
    [
      'an outlet whose only source was retracted is no origin',
      graph([pro('file')], [to('file', 'gone')]),
      [],
    ],
    ['a loop is an onward link', graph([pro('file')], [to('file', 'file')]), []],
    [
      'the utterance itself is the maker',
      graph([pro('file')], [], { speaker: 'aide', basis: 'inferred', appearsIn: ['file'] }),
      [],
    ],
    [
      'the maker is walked on from',
      graph([pro('file')], [to('aide', 'ana')], { speaker: 'aide', basis: 'inferred', appearsIn: ['file'] }),
      ['supports person:ana named'],
    ],
    ['an unverified record is unnamed', graph([pro('memo')]), ['supports anon:org:daily unnamed']],
    [
      'an id in both maps is a speaker',
      graph([pro('ana')], [], {}, { sources: { ana: SOURCES.gone } }),
      ['supports person:ana named'],
    ],
  ])('%s', (_clause, g, expected) => expect(keys(g)).toEqual(expected))

  it.each<Row<string[]>>([
    ['retracted, with no end', graph([pro('story')], [to('story', 'gone')]), ['supports e Story: retracted']],
    ['circular, with neither', graph([pro('story')], [to('story', 'story')]), ['supports e Story: circular']],
    [
      'the utterance of nobody',
      graph([pro('file')], [], { appearsIn: ['file'] }),
      ['supports e File: untraced'],
    ],
    [
      'an aligned party',
      graph([pro('ana')], [], { stakes: [{ party: 'ana', stake: 'benefits' }] }),
      ['supports e Ana: interested_party'],
    ],
    ['the same origin twice', graph([pro('ana'), pro('ana', {}, 'f')]), ['supports f Ana: same_origin']],
    [
      'a maker who took it back',
      graph([pro('ana'), con('ana')], [], { speaker: 'ana' }),
      ['supports e Ana: recanted'],
    ],
    [
      'several reasons, one entry each',
      graph([pro('story')], [to('story', 'lost'), to('story', 'ana')], {
        stakes: [{ party: 'ana', stake: 'benefits' }],
      }),
      ['supports e Story: interested_party', 'supports e Story: untraced'],
    ],
  ])('not counted: %s', (_clause, g, expected) => expect(reasons(g)).toEqual(expected))
})

describe('2.3 keys and what displaces them', () => {
  const official = { capacity: 'official' }
  const groups = {
    speakers: {
      ...SPEAKERS,
      acme: { ...SPEAKERS.acme, group: 'daily' },
      daily: { ...SPEAKERS.daily, group: 'holding' },
    },
  }
  const roles = (...list: Fields[]) => ({
    speakers: { ...SPEAKERS, ben: { kind: 'person', name: 'Ben', roles: list } },
  })
  it.each<Row<string[]>>([
    ['a group is one step', graph([pro('acme')], [], {}, groups), ['supports org:daily named']],
    [
      'for the organization given',
      graph([pro('ben', { ...official, capacityOrg: 'lost' })]),
      ['supports org:lost named'],
    ],
    [
      'else the role with the smallest key',
      graph([pro('ben', official)], [], {}, roles({ org: 'desk' }, { org: 'acme' })),
      ['supports org:acme named'],
    ],
    [
      'a role that ended at no known time',
      graph([pro('ben', official)], [], {}, roles({ org: 'acme', ended: true })),
      ['supports person:ben named'],
    ],
    [
      'a role that began later',
      graph([pro('ben', official)], [], { saidOn: '2020-05' }, roles({ org: 'acme', from: '2020-06-01' })),
      ['supports person:ben named'],
    ],
    [
      'a role that ended before',
      graph([pro('ben', official)], [], { saidOn: '2020-05' }, roles({ org: 'acme', to: '2019/2021' })),
      ['supports person:ben named'],
    ],
    [
      'as far as both dates say',
      graph(
        [pro('ben', official)],
        [],
        { saidOn: '2020-05' },
        roles({ org: 'acme', from: '2020~', to: '2020-05-02' }),
      ),
      ['supports org:acme named'],
    ],
    [
      'a season by its year',
      graph([pro('ben', official)], [], { saidOn: '2020-01' }, roles({ org: 'acme', from: '2020-23' })),
      ['supports org:acme named'],
    ],
    [
      'an unknown date counts as held',
      graph([pro('ben', official)], [], { saidOn: '2020' }, roles({ org: 'acme', from: '202X' })),
      ['supports org:acme named'],
    ],
    ['nobody vouches', graph([pro('loner')]), ['supports anon:nobody unnamed']],
    [
      'a record without an issuer',
      graph([pro('file')], [], {}, { sources: { file: { ...SOURCES.file, issuer: undefined } } }),
      ['supports doc:file record'],
    ],
    [
      'a record by an issuer not in the map',
      graph([pro('file')], [], {}, { sources: { file: { ...SOURCES.file, issuer: 'lost' } } }),
      ['supports doc:file record'],
    ],
    [
      'a record by somebody unnamed',
      graph([pro('file')], [], {}, { sources: { file: { ...SOURCES.file, issuer: 'aide' } } }),
      ['supports anon:nobody unnamed'],
    ],
    ['on background: the item’s voucher', graph([pro('ana', HIDDEN)]), ['supports anon:org:desk unnamed']],
    [
      'on background: else the newsroom',
      graph([pro('ana', { access: 'on_background' })], [], {}, { newsroom: 'daily' }),
      ['supports anon:org:daily unnamed'],
    ],
    ['the strongest class is kept', graph([pro('acme'), pro('file', {}, 'f')]), ['supports org:acme record']],
    ['as the person', graph([pro('ben', official), pro('ben', {}, 'f')]), ['supports person:ben named']],
    [
      'but an unproven one displaces nothing',
      graph([pro('ben', official), pro('ben', { basis: 'not_stated' }, 'f')]),
      ['supports org:acme named', 'supports person:ben unproven'],
    ],
    [
      'openly, so not again unnamed',
      graph([pro('ana'), pro('ana', HIDDEN, 'f')]),
      ['supports person:ana named'],
    ],
    ['an outlet’s own insiders', graph([pro('daily'), pro('aide', {}, 'f')]), ['supports org:daily named']],
    [
      'two vouchers for one name',
      graph([pro('ana', HIDDEN), pro('ana', { ...HIDDEN, vouchedBy: 'daily' }, 'f')]),
      ['supports anon:org:daily unnamed', 'supports anon:org:desk unnamed'],
    ],
  ])('%s', (_clause, g, expected) => expect(keys(g)).toEqual(expected))

  it('labels a key by a speaker before a document, then by the smaller label', () => {
    const g = graph([pro('memo'), pro('aide', {}, 'f')])
    expect(deriveSourcing(g).counted).toMatchObject([{ key: 'anon:org:daily', label: 'an aide' }])
  })
})

describe('2.4 and 2.8 stakes and flags', () => {
  const stake = (party: string, kind: string) => ({ stakes: [{ party, stake: kind }] })
  const ring = [to('story', 'copy'), to('copy', 'story')]
  it.each<Row<string[]>>([
    ['denied', graph([con('ana', { basis: 'second_hand' })], [], stake('ana', 'harmed')), ['denied']],
    ['recanted', graph([con('ana')], [], { speaker: 'ana' }), ['recanted']],
    [
      'a maker who benefits from taking it back is flagged once only',
      graph([con('ana'), con('ana', HIDDEN, 'y')], [], { speaker: 'ana' }),
      ['named_speaker_on_background', 'recanted'],
    ],
    [
      'admission_against_interest',
      graph([pro('ana')], [], stake('ana', 'harmed')),
      ['admission_against_interest'],
    ],
    ['not by a role that it does not speak for', graph([pro('ben')], [], stake('acme', 'harmed')), []],
    [
      'contradicted_by_beneficiary',
      graph([con('ana')], [], stake('ana', 'benefits')),
      ['contradicted_by_beneficiary'],
    ],
    [
      'both at once is aligned',
      graph([pro('ben', { capacity: 'official' })], [], {
        stakes: [
          { party: 'acme', stake: 'harmed' },
          { party: 'ben', stake: 'benefits' },
        ],
      }),
      [],
    ],
    [
      'weaker_contradiction',
      graph([pro('file'), con('aide')], [], {}, { sources: SOURCES }),
      ['weaker_contradiction'],
    ],
    ['untraced_contradiction', graph([con('story')]), ['untraced_contradiction']],
    ['circular', graph([con('story')], ring), ['circular', 'untraced_contradiction']],
    ['no ring on background', graph([con('story', HIDDEN)], ring), ['untraced_contradiction']],
    ['retracted_support', graph([pro('ana', { state: 'retracted' })]), ['retracted_support']],
    ['not by a withdrawal', graph([pro('ana', { state: 'withdrawn' })]), []],
    ['retracted_support, met on the way', graph([pro('gone')]), ['retracted_support']],
    ['not on the other side', graph([con('gone')]), []],
    ['partial_support', graph([pro('ana', { covers: 'part' })]), ['partial_support']],
    ['basis_not_stated', graph([pro('ana', { basis: 'not_stated' })]), ['basis_not_stated']],
    ['includes_unnamed', graph([pro('ana'), pro('aide', {}, 'f')]), ['includes_unnamed']],
    [
      'unverified_document, on either side',
      graph([con('memo')]),
      ['unverified_document', 'weaker_contradiction'],
    ],
    ['untraced_reports', graph([pro('ana'), pro('story', {}, 'f')]), ['untraced_reports']],
    [
      'also_self_support',
      graph([pro('ana'), pro('ben', {}, 'f')], [], stake('ben', 'benefits')),
      ['also_self_support'],
    ],
    ['same_origin_both_sides', graph([pro('ana'), con('ana')]), ['same_origin_both_sides']],
    ['named_speaker_on_background', graph([pro('ana', HIDDEN)]), ['named_speaker_on_background']],
  ])('%s', (_clause, g, expected) => expect(deriveSourcing(g).flags).toEqual(expected.filter((flag) => flag)))

  it.each<[string, string, boolean]>([
    ['2020-01', '2020-02', true],
    ['2020', '2020-02', false],
    ['2020-01-31', '2020-02-01/2020-03', true],
    ['2020-21', '2020-12', false],
    ['2020-01', '2021~', true],
    ['2020-21', '2021-24', true],
    ['2020-01', '../2021', false],
    ['2020-13', '2021', false],
  ])('time_inversion: %s cites %s: %s', (from, later, expected) => {
    const sources = {
      story: { ...SOURCES.story, publishedAt: from },
      copy: { ...SOURCES.copy, publishedAt: later },
    }
    const { flags } = deriveSourcing(graph([pro('story')], [to('story', 'copy')], {}, { sources }))
    expect(flags.includes('time_inversion')).toBe(expected)
  })
})

describe('paths', () => {
  const path = (g: SourcingGraph) => deriveSourcing(g).counted[0]?.path
  it('are the shortest, ties by id', () => {
    const longer = [to('story', 'copy'), to('copy', 'ana')]
    expect(path(graph([pro('story')], [...longer, to('story', 'ana')]))).toEqual(['story', 'ana'])
    const links = [to('story', 'memo'), to('memo', 'ana'), to('story', 'copy'), to('copy', 'ana')]
    expect(path(graph([pro('story')], links))).toEqual(['story', 'copy', 'ana'])
  })
  it('leave out who is named on background, and what only background reaches', () => {
    expect(path(graph([pro('story', HIDDEN)], [to('story', 'ana')]))).toEqual([])
    expect(path(graph([pro('story', HIDDEN), con('story')], [to('story', 'ana')]))).toEqual(['story'])
  })
  it.each([62, 63, 64, 300])('are cut at 64 ids, the nearest first: a chain of %i', (n) => {
    const id = (i: number) => `s${i}`
    const sources = Object.fromEntries(Array.from({ length: n }, (_, i) => [id(i), SOURCES.story]))
    const links = Array.from({ length: n }, (_, i) => to(id(i), i === n - 1 ? 'ana' : id(i + 1)))
    const whole = [...Array.from({ length: n }, (_, i) => id(i)), 'ana']
    expect(path(graph([pro('s0')], links, {}, { sources }))).toEqual(whole.slice(0, 64))
    // The same from one of two items on background, each with its own voucher.
    const hidden = [pro('s0', HIDDEN), con('s0'), pro('s0', { ...HIDDEN, vouchedBy: 'daily' }, 'f')]
    const cut = whole.slice(0, 64).filter((step) => step !== 'ana')
    expect(path(graph(hidden, links, {}, { sources }))).toEqual(cut)
  })
})

describe('paths of items with different vouchers', () => {
  it('are the shortest of each, ties by id', () => {
    const ids = (...links: [string, string][]) => links.map(([from, target]) => to(from, target))
    const links = ids(['story', 'memo'], ['story', 'copy'], ['memo', 'ana'], ['copy', 'ana'], ['copy', 'ben'])
    const evidence = [pro('story', HIDDEN), pro('copy', { ...HIDDEN, vouchedBy: 'daily' }, 'f'), con('story')]
    expect(deriveSourcing(graph(evidence, links)).counted.slice(0, 2)).toMatchObject([
      { key: 'anon:org:daily', evidenceId: 'f', path: ['copy'] },
      { key: 'anon:org:desk', evidenceId: 'e', path: ['story', 'copy'] },
    ])
    const turned = deriveSourcing(graph(evidence, links.reverse()))
    expect(turned.counted[1]).toMatchObject({ path: ['story', 'copy'] })
  })
})

describe('hostile ids', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (id) => {
    expect(keys(graph([pro(id)], [to(id, 'ana')]))).toEqual([])
    const speakers = Object.defineProperty({}, id, { value: { kind: 'person' }, enumerable: true })
    expect(keys(graph([pro(id)], [], {}, { speakers }))).toEqual([`supports person:${id} named`])
  })
})
