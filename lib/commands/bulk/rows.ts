/** Records as rows of the tables, for writing many at a time; the same columns that the single commands write. */
import type { ClaimRow, LinkRow, SourceRow, SpeakerRow } from '../../db/graph/rows'
import { dayBounds } from '../../domain/derived'
import { newId } from '../../domain/ids'
import type { ClaimRecord, LinkRecord } from '../../domain/input/claim'
import type { SourceRecord } from '../../domain/input/source'
import type { SpeakerRecord } from '../../domain/input/speaker'
import { sortForm } from '../../domain/sorting'
import { claimColumns, UNDERIVED } from '../claims/record'

/** Where new records stand, and whose they are. */
export interface Place {
  shelf: 'public' | 'desk' | 'teaching'
  state: 'draft' | 'published'
  ownerId: string | null
}

export const IN_PUBLIC: Place = { shelf: 'public', state: 'published', ownerId: null }

export const speakerRow = (
  record: SpeakerRecord & { id: string },
  slug: string,
  at: Date,
  shelf: Place['shelf'] = 'public',
): SpeakerRow => ({
  id: record.id,
  slug,
  kind: record.kind,
  name: record.name,
  sortName: sortForm(record.name),
  description: record.description,
  identityNote: record.identityNote,
  outlet: record.outlet,
  groupId: record.group,
  headCountWording: record.headCount?.wording ?? null,
  headCountMin: record.headCount?.min ?? null,
  headCountMax: record.headCount?.max ?? null,
  vouchedById: record.vouchedBy,
  affiliationId: record.affiliation,
  anonymityReason: record.anonymityReason,
  wikidataId: record.wikidataId,
  aliases: JSON.stringify(record.aliases),
  sameAs: JSON.stringify(record.sameAs),
  policyLinks: JSON.stringify(record.policyLinks),
  shelf,
  ownerId: null,
  claimCount: 0,
  unsupportedCount: 0,
  mergedIntoId: null,
  version: 1,
  recordedAt: at,
  updatedAt: at,
  roles: record.roles.map(({ org, ...role }, position) => ({
    id: newId(),
    speakerId: record.id,
    orgId: org,
    ...role,
    position,
  })),
})

export const sourceRow = (
  record: SourceRecord & { id: string },
  slug: string,
  at: Date,
  shelf: Place['shelf'] = 'public',
): SourceRow => {
  const { publisher, issuer, authors, snapshots: _snapshots, ...columns } = record
  const published = dayBounds(record.publishedAt)
  return {
    ...columns,
    slug,
    sortTitle: sortForm(record.title),
    authors: JSON.stringify(authors),
    publisherId: publisher,
    issuerId: issuer,
    publishedFrom: published.from,
    publishedTo: published.to,
    shelf,
    ownerId: null,
    claimCount: 0,
    version: 1,
    recordedAt: at,
    updatedAt: at,
  }
}

export const linkRow = (record: LinkRecord, scope: 'source' | 'claims', at: Date): LinkRow => ({
  id: record.id ?? newId(),
  fromId: record.from,
  toId: record.to,
  mode: record.mode,
  scope,
  basis: record.basis,
  capacity: record.capacity,
  capacityOrgId: record.capacityOrg,
  wording: record.wording,
  withdrawnAt: null,
  version: 1,
  recordedAt: at,
})

const text = (value: object | null) => (value ? JSON.stringify(value) : null)

/** A claim with the rows under it, in the form in which graphs are assembled; `linkIds` are those it is joined to. */
export const claimRow = (
  record: ClaimRecord & { id: string },
  place: Place & { slug: string; speakerName: string | null; linkIds: readonly string[]; at: Date },
): ClaimRow => ({
  id: record.id,
  slug: place.slug,
  shelf: place.shelf,
  state: place.state,
  stateNote: null,
  ownerId: place.ownerId,
  submittedById: null,
  publishedAt: place.state === 'published' ? place.at : null,
  ...claimColumns(record, place.speakerName),
  ...UNDERIVED,
  originsFor: null,
  originsAgainst: null,
  version: 1,
  recordedAt: place.at,
  updatedAt: place.at,
  stakes: record.stakes.map(({ party, stake, note }) => ({
    claimId: record.id,
    partyId: party,
    stake,
    note,
  })),
  topics: [...new Set(record.topics)].map((topicId) => ({ topicId })),
  appearances: record.appearances.map(({ source, selector, ...rest }, position) => ({
    id: newId(),
    claimId: record.id,
    sourceId: source,
    selector: text(selector),
    position,
    ...rest,
  })),
  evidence: record.evidence.map(({ id, target, capacityOrg, vouchedBy, selector, ...rest }, position) => ({
    id: id ?? newId(),
    claimId: record.id,
    targetId: target,
    capacityOrgId: capacityOrg,
    vouchedById: vouchedBy,
    selector: text(selector),
    position,
    recordedAt: place.at,
    ...rest,
  })),
  links: place.linkIds.map((linkId) => ({ linkId })),
  corrections: [],
  overrides: [],
})
