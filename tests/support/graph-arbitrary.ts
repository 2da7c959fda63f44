/** Random graphs of the sourcing rules: few ids and many links, so that every clause is met often. */
import fc from 'fast-check'
import type {
  GraphEvidence,
  GraphLink,
  GraphSource,
  GraphSpeaker,
  SourcingGraph,
} from '../../lib/domain/sourcing/types'
import { BASES, RECORD_KINDS } from '../../lib/domain/vocabulary'

const PEOPLE = ['p1', 'p2', 'p3']
const ORGS = ['o1', 'o2', 'o3']
const UNNAMED = ['g1', 'g2']
const REPORTS = ['s1', 's2', 's3', 's4']
const RECORDS = ['r1', 'r2']
/** An id in no map, and one that is in both (and so is a speaker). */
const DANGLING = 'nowhere'
const BOTH = 'both'

const SPEAKERS = [...PEOPLE, ...ORGS, ...UNNAMED]
const SOURCES = [...REPORTS, ...RECORDS]

const oneOf = fc.constantFrom
/** One of `usual`, or once in `in_` times something rarer. */
const rarely = <T>(in_: number, usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight: in_ - 1, arbitrary: usual }, { weight: 1, arbitrary: rare })
/** Present in so many of a hundred. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, percent = 75) =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary })

const date = rarely(
  5,
  oneOf('2019', '2020', '2020-05', '2020-05-01', '2020-05-02~', '2020-21', '2021', '2020-06%', '2019-12-31'),
  oneOf('2021-03/2022', '2019/..', '202X', '../2020', '2020-13', '2020-02-30', '2020?', '', '2019-24'),
)
const org = rarely(12, oneOf(...ORGS), oneOf(DANGLING, 'family', 'p1', 'g1'))
const basis = fc.oneof(oneOf('first_hand', 'not_stated', undefined), oneOf(...BASES))
const capacity = oneOf('official', 'personal', undefined)
const capacityOrg = maybe(org, 25)
const node = rarely(25, oneOf(...SPEAKERS, ...SOURCES), oneOf(DANGLING, BOTH))

const role = fc.record({
  org,
  from: maybe(date, 35),
  to: maybe(date, 35),
  ended: oneOf(true, false, false, undefined, undefined),
})
const roles = fc.array(role, { maxLength: 2 })

const person = (id: string) =>
  fc.record({
    kind: fc.constant('person'),
    name: rarely(6, fc.constant(`Person ${id}`), fc.constant('Person p1')),
    roles: maybe(roles),
  })
const organization = (id: string) =>
  fc.record({
    kind: fc.constant('organization'),
    name: fc.constant(`Org ${id}`),
    group: maybe(oneOf(...ORGS, 'family'), 30),
    roles: maybe(roles, 10),
  })
const unnamed = (id: string) =>
  fc.record({
    kind: fc.constant('anonymous'),
    name: fc.constant(`people ${id}`),
    vouchedBy: maybe(org, 80),
    affiliation: maybe(org, 35),
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

const source = (id: string, kinds: readonly string[]) =>
  fc.record({
    kind: oneOf(...kinds),
    title: fc.constant(`Title ${id}`),
    publisher: maybe(org),
    issuer: maybe(rarely(12, oneOf(...SPEAKERS), fc.constant(DANGLING))),
    authenticity: rarely(3, fc.constant('authenticated'), oneOf('unverified', 'disputed', undefined)),
    publishedAt: maybe(date),
    status: rarely(
      5,
      oneOf('current', undefined, 'superseded', 'unavailable'),
      oneOf('corrected', 'retracted'),
    ),
    correctionRemovesClaim: oneOf(true, false, undefined),
  })

const sources: fc.Arbitrary<Record<string, GraphSource>> = fc.record(
  Object.fromEntries([
    ...REPORTS.map((id) => [id, source(id, ['news_report', 'interview', 'fact_check', 'dataset'])]),
    ...RECORDS.map((id) => [id, source(id, RECORD_KINDS)]),
    [BOTH, source(BOTH, ['news_report'])],
  ]),
  { noNullPrototype: true },
) as never

const link: fc.Arbitrary<GraphLink> = fc.record({
  from: rarely(5, oneOf(...REPORTS), node),
  to: fc.oneof(oneOf(...REPORTS), oneOf(...SPEAKERS), node),
  mode: oneOf('cites', 'attributes', 'own_reporting'),
  claimId: rarely(3, oneOf(undefined, null, ''), oneOf('c', 'c', 'another')),
  basis,
  capacity,
  capacityOrg,
})

const item = fc.record({
  relation: rarely(12, oneOf('supports', 'supports', 'contradicts'), fc.constant('context')),
  target: rarely(20, fc.oneof(node, oneOf(...REPORTS)), oneOf(undefined, null)),
  covers: rarely(12, oneOf('whole', undefined), fc.constant('part')),
  access: rarely(
    12,
    oneOf('public', 'on_record', undefined, 'on_background'),
    oneOf('deep_background', 'off_record'),
  ),
  state: rarely(12, oneOf('active', undefined), oneOf('withdrawn', 'retracted')),
  basis,
  capacity,
  capacityOrg,
  vouchedBy: maybe(org, 50),
})

const claim = fc.record({
  id: fc.constant('c'),
  speaker: rarely(5, oneOf(...SPEAKERS), oneOf(null, null, undefined, DANGLING, 's1', BOTH)),
  speechAct: rarely(20, oneOf('assertion', undefined, 'denial', 'confirmation'), oneOf('opinion', 'promise')),
  basis,
  capacity,
  capacityOrg,
  saidOn: maybe(date),
  stakes: maybe(
    fc.array(
      fc.record({
        party: rarely(12, oneOf(...SPEAKERS), oneOf('family', DANGLING, 'r1')),
        stake: oneOf('benefits', 'harmed', 'none'),
      }),
      { maxLength: 3 },
    ),
  ),
  appearsIn: maybe(fc.array(oneOf(...SOURCES), { maxLength: 2 }), 50),
})

/** A graph with up to fourteen links and six items of evidence. */
export const graphArbitrary: fc.Arbitrary<SourcingGraph> = fc
  .record({
    claim,
    speakers,
    sources,
    links: fc.array(link, { maxLength: 14, size: 'max' }),
    evidence: fc.array(item, { maxLength: 6, size: 'max' }),
    newsroom: maybe(org, 50),
  })
  .map(({ evidence, ...graph }) => ({
    ...graph,
    evidence: evidence.map((fields, i): GraphEvidence => ({ ...fields, id: `e${i}` })),
  })) as never
