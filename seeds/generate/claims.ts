import { type ClaimRecord, claimInput } from '../../lib/domain/input/claim'
import type { Nodes } from './nodes'
import type { Random } from './random'
import { CAUSES, PLACES, SUBJECTS, THINGS, VERBS } from './words'

/** A claim as a record, with the id that the loader is to give it. */
export type GeneratedClaim = ClaimRecord & { id: string }

const EMPTY = claimInput.parse({ statement: 'A statement' })
const ACTS = [
  'assertion',
  'assertion',
  'assertion',
  'assertion',
  'denial',
  'confirmation',
  'opinion',
  'prediction',
  'promise',
] as const
const BASES = [
  'not_stated',
  'not_stated',
  'not_stated',
  'first_hand',
  'official_role',
  'second_hand',
] as const
const EVIDENCE_BASES = ['first_hand', 'not_stated', 'official_role', 'expert', 'second_hand'] as const

const saidOn = (random: Random): string | null => {
  const year = 2015 + Math.floor(11 * Math.sqrt(random.next()))
  const month = String(1 + random.below(12)).padStart(2, '0')
  const u = random.next()
  if (u < 0.05) return null
  if (u < 0.2) return String(year)
  if (u < 0.4) return `${year}-${month}`
  return `${year}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`
}

const statement = (random: Random, i: number): string =>
  `The ${random.pick(PLACES)} ${random.pick(SUBJECTS).toLowerCase()} office ${random.pick(VERBS)} ${20 + random.below(9000)} ${random.pick(THINGS)} ${random.pick(CAUSES)}${i % 7 === 0 ? ', twice' : ''}.`

const maker = (
  random: Random,
  nodes: Nodes,
): { speaker: string | null; capacity: 'official' | 'personal' } => {
  const u = random.next()
  if (u < 0.02) return { speaker: null, capacity: 'personal' }
  if (u < 0.75) {
    const person = nodes.people[random.zipf(nodes.people.length)]
    return {
      speaker: person?.id ?? null,
      capacity: person && person.roles.length > 0 ? 'official' : 'personal',
    }
  }
  if (u < 0.9)
    return { speaker: nodes.offices[random.zipf(nodes.offices.length)]?.id ?? null, capacity: 'official' }
  if (u < 0.96)
    return { speaker: nodes.unnamed[random.zipf(nodes.unnamed.length)]?.id ?? null, capacity: 'personal' }
  return { speaker: nodes.outlets[random.zipf(nodes.outlets.length)]?.id ?? null, capacity: 'personal' }
}

const evidence = (random: Random, nodes: Nodes, id: string): ClaimRecord['evidence'] => {
  const count = random.chance(0.4) ? 0 : 1 + random.zipf(4)
  return Array.from({ length: count }, (_, k) => {
    const testimony = random.chance(0.25)
    const unnamed = testimony && random.chance(0.3)
    const target = testimony
      ? unnamed
        ? nodes.unnamed[random.zipf(nodes.unnamed.length)]?.id
        : nodes.people[random.zipf(nodes.people.length)]?.id
      : nodes.sources[random.zipf(nodes.sources.length)]?.id
    return {
      id: `${id}-e${k}`,
      relation: random.pick(['supports', 'supports', 'supports', 'contradicts', 'context'] as const),
      covers: random.chance(0.1) ? 'part' : 'whole',
      target: target ?? null,
      basis: testimony ? random.pick(EVIDENCE_BASES) : 'not_stated',
      capacity: 'personal',
      capacityOrg: null,
      access: unnamed ? 'on_background' : testimony ? 'on_record' : 'public',
      state: random.chance(0.02) ? 'withdrawn' : 'active',
      stateNote: null,
      excerpt: null,
      selector: null,
      locator: testimony ? null : `paragraph ${1 + random.below(30)}`,
      note: null,
      vouchedBy: null,
    }
  })
}

/** Claim number `i`; about one in twelve repeats the words of an earlier one. */
export const makeClaim = (
  random: Random,
  nodes: Nodes,
  i: number,
  earlier: readonly GeneratedClaim[],
): GeneratedClaim => {
  const id = `gen-claim-${String(i).padStart(8, '0')}`
  const repeated = earlier.length > 0 && random.chance(1 / 12) ? random.pick(earlier) : null
  const { speaker, capacity } = maker(random, nodes)
  const source = nodes.sources[random.zipf(nodes.sources.length)]?.id
  const stakes = speaker && random.chance(0.3) ? [{ party: speaker, stake: 'none' as const, note: null }] : []
  return {
    ...EMPTY,
    id,
    statement: repeated?.statement ?? statement(random, i),
    speechAct: random.pick(ACTS),
    speaker,
    capacity,
    basis: random.pick(BASES),
    stakes,
    saidOn: saidOn(random),
    topics: [
      ...new Set([
        `gen-topic-${random.zipf(SUBJECTS.length)}`,
        ...(random.chance(0.3) ? [`gen-topic-${random.below(SUBJECTS.length)}`] : []),
      ]),
    ],
    relations: repeated ? [{ to: repeated.id, kind: 'restates', note: null }] : [],
    appearances: source
      ? [{ source, locator: `paragraph ${1 + random.below(30)}`, selector: null, wording: null }]
      : [],
    links:
      source && speaker && random.chance(0.5)
        ? [
            {
              from: source,
              to: speaker,
              mode: 'attributes',
              basis: 'not_stated',
              capacity,
              capacityOrg: null,
              wording: null,
            },
          ]
        : [],
    evidence: evidence(random, nodes, id),
  }
}
