/** Pages of figures, and what happened in public, as data. */
import type { ChangeItemData, ComparisonData, MatrixData, OverTimeData } from '../../domain/data'
import { FAMILY_NAMES } from '../../domain/sourcing/types'
import type { ClaimsOverTime } from '../claims/over-time'
import type { Comparison, Some } from '../speakers/compare'
import type { Matrix } from '../speakers/matrix'
import type { ChangeRow, SpeakerRef, StatusCounts } from '../views'
import { nodeRefData, rowRefs, speakerRefData, topicRefData } from './refs'

interface Made {
  speaker: SpeakerRef
  claims: number
  counts: StatusCounts
}

const madeData = ({ speaker, claims, counts }: Made, site: string) => ({
  speaker: speakerRefData(speaker, site),
  claims,
  counts: counts as Record<string, number>,
})

export const matrixData = ({ topic, all, partial, rows }: Matrix, site: string): MatrixData => ({
  topic: topic && topicRefData(topic, site),
  all: all as Record<string, number>,
  partial,
  rows: rows.map((row) => madeData(row, site)),
})

export const overTimeData = (chart: ClaimsOverTime): OverTimeData => ({
  unit: chart.unit,
  buckets: chart.buckets.map(({ start, total, counts }) => ({
    start,
    total,
    families: Object.fromEntries(FAMILY_NAMES.map((family) => [family, counts[family]])),
  })),
  undated: chart.undated,
  coarse: chart.coarse,
  newest: chart.newest,
})

const someData = ({ rows, n }: Some, site: string) => ({ total: n, claims: rowRefs(rows, site) })

export const comparisonData = (comparison: Comparison, site: string): ComparisonData => ({
  speakers: comparison.speakers.map((one) => madeData(one, site)),
  topics: comparison.topics.map(({ topic, claims }) => ({ topic: topicRefData(topic, site), claims })),
  shared: comparison.shared.map(({ topic, claims }) => ({
    topic: topicRefData(topic, site),
    claims: claims.map((some) => someData(some, site)),
  })),
  relies: comparison.relies.map(({ cites, links }) => ({
    cites: someData(cites, site),
    links: links.map(({ from, mode, to }) => ({
      from: nodeRefData(from, site),
      mode,
      to: nodeRefData(to, site),
    })),
  })),
  against: comparison.against.map(({ cited, relations }) => ({
    cited: someData(cited, site),
    relations: relations.flatMap(({ kind, from: left, to: right }) => {
      const [from, to] = rowRefs([left, right], site)
      return from && to ? [{ kind, from, to }] : []
    }),
  })),
  same: comparison.same.map(({ recorded, claims }) => ({ recorded, claims: rowRefs(claims, site) })),
  newest: comparison.newest,
})

/** What readers have no page of is not named: a link, what was taken back since. */
export const changeData = (row: ChangeRow, site: string): ChangeItemData => ({
  id: row.id,
  at: row.at,
  kind: row.kind,
  by: row.actor,
  subject: row.subjectKind,
  url: row.path && site + encodeURI(row.path),
  title: row.path && row.summary,
  version: row.version,
  reason: row.reason,
  fields: row.fields,
  moved: row.moved,
})
