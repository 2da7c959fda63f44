/**
 * The values of facets with their counts, each facet counted as if its own filter were off: from the counters where
 * they serve, one by one where few claims match, and else estimated from the sample, and then marked.
 */
import type { Reader } from '../../../db/client'
import { Prisma } from '../../../db/generated/sqlite/client'
import { rowsOf } from '../../../db/rows'
import { yearOf } from '../../../domain/counted'
import { UNKNOWN_DAY } from '../../../domain/edtf'
import type { SampledClaim } from '../../../domain/sample'
import { FAMILIES, type Status } from '../../../domain/sourcing/types'
import type { Total } from '../../views'
import type { Condition, FilterKey } from '../where'
import { type Ask, readCounters, type Sums } from './counters'
import { type Entry, entryOf, meeting, readSample, rounded, type Sample } from './estimate'
import { totalPlan, valuePlan, yearPlan } from './plan'
import { selectionOf } from './selection'
import { type Sizes, sizesOf } from './sizes'
import { countTogether, FEW, type Wanted } from './together'
import { byYear } from './years'

/** Values of which there are too many to read the counters of all. */
const LONG: ReadonlySet<string> = new Set(['speaker', 'source', 'topic'])

/** The condition that is off while a facet is counted. */
const ownKey = (facet: string): FilterKey => (facet === 'year' ? 'date' : (facet as FilterKey))

export interface FacetCounts {
  /** By value (an id, a word, a year), those of most claims first. */
  counts: Map<string, Total>
  /** Whether there may be more values than these. */
  more: boolean
}

/** What several facets have in common: the conditions that stay when their own is off. */
interface Scope {
  conditions: Condition[]
  wanted: Wanted[]
}

const scopesOf = (conditions: readonly Condition[], wanted: readonly Wanted[]): Scope[] => {
  const scopes = new Map<string, Scope>()
  for (const one of wanted) {
    const own = ownKey(one.facet)
    const isFiltered = conditions.some(({ key }) => key === own)
    const key = isFiltered ? own : ''
    const scope = scopes.get(key) ?? { conditions: conditions.filter((c) => c.key !== own), wanted: [] }
    scope.wanted.push(one)
    scopes.set(key, scope)
  }
  return [...scopes.values()]
}

const inOrder = (sums: Sums): [string, number][] =>
  [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))

/** How counts were come by. */
type Counted = Omit<Total, 'n'>
const EXACT: Counted = { exact: true }
const ESTIMATED: Counted = { exact: false }
const AT_LEAST: Counted = { exact: false, atLeast: true }

/** The values of most claims, and the chosen ones. */
const shown = (all: Sums, { top, chosen }: Wanted, counted: Counted): FacetCounts => {
  const values = inOrder(all)
  const totalOf = (n: number): Total => ({ n, ...counted })
  const counts = new Map(values.slice(0, top).map(([value, n]): [string, Total] => [value, totalOf(n)]))
  for (const value of chosen) counts.set(value, totalOf(all.get(value) ?? 0))
  return { counts, more: values.length > top }
}

const valuesIn = (claim: SampledClaim, facet: string, years: readonly number[]): string[] => {
  if (facet === 'family') return [FAMILIES[claim.status as Status]]
  if (facet === 'year')
    return claim.from === UNKNOWN_DAY
      ? []
      : years.filter((y) => y >= yearOf(claim.from) && y <= yearOf(claim.to)).map(String)
  return [claim[facet as 'status' | 'topic']].flat().filter((value) => value !== '')
}

/** How often each value of a facet is among claims. */
const tally = (claims: readonly SampledClaim[], facet: string, years: readonly number[]): Sums => {
  const sums: Sums = new Map()
  for (const claim of claims)
    for (const value of valuesIn(claim, facet, years)) sums.set(value, (sums.get(value) ?? 0) + 1)
  return sums
}

/** A plan's statement, and what its sums come to. */
interface Planned {
  asks: Ask[]
  read: (sums: Sums[]) => Sums
}

const added = (sums: readonly Sums[], name: (key: string) => string): Sums => {
  const all: Sums = new Map()
  for (const some of sums) for (const [key, n] of some) all.set(name(key), (all.get(name(key)) ?? 0) + n)
  return all
}

