import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf, UNKNOWN_DAY } from './edtf'
import { type DatedClaims, inYear, overTime } from './over-time'
import { FAMILY_NAMES } from './sourcing/types'

const said = (edtf: string | null, family = 'firm', n = 1): DatedClaims => {
  const date = edtf === null ? null : parseEdtf(edtf)
  return date?.ok
    ? { from: date.from, to: date.to, family, n }
    : { from: UNKNOWN_DAY, to: UNKNOWN_DAY, family, n }
}
const shape = (claims: DatedClaims[]) => {
  const { unit, buckets } = overTime(claims)
  return [unit, buckets.map(({ start, total }) => `${start} ${total}`).join(', ')]
}

describe('claims over time', () => {
  it('are shown by month where they span three years at most, with the months between', () => {
    expect(shape([said('2024-11-03'), said('2024-11', 'thin', 2), said('2025-02-28')])).toEqual([
      'month',
      '2024-11 3, 2024-12 0, 2025-01 0, 2025-02 1',
    ])
    expect(shape([said('2022-01'), said('2024-12')])[0]).toBe('month')
    expect(shape([said('2022-01'), said('2025-01')])).toEqual(['year', '2022 1, 2023 0, 2024 0, 2025 1'])
  })

  it('are shown by decade where they span more than a lifetime', () => {
    expect(shape([said('1903'), said('2022')])[0]).toBe('year')
    const [unit, text] = shape([said('1899'), said('1901'), said('2025-03')])
    expect(unit).toBe('decade')
    expect(text).toMatch(/^1890 1, 1900 1, 1910 0, .*, 2020 1$/)
  })

  it('leave out of the months what gives none, and say how many; where that is too much, show years', () => {
    const exact = [said('2024-11-03', 'firm', 4), said('2025-02')]
    expect(overTime([...exact, said('2025')])).toMatchObject({ unit: 'month', coarse: 1 })
    expect(shape([...exact, said('2025', 'firm', 2)])).toEqual(['year', '2024 4, 2025 3'])
  })

  it('count what has no date, or no beginning, apart', () => {
    expect(overTime([said(null, 'none', 3), said('../2020'), said('2024')])).toMatchObject({
      undated: 4,
      buckets: [{ start: '2024', total: 1 }],
    })
    expect(overTime([said(null)])).toEqual({ unit: 'year', buckets: [], undated: 1, coarse: 0 })
    expect(overTime([])).toMatchObject({ buckets: [], undated: 0 })
  })

  it('begin where a date that spans years begins', () => {
    expect(shape([said('2019/2023'), said('2023')])).toEqual([
      'year',
      '2019 1, 2020 0, 2021 0, 2022 0, 2023 1',
    ])
    expect(overTime([inYear(7, 'thin', 2)]).buckets).toMatchObject([{ start: '0007', counts: { thin: 2 } }])
  })

  it('lose none: every claim is in one bucket, or said to be in none', () => {
    const day = fc.integer({ min: -900_000, max: 3_500_000 })
    const group = fc
      .record({
        from: fc.oneof(fc.constantFrom(UNKNOWN_DAY, UNKNOWN_DAY + 1, 2_147_483_647), day),
        length: fc.constantFrom(0, 1, 27, 30, 364, 9_000),
        family: fc.constantFrom(...FAMILY_NAMES),
        n: fc.nat(9),
      })
      .map(({ length, ...rest }) => ({ ...rest, to: Math.min(rest.from + length, 2_147_483_647) }))
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), (claims) => {
        const { buckets, undated, coarse } = overTime(claims)
        const drawn = buckets.reduce((n, { total }) => n + total, 0)
        expect(drawn + undated + coarse).toBe(claims.reduce((sum, { n }) => sum + n, 0))
        for (const family of FAMILY_NAMES)
          expect(buckets.reduce((n, { counts }) => n + counts[family], 0)).toBeLessThanOrEqual(
            claims.filter((c) => c.family === family).reduce((sum, { n }) => sum + n, 0),
          )
        expect(new Set(buckets.map(({ start }) => start)).size).toBe(buckets.length)
      }),
    )
  })
})
