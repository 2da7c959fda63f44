/** Estimates from the maintained sample, where counting one by one would take too long (docs/decisions/0076). */
import type { Reader } from '../../../db/client'
import { Prisma } from '../../../db/generated/sqlite/client'
import { rowsOf } from '../../../db/rows'
import { UNKNOWN_DAY } from '../../../domain/edtf'
import type { SampledClaim } from '../../../domain/sample'
import { FAMILIES, type Status } from '../../../domain/sourcing/types'
import type { Condition } from '../where'
import { addsUp, selectionOf } from './selection'
import type { Sizes } from './sizes'

/** Claims of the sample that are looked at: a share of a tenth is then known to within an eighth, mostly. */
const LOOKED_AT = 600

export interface Sample {
  claims: SampledClaim[]
  /** How many claims each of them stands for. */
  weight: number
}

/** Where the sample is entered: values of a facet, and how many claims of the ledger have one of them. */
export interface Entry {
  facet: string
  values: readonly string[]
  n: number
}

/** The narrowest way into the sample; conditions of which a claim may meet two at once cannot be scaled. */
export const entryOf = (conditions: readonly Condition[], sizes: Sizes): Entry => {
  const { statuses, filters } = selectionOf(conditions)
  const sizeOf = (keys: readonly string[]) =>
    Math.min(...conditions.filter(({ key }) => keys.includes(key)).map((c) => sizes.of(c)))
  const ways: Entry[] = [
    { facet: 'all', values: [''], n: sizes.claims },
    ...filters.filter(addsUp).map(({ facet, values }) => ({ facet, values, n: sizeOf([facet]) })),
  ]
  // One condition on the status is scaled by what it matches; two at once are left to the claims themselves.
  const onStatus = conditions.filter(({ key }) => key === 'status' || key === 'family')
  if (statuses && onStatus.length === 1)
    ways.push({ facet: 'status', values: statuses, n: sizeOf(['status', 'family']) })
  return ways.reduce((least, way) => (way.n < least.n ? way : least))
}

/** The statement that reads the sample along one entry, in the order of the hash. */
export const sampleSql = ({ facet, values }: Entry): Prisma.Sql => {
  const ways = values.map(
    (value) => Prisma.sql`SELECT * FROM (SELECT "claimId", "rank" FROM "SampleKey" WHERE "facet" = ${facet}
      AND "value" = ${value} ORDER BY "rank", "claimId" LIMIT ${LOOKED_AT}) AS way`,
  )
  return Prisma.sql`SELECT s."keys" FROM (SELECT "claimId", "rank" FROM (${Prisma.join(ways, ' UNION ALL ')}) AS ways
    ORDER BY "rank", "claimId" LIMIT ${LOOKED_AT}) k JOIN "ClaimSample" s ON s."claimId" = k."claimId"`
}

export const readSample = async (reader: Reader, entry: Entry): Promise<Sample> => {
  const rows = await rowsOf<{ keys: string }>(reader, sampleSql(entry))
  const claims = rows.map(({ keys }) => JSON.parse(keys) as SampledClaim)
  return { claims, weight: claims.length === 0 ? 0 : entry.n / claims.length }
}

const meets = (claim: SampledClaim, condition: Condition): boolean => {
  if ('sql' in condition) throw new Error('The sample knows nothing of the words of claims.')
  if ('from' in condition)
    return (
      claim.from > UNKNOWN_DAY &&
      (condition.from === null || claim.to >= condition.from) &&
      (condition.to === null || claim.from <= condition.to)
    )
  const { key, values } = condition
  if (key === 'status') return values.includes(claim.status)
  if (key === 'family') return values.includes(FAMILIES[claim.status as Status])
  const has = [claim[key as 'speaker' | 'topic']].flat()
  return values.some((value) => has.includes(value))
}

/** Those claims of a sample that meet all conditions. */
export const meeting = (sample: Sample, conditions: readonly Condition[]): SampledClaim[] =>
  sample.claims.filter((claim) => conditions.every((condition) => meets(claim, condition)))

/** What an estimate of so many is said as: no more digits than it is good for. */
export const rounded = (n: number, seen: number): number => {
  const digits = seen < 25 ? 1 : 2
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) + 1 - digits)
  return Math.round(n / unit) * unit
}
