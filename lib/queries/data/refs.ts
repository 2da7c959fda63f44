/** How view models name things, as data: with the address of each. */
import type {
  ClaimRefData,
  NodeRefData,
  SourceRefData,
  SpeakerRefData,
  TopicRefData,
} from '../../domain/data'
import type { ClaimRow, HistoryEntry, NodeRef, SourceRef, SpeakerRef, TopicRef } from '../views'

export type Folder = 'claims' | 'speakers' | 'sources' | 'topics'

/** The address of a page of this site. A slug may be in any script. */
export const pageUrl = (site: string, folder: Folder, slug: string): string =>
  `${site}/${folder}/${encodeURIComponent(slug)}`

/** As readers see it named elsewhere: an organization that a role is for, an outlet that vouches. */
export const orgData = ({ slug, name }: { slug: string; name: string }, site: string) => ({
  slug,
  url: pageUrl(site, 'speakers', slug),
  name,
})

export const speakerRefData = (ref: SpeakerRef, site: string): SpeakerRefData => ({
  type: ref.type,
  slug: ref.slug,
  url: pageUrl(site, 'speakers', ref.slug),
  name: ref.name,
  kind: ref.kind,
  headCount: ref.headCount,
  vouchedBy: ref.vouchedBy ? orgData(ref.vouchedBy, site) : null,
})

export const sourceRefData = (ref: SourceRef, site: string): SourceRefData => ({
  type: ref.type,
  slug: ref.slug,
  url: pageUrl(site, 'sources', ref.slug),
  name: ref.name,
  kind: ref.kind,
  status: ref.status,
  publisher: ref.publisher,
})

export const nodeRefData = (ref: NodeRef, site: string): NodeRefData => {
  if (ref.type === 'speaker') return speakerRefData(ref, site)
  return ref.type === 'source' ? sourceRefData(ref, site) : { type: 'unnamed' }
}

export const topicRefData = ({ slug, name }: TopicRef, site: string): TopicRefData => ({
  slug,
  url: pageUrl(site, 'topics', slug),
  name,
})

export const claimRefData = (
  claim: { slug: string; statement: string; speaker: string | null; shownStatus: string },
  site: string,
): ClaimRefData => ({
  slug: claim.slug,
  url: pageUrl(site, 'claims', claim.slug),
  statement: claim.statement,
  speaker: claim.speaker,
  shownStatus: claim.shownStatus,
})

/** Rows of a list as references: what a record shows of its claims. */
export const rowRefs = (rows: readonly ClaimRow[], site: string): ClaimRefData[] =>
  rows.map((row) => claimRefData({ ...row, speaker: row.speaker?.name ?? null }, site))

/** The empty reference of what may be missing. */
export const orNull = <T, D>(ref: T | null, data: (ref: T, site: string) => D, site: string): D | null =>
  ref === null ? null : data(ref, site)

export const historyData = (entries: readonly HistoryEntry[]): HistoryEntry[] =>
  entries.map(({ at, kind, actor, reason, version, changes, status }) => ({
    at,
    kind,
    actor,
    reason,
    version,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    status: status && { before: status.before, after: status.after, cause: status.cause },
  }))
