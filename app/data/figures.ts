/** Pages of figures as data, `/matrix.json`: the same queries as the pages, read as a reader without account. */
import { DATA_VERSION } from '@/lib/domain/data'
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
import { claimsOverTime } from '@/lib/queries/claims/over-time'
import { changeData, comparisonData, matrixData, overTimeData } from '@/lib/queries/data/figures'
import { getChangeLog } from '@/lib/queries/desk/log'
import { compareSpeakers } from '@/lib/queries/speakers/compare'
import { getMatrix } from '@/lib/queries/speakers/matrix'
import { speakerNamed } from '@/lib/queries/speakers/named'
import type { Total } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { tagged } from '@/lib/web/etag'
import { plainWords as t } from '@/lib/web/plain-words'
import { problem } from '@/lib/web/problem'
import { FORMATS } from './sheets'
import { READER } from './views'

interface Figures {
  kind: string
  /** The paths of the page and of its first and next one, each with its query. */
  page: string
  first?: string
  next?: string | null
  total?: Total
  dropped: Dropped[]
  data: unknown
}

type Reads = (params: URLSearchParams, site: string) => Promise<Figures | Response>

const matrix: Reads = async (params, site) => {
  const { query, dropped } = parseMatrixQuery(params)
  const found = await getMatrix(getDatabase(), READER, query)
  const topic = found.topic ? { topic: found.topic.slug } : {}
  const unknown = found.unknown ? [{ key: 'topic', value: found.unknown, why: 'unknown_value' as const }] : []
  return {
    kind: 'matrix',
    page: matrixHref({ ...topic, after: query.after }),
    first: matrixHref(topic),
    next: found.after && matrixHref({ ...topic, after: found.after }),
    dropped: [...dropped, ...unknown],
    data: matrixData(found, site),
  }
}

const overTime: Reads = async (params) => {
  const { query, dropped } = parseClaimQuery(params)
  const chart = await claimsOverTime(getDatabase(), READER, query)
  const unknown = chart.names.unknown.map((one) => ({ ...one, why: 'unknown_value' as const }))
  return {
    kind: 'over-time',
    page: hrefOf(query, '/over-time'),
    total: chart.total,
    dropped: [...dropped, ...unknown],
    data: overTimeData(chart),
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
  return {
    kind: 'changes',
    page: at(cursor),
    first: at(undefined),
    next: after && at(after),
    dropped: unusedIn(params),
    data: rows.map((row) => changeData(row, site)),
  }
}

const READS: Record<string, Reads> = { matrix, 'over-time': overTime, compare, changes }

/** Pages that are no page of their own for readers stand on another. */
const PAGES: Record<string, string> = { changes: '/' }

export const isFigures = (name: string): boolean => Object.hasOwn(READS, name)

/** Answers with a page of figures as JSON. */
export const figuresAnswer = async (
  request: Request,
  name: string,
  params: URLSearchParams,
  site: string,
): Promise<Response> => {
  const read = await (READS[name] as Reads)(params, site)
  if (read instanceof Response) return read
  const { kind, page, first, next, total, dropped, data } = read
  const json = (path: string) => site + path.replace(`/${name}`, `/${name}.json`)
  const readers = site + (PAGES[name] ?? page)
  const links = {
    self: json(page),
    page: readers,
    ...(first === undefined ? {} : { first: json(first) }),
    ...(next === undefined ? {} : { next: next === null ? null : json(next) }),
  }
  const body = { version: DATA_VERSION, kind, links, ...(total ? { total } : {}), dropped, data }
  const link = [
    ...(next ? [`<${json(next)}>; rel="next"`] : []),
    `<${readers}>; rel="alternate"; type="text/html"`,
  ]
  return tagged(request, JSON.stringify(body), { 'Content-Type': FORMATS.json, Link: link.join(', ') })
}
