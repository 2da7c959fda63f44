import { expect, it } from 'vitest'
import { deriveSourcing, type SourcingGraph } from '../sourcing'

/** Clauses that can be read in two ways, each with the smallest graph that tells the readings apart. */
const readings: [clause: string, graph: SourcingGraph, expected: object][] = [
  [
    '2.4: a named maker benefits on the org key of each role held, also where the maker is an organization',
    {
      claim: { id: 'c', speaker: 'club' },
      speakers: {
        club: { kind: 'organization', name: 'Club', roles: [{ org: 'league' }] },
        league: { kind: 'organization', name: 'League' },
      },
      evidence: [{ id: '1', relation: 'supports', target: 'league', basis: 'first_hand' }],
    },
    { status: 'self_sourced', origins: { supports: 0, contradicts: 0 } },
  ],
  [
    "2.3: whom an unnamed maker's own word leads to is vouched for by the newsroom where nobody vouches for the maker",
    {
      claim: { id: 'c', speaker: 'g', basis: 'first_hand' },
      newsroom: 'desk',
      speakers: { g: { kind: 'anonymous', name: 'an aide' }, p: { kind: 'person', name: 'R. Hahn' } },
      links: [{ from: 'g', to: 'p', basis: 'first_hand' }],
    },
    {
      status: 'anonymous_only',
      origins: { supports: 2, contradicts: 0 },
      counted: [
        {
          side: 'supports',
          key: 'anon:nobody',
          label: 'an aide',
          class: 'unnamed',
          evidenceId: 'own_word',
          path: [],
        },
        {
          side: 'supports',
          key: 'anon:org:desk',
          label: 'an unnamed source',
          class: 'unnamed',
          evidenceId: 'own_word',
          path: [],
        },
      ],
    },
  ],
]

it.each(readings)('%s', (_clause, graph, expected) => {
  expect(deriveSourcing(graph)).toMatchObject(expected)
})
