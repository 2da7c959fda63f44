// deriveSourcing against a second, independent reading of the rules, on random graphs.
// DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED make a longer or another run.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveSourcing } from '../../lib/domain/sourcing'
import { graphArbitrary } from '../support/graph-arbitrary'
import { referenceSourcing } from '../support/reference-sourcing'

const numRuns = Number(process.env.DIFFERENTIAL_RUNS ?? 2000)
const seed = process.env.DIFFERENTIAL_SEED === undefined ? undefined : Number(process.env.DIFFERENTIAL_SEED)

const sorted = (list: object[]) => list.map((entry) => JSON.stringify(entry)).sort()

/** what both must say; the order of the two lists is free */
function comparable({ status, rule, origins, tiers, flags, cycles, counted, notCounted }: Compared) {
  return {
    status,
    rule,
    origins,
    tiers,
    flags,
    cycles,
    counted: sorted(
      counted.map(({ side, key, label, class: kind, evidenceId, path }) => ({
        side,
        key,
        label,
        kind,
        evidenceId,
        path,
      })),
    ),
    notCounted: sorted(
      notCounted.map(({ side, evidenceId, label, reason }) => ({ side, evidenceId, label, reason })),
    ),
  }
}

type Compared = Omit<ReturnType<typeof referenceSourcing>, 'ruleset'>

test('two readings of the rules agree on random graphs', { timeout: 0 }, () => {
  fc.assert(
    fc.property(graphArbitrary, (graph) => {
      const before = structuredClone(graph)
      const expected = comparable(referenceSourcing(graph))
      const actual = comparable(deriveSourcing(graph) as Compared)
      expect(actual).toEqual(expected)
      expect(graph).toEqual(before)
    }),
    { numRuns, seed },
  )
})
