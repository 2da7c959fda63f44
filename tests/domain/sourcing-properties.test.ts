/** Every property of rules.md §2.10, on random graphs. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveSourcing } from '../../lib/domain/sourcing'
import { canonicalGraph } from '../../lib/domain/sourcing/canonical'
import { assumedStakes } from '../../lib/domain/sourcing/stakes'
import {
  type GraphEvidence,
  type Sourcing,
  type SourcingGraph,
  STATUSES,
} from '../../lib/domain/sourcing/types'
import { graphArbitrary } from '../support/graph-arbitrary'

/** Enough for every clause to be met many times, few enough for a second or two; a longer run sets it. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1_500)
const holds = (name: string, property: fc.IPropertyWithHooks<never> | fc.IRawProperty<unknown>) =>
  it(name, { timeout: 0 }, () => {
    fc.assert(property as fc.IRawProperty<unknown>, { numRuns })
  })

const reversed = <T>(record: Record<string, T> | undefined) =>
  Object.fromEntries(Object.entries(record ?? {}).reverse())
const withEvidence = (graph: SourcingGraph, item: GraphEvidence): SourcingGraph => ({
  ...graph,
  evidence: [...(graph.evidence ?? []), item],
})
const evidence = (graph: SourcingGraph) => graph.evidence ?? []
const exists = (graph: SourcingGraph, flag: string) =>
  (deriveSourcing(graph).flags as string[]).includes(flag)

/**
 * Whether somebody counts for two organizations: §2.3 then counts them once as soon as they are reached as a person
 * too, so that one more item lowers a tier of 3 to 2. The rules' list of exceptions to §2.10 does not name this one.
 */
const countsForTwo = ({ counted }: Sourcing) => {
  const speakers = counted.flatMap(({ side, key, class: kind, path }) =>
    key.startsWith('org:') && kind === 'named' ? [`${side} ${path.at(-1)}`] : [],
  )
  return new Set(speakers).size < speakers.length
}

/** What stays when a repeat is added: everything but the lists, and the number of repeats in one sentence. */
const essence = ({ status, rule, origins, tiers, flags, cycles }: Sourcing) => ({
  status,
  rule,
  origins,
  tiers,
  flags,
  cycles,
})

holds(
  'every graph gets one status and one sentence',
  fc.property(graphArbitrary, (graph) => {
    const { status, explanation } = deriveSourcing(graph)
    expect(STATUSES).toContain(status)
    expect(explanation).toMatch(/^\S.*\.$/s)
    expect(explanation).not.toMatch(/undefined|null|\(\)| {2}/)
  }),
)

holds(
  'input order never matters',
  fc.property(graphArbitrary, (graph) => {
    const turned: SourcingGraph = {
      ...graph,
      speakers: reversed(graph.speakers),
      sources: reversed(graph.sources),
      links: [...(graph.links ?? [])].reverse(),
      evidence: [...evidence(graph)].reverse(),
    }
    expect(deriveSourcing(turned)).toEqual(deriveSourcing(graph))
    expect(canonicalGraph(turned)).toBe(canonicalGraph(graph))
  }),
)

holds(
  'a duplicate changes nothing but the number of repeats and the lists',
  fc.property(graphArbitrary, fc.nat(), (graph, n) => {
    const items = evidence(graph)
    const item = items[n % Math.max(1, items.length)]
    fc.pre(item !== undefined)
    const twice = withEvidence(graph, { ...(item as GraphEvidence), id: 'again' })
    expect(essence(deriveSourcing(twice))).toEqual(essence(deriveSourcing(graph)))
  }),
)

holds(
  'a later republication changes nothing but the number of repeats and the lists',
  fc.property(graphArbitrary, fc.nat(), (graph, n) => {
    const items = evidence(graph).filter(
      (e) => e.target && graph.sources?.[e.target] && !graph.speakers?.[e.target],
    )
    const item = items[n % Math.max(1, items.length)]
    fc.pre(item !== undefined && (item.relation === 'supports' || item.relation === 'contradicts'))
    const { target } = item as GraphEvidence
    const republished: SourcingGraph = {
      ...graph,
      sources: { ...graph.sources, copy: { kind: 'news_report', title: 'Copy' } },
      links: [...(graph.links ?? []), { from: 'copy', to: target as string, mode: 'republishes' }],
    }
    const added = withEvidence(republished, { ...(item as GraphEvidence), id: 'copied', target: 'copy' })
    // A record loses nothing by being copied; what it is in the ring of, and its dates, stay as they were.
    expect(essence(deriveSourcing(added))).toEqual(essence(deriveSourcing(graph)))
  }),
)

