import { expect, it } from 'vitest'
import { deriveSourcing } from '../sourcing'
import { workedCases } from '../worked-cases'

it.each(workedCases.map((worked) => [worked.n, worked.title, worked] as const))(
  'case %i: %s',
  (_n, _title, { input, expected }) => {
    const { status, rule, origins, tiers, flags, cycles, explanation } = deriveSourcing(input)
    expect({ status, rule, origins, tiers, flags, cycles, explanation }).toEqual(expected)
  },
)
