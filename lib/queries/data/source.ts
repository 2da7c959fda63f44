import type { SourceData, SourceItemData } from '../../domain/data'
import type { LinkView, SourcePage, SourceRow } from '../views'
import { historyData, nodeRefData, orNull, rowRefs, sourceRefData, speakerRefData } from './refs'

/** @param site the address of this site, without a slash at the end */
export const sourceItemData = (source: SourceRow, site: string): SourceItemData => ({
  ...sourceRefData(source, site),
  id: source.id,
  version: source.version,
  recordedAt: source.recordedAt,
  updatedAt: source.updatedAt,
  publishedAt: source.publishedAt,
  claims: source.claims,
})

const linkData = (link: LinkView, site: string): SourceData['gotFrom'][number] => ({
  mode: link.mode,
  basis: link.basis,
  wording: link.wording,
  capacity: link.capacity,
  wholeSource: link.wholeSource,
  claims: link.claims,
  other: nodeRefData(link.other, site),
})

/** The whole of a source's page. */
export const sourceData = (source: SourcePage, site: string): SourceData => ({
  ...sourceItemData(source, site),
  publishedBy: orNull(source.publisherRef, speakerRefData, site),
  issuer: orNull(source.issuer, speakerRefData, site),
  authors: source.authors,
  modifiedAt: source.modifiedAt,
  language: source.language,
  originalUrl: source.url,
  canonicalUrl: source.canonicalUrl,
  authenticity: source.authenticity,
  authenticityNote: source.authenticityNote,
  isRecord: source.isRecord,
  statusNote: source.statusNote,
  note: source.note,
  snapshots: source.snapshots,
  gotFrom: source.gotFrom.map((link) => linkData(link, site)),
  usedBy: source.usedBy.map((link) => linkData(link, site)),
  counts: source.counts as Record<string, number>,
  appearing: { total: source.appearing.total, claims: rowRefs(source.appearing.rows, site) },
  resting: { total: source.resting.total, claims: rowRefs(source.resting.rows, site) },
  history: historyData(source.history),
})
