/** What surrounds data: the version of the shapes, and the way to other pages. */
import { z } from 'zod'
import { claimData, claimItem, claimVersion } from './claim'
import { changeItem, comparisonData, matrixData, overTimeData } from './figures'
import { count, DATA_VERSION, text, yes } from './parts'
import { sourceData, sourceItem } from './source'
import { speakerData, speakerItem } from './speaker'
import { topicData, topicItem } from './topic'

const version = z.literal(DATA_VERSION).describe('the version of the shapes')
const address = (means: string) => z.string().describe(means)
const next = z.string().nullable().describe('the next page; null on the last')

/** One thing, with its addresses. */
const one = <T extends z.ZodType>(kind: string, data: T) =>
  z.object({
    version,
    kind: z.literal(kind).describe('what `data` is'),
    links: z
      .object({ self: address('this address'), page: address('the page for readers') })
      .describe('addresses'),
    data: data.describe('the record'),
  })

const dropped = z
  .array(z.object({ key: text('the key'), value: text('the value'), why: text('why it could not be used') }))
  .describe('what of the address was not used')

const total = z
  .object({ n: count('how many match'), exact: yes('whether there are no more than that') })
  .describe('how many match')

const listOf = <T extends z.ZodType>(kind: string, item: T, links: z.ZodObject) =>
  z.object({
    version,
    kind: z.literal(kind).describe('what `data` is a list of'),
    links: links.describe('addresses of this view'),
    total,
    dropped,
    data: z.array(item).describe('the records'),
  })

const forward = z.object({
  self: address('this address, with nothing in it that was not used'),
  page: address('the page for readers'),
  first: address('the first page'),
  next,
})
/** A page of figures. */
const figures = <T extends z.ZodType>(
  kind: string,
  data: T,
  more: { links?: z.ZodRawShape; total?: typeof total } = {},
) => {
  const { total, links = {} } = more
  const pair = {
    self: address('this address, with nothing in it that was not used'),
    page: address('the page for readers'),
  }
  return z.object({
    version,
    kind: z.literal(kind).describe('what `data` is'),
    links: z.object({ ...pair, ...links }).describe('addresses of this view'),
    ...(total ? { total } : {}),
    dropped,
    data: data.describe('the figures'),
  })
}
const onwards = { first: address('the first page'), next }

const bothWays = forward.extend({
  prev: z.string().nullable().describe('the page before; null on the first'),
  last: address('the last page'),
})

/** Every document, by its kind. */
export const DOCUMENTS = {
  claims: listOf('claims', claimItem, bothWays),
  speakers: listOf('speakers', speakerItem, bothWays),
  sources: listOf('sources', sourceItem, bothWays),
  topics: listOf('topics', topicItem, forward),
  claim: one('claim', claimData),
  'claim-version': one('claim-version', claimVersion),
  speaker: one('speaker', speakerData),
  source: one('source', sourceData),
  topic: one('topic', topicData),
  matrix: figures('matrix', matrixData, { links: onwards }),
  'over-time': figures('over-time', overTimeData, { total }),
  comparison: figures('comparison', comparisonData),
  changes: figures('changes', z.array(changeItem), { links: onwards }),
} as const

export type DocumentKind = keyof typeof DOCUMENTS
