/**
 * Speakers, sources, links, topics and verdicts as they were recorded: rows read back into the form of their inputs, so that a
 * form can be filled with them and a change can be compared field by field.
 */
import type { LinkRecord } from '../domain/input/claim'
import type { ReviewRecord } from '../domain/input/review'
import type { SourceRecord } from '../domain/input/source'
import type { SpeakerRecord } from '../domain/input/speaker'
import type { Reader } from './client'

/** A record with what stands beside it in its row. */
export interface Kept<R> {
  id: string
  slug: string
  shelf: string
  version: number
  record: R
}

type Without<R> = Omit<R, 'id'>
/** Who recorded it, where that is known. */
type Owned = { ownerId: string | null }
export type SpeakerKept = Kept<Without<SpeakerRecord>> & Owned & { mergedIntoId: string | null }
export type SourceKept = Kept<Without<SourceRecord>> & Owned
export type TopicKept = Kept<{ name: string; description: string | null }>
export interface LinkKept {
  id: string
  version: number
  scope: string
  withdrawn: boolean
  record: Without<LinkRecord>
}

export const speakerKept = async (reader: Reader, id: string): Promise<SpeakerKept | null> => {
  const row = await reader.speaker.findUnique({
    where: { id },
    include: { roles: { orderBy: { position: 'asc' } }, mayOverlap: { orderBy: { otherId: 'asc' } } },
  })
  if (!row) return null
  const record = {
    kind: row.kind,
    name: row.name,
    description: row.description,
    identityNote: row.identityNote,
    outlet: row.outlet,
    group: row.groupId,
    headCount: row.headCountWording
      ? { wording: row.headCountWording, min: row.headCountMin, max: row.headCountMax }
      : null,
    vouchedBy: row.vouchedById,
    affiliation: row.affiliationId,
    anonymityReason: row.anonymityReason,
    mayOverlap: row.mayOverlap.map(({ otherId }) => otherId),
    roles: row.roles.map(({ orgId, title, kind, from, to, ended }) => ({
      org: orgId,
      title,
      kind,
      from,
      to,
      ended,
    })),
    aliases: JSON.parse(row.aliases),
    sameAs: JSON.parse(row.sameAs),
    wikidataId: row.wikidataId,
    policyLinks: JSON.parse(row.policyLinks),
  } as SpeakerKept['record']
  return {
    id,
    slug: row.slug,
    shelf: row.shelf,
    ownerId: row.ownerId,
    version: row.version,
    mergedIntoId: row.mergedIntoId,
    record,
  }
}

export const sourceKept = async (reader: Reader, id: string): Promise<SourceKept | null> => {
  const row = await reader.source.findUnique({
    where: { id },
    include: { snapshots: { orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }] } },
  })
  if (!row) return null
  const record = {
    kind: row.kind,
    title: row.title,
    publisher: row.publisherId,
    authors: JSON.parse(row.authors),
    publishedAt: row.publishedAt,
    modifiedAt: row.modifiedAt,
    language: row.language,
    url: row.url,
    canonicalUrl: row.canonicalUrl,
    issuer: row.issuerId,
    authenticity: row.authenticity,
    authenticityNote: row.authenticityNote,
    status: row.status,
    statusNote: row.statusNote,
    note: row.note,
    snapshots: row.snapshots.map(({ uri, capturedAt, sha256, mime, tool, capturedBy }) => ({
      uri,
      capturedAt,
      sha256,
      mime,
      tool,
      capturedBy,
    })),
  } as SourceKept['record']
  const { slug, shelf, ownerId, version } = row
  return { id, slug, shelf, ownerId, version, record }
}

type LinkRow = NonNullable<Awaited<ReturnType<Reader['link']['findUnique']>>>

/** A row as the record that it was written as. */
export const linkOf = (row: LinkRow): LinkKept => {
  const record = {
    from: row.fromId,
    to: row.toId,
    mode: row.mode,
    basis: row.basis,
    capacity: row.capacity,
    capacityOrg: row.capacityOrgId,
    wording: row.wording,
  } as LinkKept['record']
  const { id, version, scope, withdrawnAt } = row
  return { id, version, scope, withdrawn: withdrawnAt !== null, record }
}

export const linkKept = async (reader: Reader, id: string): Promise<LinkKept | null> => {
  const row = await reader.link.findUnique({ where: { id } })
  return row && linkOf(row)
}

export const topicKept = async (reader: Reader, id: string): Promise<TopicKept | null> => {
  const row = await reader.topic.findUnique({ where: { id } })
  if (!row) return null
  const { slug, shelf, version, name, description } = row
  return { id, slug, shelf, version, record: { name, description } }
}

type ReviewRow = NonNullable<Awaited<ReturnType<Reader['review']['findUnique']>>>

export const reviewRecord = (row: ReviewRow): Required<ReviewRecord> => ({
  reviewer: row.reviewerId,
  ratingText: row.ratingText,
  ratingValue: row.ratingValue,
  scale: row.scaleId,
  summary: row.summary,
  url: row.url,
  title: row.title,
  language: row.language,
  reviewedOn: row.reviewedOn,
})