const asIs = (key: string) => key
const afterSpace = (key: string) => key.slice(key.indexOf(' ') + 1)

/** The counters that give all counts of a facet at once; null where there are none, or too many. */
const planned = (facet: string, conditions: readonly Condition[], sizes: Sizes): Planned | null => {
  const selection = selectionOf(conditions)
  if (facet === 'status' || facet === 'family') {
    const asks = totalPlan(selection, sizes.known, 'status')
    const name = facet === 'status' ? asIs : (status: string) => FAMILIES[status as Status]
    return asks && { asks, read: (sums) => added(sums, name) }
  }
  if (facet === 'year') {
    const asks = yearPlan(selection)
    return asks && { asks, read: ([year, span]) => byYear(year ?? new Map(), span ?? new Map()) }
  }
  if (facet === 'speaker' || facet === 'source') return null
  const plan = valuePlan(facet, selection, sizes.known, null)
  return plan && { asks: plan.asks, read: (sums) => added(sums, asIs) }
}

/** The counters of some values of a facet. */
const plannedFor = (
  facet: string,
  conditions: readonly Condition[],
  sizes: Sizes,
  values: readonly string[],
): Planned | null => {
  const plan = values.length === 0 ? null : valuePlan(facet, selectionOf(conditions), sizes.known, values)
  return plan && { asks: plan.asks, read: (sums) => added(sums, plan.outer ? afterSpace : asIs) }
}

/** Candidates of a long facet that are counted exactly where counters of each serve. */
const CANDIDATES = 40
const candidatesOf = ({ top }: Wanted) => Math.max(CANDIDATES, top + 1)

const NO_SAMPLE: Sample = { claims: [], weight: 0 }

const TABLES: Record<string, string> = { speaker: 'Speaker', source: 'Source', topic: 'Topic' }

/** The records of a long facet that most claims have, along the index of their numbers; null for other facets. */
const mostSql = (facet: string, top: number): Prisma.Sql | null => {
  const table = TABLES[facet]
  return table === undefined
    ? null
    : Prisma.sql`SELECT * FROM (SELECT ${Prisma.raw(`'${facet}'`)} AS facet, "id" FROM ${Prisma.raw(`"${table}"`)}
        WHERE "shelf" = 'public' AND "claimCount" > 0 ORDER BY "claimCount" DESC, "id" DESC LIMIT ${top}) AS most`
}

export class FacetCounter {
  private readonly samples = new Map<string, Promise<Sample>>()

  private constructor(
    private readonly reader: Reader,
    private readonly conditions: readonly Condition[],
    private readonly sizes: Sizes,
    private readonly total: Total,
  ) {}

  /** @param total how many claims match all conditions, as the page says it */
  static async of(reader: Reader, conditions: readonly Condition[], total: Total): Promise<FacetCounter> {
    const sizes = await sizesOf(reader, conditions)
    return new FacetCounter(reader, sizes.bounded(conditions), sizes, total)
  }

  /** The counts of facets, in no order. */
  async counts(wanted: readonly Wanted[]): Promise<Map<string, FacetCounts>> {
    const found = new Map<string, FacetCounts>()
    const rest: Wanted[] = []
    const plans: [Wanted, Planned][] = []
    for (const one of wanted) {
      const own = ownKey(one.facet)
      const plan = planned(
        one.facet,
        this.conditions.filter(({ key }) => key !== own),
        this.sizes,
      )
      if (plan) plans.push([one, plan])
      else rest.push(one)
    }
    await this.fromCounters(plans, found)
    await Promise.all(scopesOf(this.conditions, rest).map((scope) => this.uncounted(scope, found)))
    return found
  }

  private async fromCounters(plans: [Wanted, Planned][], found: Map<string, FacetCounts>): Promise<void> {
    const sums = await readCounters(
      this.reader,
      plans.flatMap(([, { asks }]) => asks),
    )
    let place = 0
    for (const [one, { asks, read }] of plans) {
      const all = read(sums.slice(place, (place += asks.length)))
      const only = one.only && new Set(one.only)
      found.set(one.facet, shown(only ? new Map([...all].filter(([v]) => only.has(v))) : all, one, EXACT))
    }
  }