holds(
  'context, off-record and deep-background items change not one byte',
  fc.property(
    graphArbitrary,
    fc.constantFrom('context', 'off_record', 'deep_background'),
    fc.nat(),
    (graph, kind, n) => {
      const targets = [...Object.keys(graph.speakers ?? {}), ...Object.keys(graph.sources ?? {})]
      const item: GraphEvidence = {
        id: 'silent',
        relation: kind === 'context' ? 'context' : n % 2 ? 'supports' : 'contradicts',
        access: kind === 'context' ? 'public' : kind,
        target: targets[n % targets.length] as string,
        basis: 'first_hand',
      }
      const more = withEvidence(graph, item)
      expect(JSON.stringify(deriveSourcing(more))).toBe(JSON.stringify(deriveSourcing(graph)))
      expect(canonicalGraph(more)).toBe(canonicalGraph(graph))
    },
  ),
)

holds(
  'adding an item never lowers the tier of its side, but for a recantation and a name shown to be counted already',
  fc.property(graphArbitrary, fc.nat(), (graph, n) => {
    const items = evidence(graph)
    fc.pre(items.length > 0)
    const item = items[n % items.length] as GraphEvidence
    fc.pre(item.relation === 'supports' || item.relation === 'contradicts')
    const fewer = { ...graph, evidence: items.filter((e) => e !== item) }
    const [before, after] = [deriveSourcing(fewer), deriveSourcing(graph)]
    fc.pre(after.flags.includes('recanted') === before.flags.includes('recanted'))
    fc.pre(
      !after.flags.includes('named_speaker_on_background') &&
        !before.flags.includes('named_speaker_on_background'),
    )
    fc.pre(!countsForTwo(before))
    const side = item.relation
    expect(after.tiers[side]).toBeGreaterThanOrEqual(before.tiers[side])
  }),
)

holds(
  'one fresh named first-hand supporter with no stake lifts support to at least 2',
  fc.property(graphArbitrary, (graph) => {
    const fresh: SourcingGraph = {
      ...graph,
      speakers: { ...graph.speakers, fresh: { kind: 'person', name: 'Fresh' } },
    }
    const lifted = withEvidence(fresh, {
      id: 'fresh',
      relation: 'supports',
      target: 'fresh',
      basis: 'first_hand',
    })
    expect(deriveSourcing(lifted).tiers.supports).toBeGreaterThanOrEqual(2)
  }),
)

holds(
  'the sides do not affect each other’s tier, recanting apart',
  fc.property(graphArbitrary, (graph) => {
    fc.pre(!exists(graph, 'recanted'))
    const only = (side: string) => ({
      ...graph,
      evidence: evidence(graph).filter((e) => e.relation === side),
    })
    const { tiers } = deriveSourcing(graph)
    expect(deriveSourcing(only('supports')).tiers.supports).toBe(tiers.supports)
    expect(deriveSourcing(only('contradicts')).tiers.contradicts).toBe(tiers.contradicts)
  }),
)

holds(
  'retracting a source never raises a tier, unless it takes a recantation or an open name away',
  fc.property(graphArbitrary, fc.nat(), (graph, n) => {
    const ids = Object.keys(graph.sources ?? {})
    fc.pre(ids.length > 0)
    const id = ids[n % ids.length] as string
    const source = graph.sources?.[id]
    fc.pre(source !== undefined)
    const retracted: SourcingGraph = {
      ...graph,
      sources: { ...graph.sources, [id]: { ...(source as NonNullable<typeof source>), status: 'retracted' } },
    }
    const [before, after] = [deriveSourcing(graph), deriveSourcing(retracted)]
    fc.pre(!before.flags.includes('recanted'))
    // A name that loses its open path may count again through a background item: §2.3, third displacement.
    fc.pre(!before.flags.includes('named_speaker_on_background'))
    fc.pre(!countsForTwo(after))
    expect(after.tiers.supports).toBeLessThanOrEqual(before.tiers.supports)
    expect(after.tiers.contradicts).toBeLessThanOrEqual(before.tiers.contradicts)
  }),
)

