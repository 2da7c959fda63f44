/** What the facets of a list must say, counted plainly over all claims. */
import { expect } from 'vitest'
import type { Database } from '../../lib/db/client'
import { yearOf } from '../../lib/domain/counted'
import { UNKNOWN_DAY } from '../../lib/domain/edtf'
import type { ClaimQuery } from '../../lib/domain/query'
import { UNSUPPORTED_STATUSES } from '../../lib/domain/sourcing/types'
import { FACETS, type FacetName, getClaimFacets } from '../../lib/queries/claims/facets'
import { listClaims } from '../../lib/queries/claims/list'
import { type All, type Claim, matches } from './plain-claims'

const viewer = { kind: 'public' } as const

/** The query with a facet's own filter off. */
const without = (query: ClaimQuery, facet: FacetName): ClaimQuery =>
  facet === 'year' ? { ...query, from: undefined, to: undefined } : { ...query, [facet]: [] }

const yearsOf = (claim: Claim, years: readonly number[]): string[] =>
  claim.saidFrom === UNKNOWN_DAY
    ? []
    : years.filter((y) => y >= yearOf(claim.saidFrom) && y <= yearOf(claim.saidTo)).map(String)

const unsupported: readonly string[] = UNSUPPORTED_STATUSES

/** The values of a claim; records by their ids. */
const valuesOf = (claim: Claim, facet: FacetName, years: readonly number[]): string[] => {
  const faceted = () => claim.facets.filter(({ kind }) => kind === facet).map(({ value }) => value)
  switch (facet) {
    case 'status':
      return [claim.shownStatus, ...(unsupported.includes(claim.shownStatus) ? ['unsupported'] : [])]
    case 'family':
      return [claim.family]
    case 'speaker':
      return claim.speakerId === null ? [] : [claim.speakerId]
    case 'act':
      return [claim.speechAct]
    case 'basis':
      return [claim.basis]
    case 'year':
      return yearsOf(claim, years)
    default:
      return faceted()
  }
}

const plainCounts = (all: All, query: ClaimQuery, facet: FacetName): Map<string, number> => {
  // A year in which no date begins is nothing that one would look for.
  const dated = all.claims.filter(({ saidFrom }) => saidFrom !== UNKNOWN_DAY)
  const years = [...new Set(dated.map(({ saidFrom }) => yearOf(saidFrom)))]
  const counts = new Map<string, number>()
  for (const claim of all.claims)
    if (matches(all, without(query, facet), claim))
      for (const value of valuesOf(claim, facet, years)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const idOf = (all: All, facet: FacetName, value: string): string =>
  facet === 'speaker' || facet === 'source' || facet === 'topic' ? (all[facet].get(value) ?? value) : value

/** A count of the sample that is off by more than this many times its usual error is no sample. */
const SIGMA = 5
const ONE_IN = 16

/** What an estimate may be off by: the spread of a sample, and what is left out by rounding to one digit. */
const tolerance = (n: number): number => SIGMA * Math.sqrt(ONE_IN * Math.max(n, ONE_IN)) + n / 2

/**
 * Expects every facet of a list to say what a plain count says.
 * @param estimated whether estimates are allowed; where not, the values of most claims must be the ones shown
 * @returns how many counts were looked at, and how many of them were estimates
 */
export const expectFacets = async (
  db: Database,
  all: All,
  query: ClaimQuery,
  { estimated }: { estimated: boolean },
): Promise<{ counts: number; estimates: number }> => {
  const list = await listClaims(db, viewer, query)
  const facets = await getClaimFacets(db, viewer, query, list)
  const seen = { counts: 0, estimates: 0 }
  for (const facet of FACETS) {
    const plain = plainCounts(all, query, facet)
    const { values, more } = facets[facet]
    const told = (value: string) => `${facet} ${value} of ${JSON.stringify(query)}`
    const ids = values.map(({ value }) => idOf(all, facet, value))
    expect(new Set(ids).size, told('twice')).toBe(ids.length)
    values.forEach(({ value, claims }, i) => {
      const wanted = plain.get(ids[i] as string) ?? 0
      seen.counts++
      if (claims.exact) expect(claims.n, told(value)).toBe(wanted)
      else {
        seen.estimates++
        expect(estimated, told(value)).toBe(true)
        expect(Math.abs(claims.n - wanted), told(`${value}: ${claims.n} of ${wanted}`)).toBeLessThan(
          tolerance(wanted),
        )
      }
    })
    if (estimated) continue
    const left = [...plain].filter(([id]) => !ids.includes(id))
    expect(more, told('more')).toBe(left.length > 0)
    const least = Math.min(...values.filter(({ claims }) => claims.n > 0).map(({ claims }) => claims.n))
    const chosen = facet === 'year' ? 0 : query[facet].length
    if (chosen === 0) for (const [id, n] of left) expect(n, told(id)).toBeLessThanOrEqual(least)
  }
  return seen
}
