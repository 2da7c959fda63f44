/** Speakers and sources that stand on the desk: proposed by somebody, or named first in a draft. */
import type { Database, Reader } from '../db/client'
import { can, recordSubject, type Viewer } from '../domain/actor'

type Kind = 'speaker' | 'source'

/** What its page says of a proposal, and lets the viewer do with it. */
export interface Proposal {
  id: string
  version: number
  by: string | null
  mayEdit: boolean
  mayPublish: boolean
}

export interface ProposalRow {
  kind: Kind
  slug: string
  name: string
  /** The kind of the speaker or the source. */
  what: string
  by: string | null
  at: string
}

const namesOf = async (reader: Reader, ids: (string | null)[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const users = await reader.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** @returns null for what is no proposal, and for those who have no part in it */
export const proposalOf = async (
  db: Database,
  viewer: Viewer,
  kind: Kind,
  slug: string,
): Promise<Proposal | null> => {
  const { reader } = db
  const select = { id: true, version: true, shelf: true, ownerId: true }
  const row =
    kind === 'speaker'
      ? await reader.speaker.findUnique({ where: { slug }, select })
      : await reader.source.findUnique({ where: { slug }, select })
  const subject = row && recordSubject(kind, row)
  if (!row || !subject || row.shelf !== 'desk' || !can(viewer, 'read', subject)) return null
  return {
    id: row.id,
    version: row.version,
    by: (await namesOf(reader, [row.ownerId])).get(row.ownerId ?? '') ?? null,
    mayEdit: can(viewer, 'edit', subject),
    mayPublish: can(viewer, 'record', { kind }),
  }
}

/**
 * The newest proposals: all for those who may put them before readers, of others their own.
 * @param take how many at most
 */
export const listProposals = async (
  reader: Reader,
  viewer: Extract<Viewer, { kind: 'user' }>,
  take: number,
): Promise<{ rows: ProposalRow[]; total: number }> => {
  const all = can(viewer, 'read', { kind: 'speaker', state: 'draft' })
  const where = { shelf: 'desk', ...(all ? {} : { ownerId: viewer.id }) }
  const orderBy = [{ recordedAt: 'desc' as const }, { id: 'desc' as const }]
  const select = { slug: true, kind: true, ownerId: true, recordedAt: true }
  const [speakers, sources, total] = await Promise.all([
    reader.speaker.findMany({ where, orderBy, take, select: { ...select, name: true } }),
    reader.source.findMany({ where, orderBy, take, select: { ...select, title: true } }),
    Promise.all([reader.speaker.count({ where }), reader.source.count({ where })]),
  ])
  const rows = [
    ...speakers.map((row) => ({ ...row, type: 'speaker' as const })),
    ...sources.map(({ title, ...row }) => ({ ...row, name: title, type: 'source' as const })),
  ]
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .slice(0, take)
  const names = await namesOf(
    reader,
    rows.map(({ ownerId }) => ownerId),
  )
  return {
    rows: rows.map(({ type, slug, name, kind, ownerId, recordedAt }) => ({
      kind: type,
      slug,
      name,
      what: kind,
      by: names.get(ownerId ?? '') ?? null,
      at: recordedAt.toISOString(),
    })),
    total: total[0] + total[1],
  }
}