holds(
  'a name reached only on background is printed nowhere in the result',
  fc.property(graphArbitrary, (graph) => {
    const secret: SourcingGraph = {
      ...graph,
      speakers: { ...graph.speakers, secret: { kind: 'person', name: 'Secret Name' } },
      sources: { ...graph.sources, veil: { kind: 'news_report', title: 'Veil' } },
      links: [
        ...(graph.links ?? []),
        { from: 'veil', to: 'secret', mode: 'attributes', basis: 'first_hand' },
        { from: 'secret', to: 'p1', mode: 'cites' },
      ],
    }
    const hidden = withEvidence(
      withEvidence(secret, { id: 'b1', relation: 'supports', target: 'veil', access: 'on_background' }),
      { id: 'b2', relation: 'contradicts', target: 'secret', access: 'on_background', basis: 'first_hand' },
    )
    const printed = JSON.stringify(deriveSourcing(hidden))
    expect(printed).not.toContain('Secret Name')
    expect(printed).not.toContain('"secret"')
  }),
)

it('reaches all eleven statuses', () => {
  const found = new Set<string>()
  for (const graph of fc.sample(graphArbitrary, { numRuns: 6_000, seed: 5 }))
    found.add(deriveSourcing(graph).status)
  expect([...found].sort()).toEqual([...STATUSES].sort())
})

const chain = (n: number): SourcingGraph => ({
  claim: { id: 'c' },
  sources: Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, { kind: 'news_report' }])),
  links: Array.from({ length: n - 1 }, (_, i) => ({ from: `s${i}`, to: `s${i + 1}` })),
  evidence: [{ id: '1', relation: 'supports', target: 's0' }],
})

it('walks a chain of 100,000 sources and a ring of 10,000 without overflowing', { timeout: 20_000 }, () => {
  expect(deriveSourcing(chain(100_000)).status).toBe('untraced')
  const ring = chain(10_000)
  ring.links?.push({ from: 's9999', to: 's0' })
  const { status, cycles } = deriveSourcing(ring)
  expect(status).toBe('circular')
  expect(cycles[0]).toHaveLength(10_000)
})

it('takes 5,000 items that enter one chain as near to one walk', { timeout: 20_000 }, () => {
  const shared = chain(10_000)
  shared.evidence = Array.from({ length: 5_000 }, (_, i) => ({
    id: `e${i}`,
    relation: 'supports',
    target: `s${i}`,
  }))
  expect(deriveSourcing(shared).notCounted).toHaveLength(5_000)
})

it('makes no override stale by a new name or title', () => {
  fc.assert(
    fc.property(graphArbitrary, (graph) => {
      const rename = <T extends object>(record: Record<string, T> | undefined, field: string) =>
        Object.fromEntries(
          Object.entries(record ?? {}).map(([id, value]) => [id, { ...value, [field]: `new ${id}` }]),
        )
      const renamed = {
        ...graph,
        speakers: rename(graph.speakers, 'name'),
        sources: rename(graph.sources, 'title'),
      }
      expect(canonicalGraph(renamed as SourcingGraph)).toBe(canonicalGraph(graph))
    }),
    { numRuns: 300 },
  )
})

holds(
  'recording the stakes that are assumed changes nothing but that they are recorded',
  fc.property(graphArbitrary, (graph) => {
    const found = assumedStakes(graph)
    // Roles are held at organizations; the commands record no others.
    fc.pre(
      found.every(
        ({ id, why }) => why === 'maker' || (graph.speakers?.[id]?.kind ?? 'organization') === 'organization',
      ),
    )
    const assumed = found.map(({ id }) => ({ party: id, stake: 'benefits' }))
    const recorded = {
      ...graph,
      claim: { ...graph.claim, stakes: [...(graph.claim.stakes ?? []), ...assumed] },
    }
    const { explanation: _a, ...before } = deriveSourcing(graph)
    const { explanation: _b, ...after } = deriveSourcing(recorded)
    expect(after).toEqual(before)
    expect(assumedStakes(recorded)).toEqual([])
  }),
)