  /** What no counters hold: counted one by one where few match, else estimated. */
  private async uncounted({ conditions, wanted }: Scope, found: Map<string, FacetCounts>): Promise<void> {
    const { reader, sizes, total } = this
    const least = sizes.least(conditions)
    const searched = conditions.some((c) => 'sql' in c)
    const few =
      (least?.n ?? sizes.claims) <= FEW ||
      (conditions.length === this.conditions.length && total.exact && total.n <= FEW)
    if (!few && !searched) return this.estimated({ conditions, wanted }, found)
    const asked = wanted.map((one) => ({ ...one, top: one.top + 1 }))
    const first = least?.condition ?? null
    const { sums, cut } = await countTogether(reader, first, conditions, asked, sizes.known.years)
    // What a search did not look at cannot be estimated from what it did: those recorded last are no sample.
    const counted = cut || (searched && !total.exact) ? AT_LEAST : EXACT
    for (const one of wanted) found.set(one.facet, shown(sums.get(one.facet) ?? new Map(), one, counted))
  }

  /** The values of long facets with most claims in the whole ledger, whatever is asked for. */
  private async ranked(wanted: readonly Wanted[]): Promise<Map<string, string[]>> {
    const found = new Map(wanted.map(({ facet }): [string, string[]] => [facet, []]))
    const parts = wanted.flatMap((one) => mostSql(one.facet, candidatesOf(one)) ?? [])
    if (parts.length === 0) return found
    const rows = await rowsOf<{ facet: string; id: string }>(this.reader, Prisma.join(parts, ' UNION ALL '))
    for (const { facet, id } of rows) found.get(facet)?.push(id)
    return found
  }

  private sample(entry: Entry): Promise<Sample> {
    const key = JSON.stringify(entry)
    let sample = this.samples.get(key)
    if (!sample) this.samples.set(key, (sample = readSample(this.reader, entry)))
    return sample
  }

  private async estimated({ conditions, wanted }: Scope, found: Map<string, FacetCounts>): Promise<void> {
    const { sizes } = this
    // Of the whole ledger the values of most claims are known.
    const sample = conditions.length > 0 ? await this.sample(entryOf(conditions, sizes)) : NO_SAMPLE
    const claims = meeting(sample, conditions)
    const ranked = await this.ranked(wanted.filter(({ only }) => !only))
    const guesses = wanted.map((one) => {
      const all = tally(claims, one.facet, sizes.known.years)
      const { only } = one
      if (only) for (const value of [...all.keys()]) if (!only.includes(value)) all.delete(value)
      const seen = inOrder(all).slice(0, candidatesOf(one))
      const likely = only ?? [...seen.map(([value]) => value), ...(ranked.get(one.facet) ?? [])]
      return { one, seen, likely: [...likely, ...one.chosen] }
    })
    const exact = await this.exactly(
      conditions,
      guesses.map(({ one, likely }) => [one.facet, likely]),
    )
    for (const { one, seen } of guesses) {
      const { weight } = sample
      const guessed = new Map(seen.map(([v, n]): [string, number] => [v, rounded(n * weight, n)]))
      const known = exact.get(one.facet)
      const counts = known ? shown(known, one, EXACT) : shown(guessed, one, ESTIMATED)
      const unseen = !one.only && LONG.has(one.facet) && seen.length > 0
      found.set(one.facet, { ...counts, more: counts.more || unseen })
    }
  }

  /** The counts of some values by facet, for those facets where counters of each serve. */
  private async exactly(
    conditions: readonly Condition[],
    wanted: readonly [facet: string, values: string[]][],
  ): Promise<Map<string, Sums>> {
    const plans = wanted.flatMap(([facet, values]): [string, Planned][] => {
      const plan = plannedFor(facet, conditions, this.sizes, [...new Set(values)])
      return plan ? [[facet, plan]] : []
    })
    const sums = await readCounters(
      this.reader,
      plans.flatMap(([, { asks }]) => asks),
    )
    let place = 0
    return new Map(
      plans.map(([facet, { asks, read }]) => [facet, read(sums.slice(place, (place += asks.length)))]),
    )
  }
}
