/** What a claim is counted by: the keys of the counters that every write maintains (docs/decisions/0075). */
import { UNKNOWN_DAY } from './edtf'

type FacetValue = readonly [facet: string, value: string]

/** Counters, besides the shown status: of facet values, in the whole ledger ('') or within another facet value. */
export interface CountKeys {
  within: string
  values: readonly FacetValue[]
}

/** The columns and facets that a claim is counted by. */
export interface Countable {
  speakerId: string | null
  speechAct: string
  basis: string
  saidFrom: number
  saidTo: number
}

/** Facets whose values have counters within them; their number times that of the inner facets is what a claim costs. */
export const OUTER_FACETS: ReadonlySet<string> = new Set(['speaker', 'topic', 'act', 'basis', 'flag'])
/** Facets that are counted within others. There are few values of each, and a claim has few of them. */
export const INNER_FACETS: ReadonlySet<string> = new Set(['act', 'basis', 'flag', 'topic', 'year', 'span'])
/** Facets of which a claim has one value, so that counters of several values add up. */
export const SINGLE_FACETS: ReadonlySet<string> = new Set(['speaker', 'act', 'basis'])

/** How a counter says what it is within. Ids and the words of vocabularies have no spaces. */
export const withinKey = (facet: string, value: string): string => `${facet} ${value}`

/** The last day that a Date can hold, either way: bounds of dates without an end lie beyond. */
const LAST_DATE = 100_000_000

/** The year that a day falls in; the bounds of dates without an end fall in the first and last that a Date has. */
export const yearOf = (day: number): number =>
  new Date(Math.max(-LAST_DATE, Math.min(LAST_DATE, day)) * 86_400_000).getUTCFullYear()

/** The year of the first day; and both years, where the last day falls in another. Nothing else tells what overlaps. */
const yearKeys = ({ saidFrom, saidTo }: Countable): FacetValue[] => {
  if (saidFrom === UNKNOWN_DAY) return [['year', 'undated']]
  const [first, last] = [yearOf(saidFrom), yearOf(saidTo)]
  return first === last
    ? [['year', String(first)]]
    : [
        ['year', String(first)],
        ['span', `${first} ${last}`],
      ]
}

/** Which counters a claim is counted in, besides its shown status. */
export const countKeys = (
  claim: Countable,
  facets: readonly { kind: string; value: string }[],
): CountKeys[] => {
  const own: FacetValue[] = [
    ['speaker', claim.speakerId ?? ''],
    ['act', claim.speechAct],
    ['basis', claim.basis],
    ...yearKeys(claim),
  ]
  for (const { kind, value } of facets) if (kind !== 'depends') own.push([kind, value])
  const keys: CountKeys[] = [{ within: '', values: [['all', ''], ...own] }]
  const inner = own.filter(([facet]) => INNER_FACETS.has(facet))
  // A rumour has no maker to narrow by.
  for (const [facet, value] of own)
    if (value !== '' && OUTER_FACETS.has(facet))
      keys.push({ within: withinKey(facet, value), values: inner.filter(([other]) => other !== facet) })
  return keys
}
