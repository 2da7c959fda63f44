/** Records as forms need them: whole, with the names of what they refer to. For those who may edit; null for others. */
import type { Database, Reader } from '../db/client'
import {
  type LinkKept,
  linkKept,
  type SourceKept,
  type SpeakerKept,
  sourceKept,
  speakerKept,
  type TopicKept,
  topicKept,
} from '../db/records'
import { can, recordSubject, type Viewer } from '../domain/actor'

export type Names = Record<string, string>

/** Names of speakers and titles of sources, by id. */
export const namesOf = async (reader: Reader, ids: readonly (string | null)[]): Promise<Names> => {
  const where = { id: { in: [...new Set(ids.filter((id) => id !== null))] } }
  const [speakers, sources] = await Promise.all([
    reader.speaker.findMany({ where, select: { id: true, name: true } }),
    reader.source.findMany({ where, select: { id: true, title: true } }),
  ])
  return Object.fromEntries([
    ...speakers.map(({ id, name }) => [id, name]),
    ...sources.map(({ id, title }) => [id, title]),
  ])
}

/** A link as the pages of its ends list it for editors. */
export interface EditLinkRow {
  id: string
  from: string
  to: string
  mode: string
  scope: string
  withdrawn: boolean
}

/** Links shown beside a form; a popular source has thousands. */
const LINKS = 100

const linksOf = async (reader: Reader, id: string): Promise<EditLinkRow[]> => {
  const rows = await reader.link.findMany({
    where: { OR: [{ fromId: id }, { toId: id }] },
    orderBy: { id: 'desc' },
    take: LINKS,
  })
  const names = await namesOf(
    reader,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  return rows.map(({ id, fromId, toId, mode, scope, withdrawnAt }) => ({
    id,
    from: names[fromId] ?? fromId,
    to: names[toId] ?? toId,
    mode,
    scope,
    withdrawn: withdrawnAt !== null,
  }))
}

export interface SpeakerToEdit {
  kept: SpeakerKept
  names: Names
  groups: { id: string; name: string }[]
  links: EditLinkRow[]
  identities: { id: string; kind: string; other: string; reason: string }[]
  /** Merges into it that stand. */
  merges: { id: string; name: string; by: string; at: string; reason: string }[]
}

/** Every group, for a form to choose from. */
export const groupsOf = (db: Database): Promise<{ id: string; name: string }[]> =>
  db.reader.independenceGroup.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } })

export const speakerToEdit = async (
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<SpeakerToEdit | null> => {
  const { reader } = db
  const row = await reader.speaker.findUnique({ where: { slug }, select: { id: true } })
  const kept = row && (await speakerKept(reader, row.id))
  if (!kept || kept.mergedIntoId || !can(viewer, 'edit', recordSubject('speaker', kept))) return null
  const { record, id } = kept
  const [names, groups, links, identities, merges] = await Promise.all([
    namesOf(reader, [
      record.vouchedBy,
      record.affiliation,
      ...record.mayOverlap,
      ...record.roles.map(({ org }) => org),
    ]),
    groupsOf(db),
    linksOf(reader, id),
    reader.identityLink.findMany({
      where: { undoneAt: null, OR: [{ fromId: id }, { toId: id }] },
      include: { from: { select: { name: true } }, to: { select: { name: true } } },
    }),
    reader.speakerMerge.findMany({
      where: { intoId: id, undoneAt: null },
      orderBy: { at: 'desc' },
      include: { from: { select: { name: true } } },
    }),
  ])
  return {
    kept,
    names,
    groups,
    links,
    identities: identities.map(({ id: linkId, kind, reason, fromId, from, to }) => ({
      id: linkId,
      kind,
      reason,
      other: fromId === id ? to.name : from.name,
    })),
    merges: merges.map(({ id, from, byName, at, reason }) => ({
      id,
      name: from.name,
      by: byName,
      at: at.toISOString(),
      reason,
    })),
  }
}

export interface SourceToEdit {
  kept: SourceKept
  names: Names
  links: EditLinkRow[]
  /** Claims that appear in it: those that a correction may take back. */
  appearing: { id: string; statement: string; removed: boolean }[]
}

/** Claims offered as taken back by a correction. */
const APPEARING = 200

export const sourceToEdit = async (
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<SourceToEdit | null> => {
  const { reader } = db
  const row = await reader.source.findUnique({ where: { slug }, select: { id: true } })
  const kept = row && (await sourceKept(reader, row.id))
  if (!kept || !can(viewer, 'edit', recordSubject('source', kept))) return null
  const [names, links, appearing, corrections] = await Promise.all([
    namesOf(reader, [kept.record.publisher, kept.record.issuer]),
    linksOf(reader, kept.id),
    reader.claim.findMany({
      where: { appearances: { some: { sourceId: kept.id } } },
      orderBy: { id: 'asc' },
      take: APPEARING,
      select: { id: true, statement: true },
    }),
    reader.correctionRemoves.findMany({
      where: { sourceId: kept.id },
      select: { claimId: true, claim: { select: { statement: true } } },
    }),
  ])
  const removed = new Map(corrections.map(({ claimId, claim }) => [claimId, claim.statement]))
  const offered = new Map(appearing.map(({ id, statement }) => [id, statement]))
  return {
    kept,
    names,
    links,
    appearing: [...new Map([...offered, ...removed])].map(([id, statement]) => ({
      id,
      statement,
      removed: removed.has(id),
    })),
  }
}

export interface LinkToEdit {
  kept: LinkKept
  names: Names
  /** How many claims it is limited to; null where it holds for all that its source says. */
  claims: number | null
}

export const linkToEdit = async (db: Database, viewer: Viewer, id: string): Promise<LinkToEdit | null> => {
  const kept = await linkKept(db.reader, id)
  if (!kept || !can(viewer, 'edit', { kind: 'link' })) return null
  const { from, to, capacityOrg } = kept.record
  const [names, claims] = await Promise.all([
    namesOf(db.reader, [from, to, capacityOrg]),
    kept.scope === 'claims' ? db.reader.linkClaim.count({ where: { linkId: id } }) : null,
  ])
  return { kept, names, claims }
}

export const topicToEdit = async (db: Database, viewer: Viewer, slug: string): Promise<TopicKept | null> => {
  const row = await db.reader.topic.findUnique({ where: { slug }, select: { id: true } })
  return row && can(viewer, 'edit', { kind: 'topic' }) ? topicKept(db.reader, row.id) : null
}
