/** What pages of figures hold: the same queries as the pages, read as a reader without account. */
import {
  compareHref,
  type Dropped,
  hrefOf,
  matrixHref,
  parseClaimQuery,
  parseCompareQuery,
  parseMatrixQuery,
  unusedIn,
} from '@/lib/domain/query'
import { STATUSES } from '@/lib/domain/sourcing/types'
import { claimsOverTime } from '@/lib/queries/claims/over-time'
import { changeData, comparisonData, matrixData, overTimeData } from '@/lib/queries/data/figures'
import { getChangeLog } from '@/lib/queries/desk/log'
import { compareSpeakers } from '@/lib/queries/speakers/compare'
import { getMatrix } from '@/lib/queries/speakers/matrix'
import { speakerNamed } from '@/lib/queries/speakers/named'
import type { Total } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { plainWords as t } from '@/lib/web/plain-words'
import { problem } from '@/lib/web/problem'
import { READER } from './views'

export interface Figures {
  kind: string
  /** The paths of the page and of its first and next one, each with its query. */
  page: string
  first?: string
  next?: string | null
  total?: Total
  dropped: Dropped[]
  data: unknown
  /** Its rows, where it is a table. */
  rows?: readonly object[]
}

export type Reads = (params: URLSearchParams, site: string) => Promise<Figures | Response>

const matrix: Reads = async (params, site) => {
  const { query, dropped } = parseMatrixQuery(params)
  const found = await getMatrix(getDatabase(), READER, query)
  const topic = found.topic ? { topic: found.topic.slug } : {}
  const data = matrixData(found, site)
  const none = Object.fromEntries(STATUSES.map((status) => [status, 0]))
  const unknown = found.unknown ? [{ key: 'topic', value: found.unknown, why: 'unknown_value' as const }] : []
  return {
    kind: 'matrix',
    page: matrixHref({ ...topic, after: query.after }),
    first: matrixHref(topic),
    next: found.after && matrixHref({ ...topic, after: found.after }),
    dropped: [...dropped, ...unknown],
    data,
    rows: data.rows.map((row) => ({ ...row, counts: { ...none, ...row.counts } })),
  }
}

const overTime: Reads = async (params) => {
  const { query, dropped } = parseClaimQuery(params)
  const chart = await claimsOverTime(getDatabase(), READER, query)
  const data = overTimeData(chart)
  const unknown = chart.names.unknown.map((one) => ({ ...one, why: 'unknown_value' as const }))
  return {
    kind: 'over-time',
    page: hrefOf(query, '/over-time'),
    total: chart.total,
    dropped: [...dropped, ...unknown],
    data,
    rows: data.buckets,
  }
}

/** Two names or addresses; what is not the address of now leads on to it, as on the page. */
const compare: Reads = async (params, site) => {
  const { speakers, dropped } = parseCompareQuery(params)
  const found = await Promise.all(speakers.map((text) => speakerNamed(getDatabase(), text)))
  const [a, b] = found.map((one) => (one.kind === 'one' ? one.node.slug : null))
  if (!a || !b || a === b) return problem(400, t('data.twoSpeakers'))
  const page = compareHref([a, b])
  if (a !== speakers[0] || b !== speakers[1])
    return new Response(null, {
      status: 308,
      headers: { Location: site + page.replace('/compare', '/compare.json') },
    })
  const comparison = await compareSpeakers(getDatabase(), READER, [a, b])
  return comparison
    ? { kind: 'comparison', page, dropped, data: comparisonData(comparison, site) }
    : problem(404, t('data.missing'))
}

/** What happened in public, the latest first, as the first page of the site shows the last of it. */
const changes: Reads = async (params, site) => {
  const cursor = params.get('after') ?? undefined
  params.delete('after')
  const { rows, after } = await getChangeLog(getDatabase(), READER, { cursor })
  const at = (marker: string | undefined) =>
    marker ? `/changes?after=${encodeURIComponent(marker)}` : '/changes'
  const data = rows.map((row) => changeData(row, site))
  return {
    kind: 'changes',
    page: at(cursor),
    first: at(undefined),
    next: after && at(after),
    dropped: unusedIn(params),
    data,
    rows: data,
  }
}

export const FIGURES: Record<string, Reads> = { matrix, 'over-time': overTime, compare, changes }
