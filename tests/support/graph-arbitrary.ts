/** Random graphs of the sourcing rules: small and dense, so that every clause is met often. */
import fc from 'fast-check'
import type { GraphEvidence, GraphLink, GraphSource, GraphSpeaker, SourcingGraph } from '../../lib/domain/sourcing/types'
import { BASES, RECORD_KINDS } from '../../lib/domain/vocabulary'

const PEOPLE = ['p1', 'p2', 'p3']
const ORGS = ['o1', 'o2', 'o3']
const UNNAMED = ['g1', 'g2']
const SOURCES = ['s1', 's2', 's3', 's4', 's5', 's6']
const RECORDS = ['r1', 'r2']
/** An id in no map, and one that is in both (and so is a speaker). */
const DANGLING = 'nowhere'
const BOTH = 'both'

const SPEAKERS = [...PEOPLE, ...ORGS, ...UNNAMED]
const NODES = [...SPEAKERS, ...SOURCES, ...RECORDS, DANGLING, BOTH]

const date = fc.constantFrom('2019', '2020', '2020-05', '2020-05-01', '2020-21', '2020~', '2021', '2021-03/2022', '202X', '../2020', '2020-13', undefined)
const org = fc.constantFrom(...ORGS, DANGLING)
const basis = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('first_hand', 'not_stated', undefined) }, fc.constantFrom(...BASES))
const capacity = fc.constantFrom('official', 'personal', undefined)
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, of = 3) =>
  fc.option(arbitrary, { nil: undefined, freq: of })

const role = fc.record({ org, from: sometimes(date, 1), to: sometimes(date, 1), ended: fc.constantFrom(true, false, false, undefined) })

const person = (id: string) =>
  fc.record({ kind: fc.constant('person'), name: fc.constant(`Person ${id}`), roles: sometimes(fc.array(role, { maxLength: 2 })) })
const organization = (id: string) =>
  fc.record({ kind: fc.constant('organization'), name: fc.constant(`Org ${id}`), group: sometimes(fc.constantFrom(...ORGS, 'family'), 1) })
const unnamed = (id: string) =>
  fc.record({
    kind: fc.constant('anonymous'),
    name: fc.constant(`people ${id}`),
    vouchedBy: sometimes(org, 6),
    affiliation: sometimes(org, 1),
  })

const speakers: fc.Arbitrary<Record<string, GraphSpeaker>> = fc.record(
  Object.fromEntries([
    ...PEOPLE.map((id) => [id, person(id)]),
    ...ORGS.map((id) => [id, organization(id)]),
    ...UNNAMED.map((id) => [id, unnamed(id)]),
    [BOTH, person(BOTH)],
  ]),
  { noNullPrototype: true },
) as never

const status = fc.constantFrom('current', 'current', 'current', undefined, 'corrected', 'retracted', 'superseded')
const source = (id: string, kinds: readonly string[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    title: fc.constant(`Title ${id}`),
    publisher: sometimes(org, 2),
    issuer: sometimes(fc.constantFrom(...ORGS, 'p1', 'g1', DANGLING), 3),
    authenticity: fc.constantFrom('authenticated', 'authenticated', 'unverified', undefined),
    publishedAt: sometimes(date, 2),
    status,
    correctionRemovesClaim: fc.boolean(),
  })
const REPORTS = ['news_report', 'study', 'web_page', 'fact_check']

const sources: fc.Arbitrary<Record<string, GraphSource>> = fc.record(
  Object.fromEntries([
    ...SOURCES.map((id) => [id, source(id, [...REPORTS, 'dataset'])]),
    ...RECORDS.map((id) => [id, source(id, RECORD_KINDS)]),
    [BOTH, source(BOTH, REPORTS)],
  ]),
  { noNullPrototype: true },
) as never

const node = fc.constantFrom(...NODES)
const link: fc.Arbitrary<GraphLink> = fc.record({
  from: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SOURCES) }, node),
  to: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...SOURCES) }, { weight: 2, arbitrary: fc.constantFrom(...SPEAKERS) }, node),
  mode: fc.constantFrom('cites', 'attributes', 'own_reporting'),
  claimId: fc.constantFrom(undefined, undefined, 'c', 'c', 'another', '', null),
  basis,
  capacity,
  capacityOrg: sometimes(org, 1),
})

const item = fc.record({
  relation: fc.constantFrom('supports', 'supports', 'supports', 'contradicts', 'contradicts', 'context'),
  target: fc.oneof({ weight: 9, arbitrary: node }, fc.constantFrom(undefined, null)),
  covers: fc.constantFrom('whole', undefined, 'whole', 'part'),
  access: fc.constantFrom('public', 'on_record', undefined, 'on_background', 'on_background', 'deep_background', 'off_record'),
  state: fc.constantFrom('active', undefined, 'active', 'active', 'withdrawn', 'retracted'),
  basis,
  capacity,
  capacityOrg: sometimes(org, 1),
  vouchedBy: sometimes(org, 1),
})

const claim = fc.record({
  id: fc.constant('c'),
  speaker: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SPEAKERS) }, fc.constantFrom(null, DANGLING, 's1', BOTH)),
  speechAct: fc.constantFrom('assertion', undefined, 'denial', 'confirmation', 'opinion'),
  basis,
  capacity,
  capacityOrg: sometimes(org, 1),
  saidOn: sometimes(date, 3),
  stakes: sometimes(
    fc.array(
      fc.record({ party: fc.constantFrom(...SPEAKERS, 'family', DANGLING), stake: fc.constantFrom('benefits', 'harmed', 'none') }),
      { maxLength: 3 },
    ),
  ),
  appearsIn: sometimes(fc.array(fc.constantFrom(...SOURCES, ...RECORDS), { maxLength: 2 }), 1),
})

/** A graph with up to ten links and six items of evidence. */
export const graphArbitrary: fc.Arbitrary<SourcingGraph> = fc
  .record({
    claim,
    speakers,
    sources,
    links: fc.array(link, { maxLength: 10 }),
    evidence: fc.array(item, { maxLength: 6 }),
    newsroom: sometimes(org, 1),
  })
  .map(({ evidence, ...graph }) => ({
    ...graph,
    evidence: evidence.map((fields, i): GraphEvidence => ({ ...fields, id: `e${i}` })),
  })) as never
