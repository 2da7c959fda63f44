import { type ClaimKept, claimKept, recordAt } from '../../db/claim-record'
import type { Database, Reader } from '../../db/client'
import { can, type Viewer } from '../../domain/actor'
import type { EditableClaim } from '../../domain/claim-record'

/** A claim as editors change it. */
export interface Editable {
  id: string
  slug: string
  version: number
  state: string
  ownerId: string | null
  submittedById: string | null
  record: EditableClaim
  /** The names of everything that it refers to, by id. */
  names: Map<string, string>
}

const idsOf = (record: EditableClaim): string[] =>
  [
    record.speaker,
    record.capacityOrg,
    ...record.topics,
    ...record.stakes.map(({ party }) => party),
    ...record.appearances.map(({ source }) => source),
    ...record.links.flatMap(({ from, to, capacityOrg }) => [from, to, capacityOrg]),
    ...record.evidence.flatMap(({ target, capacityOrg, vouchedBy }) => [target, capacityOrg, vouchedBy]),
  ].filter((id) => id !== null)

/** Names of speakers, sources and topics by id, whatever shelf they stand on: only for those who write. */
export const namesByIds = async (reader: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const where = { id: { in: [...new Set(ids)] } }
  const [speakers, sources, topics] = await Promise.all([
    reader.speaker.findMany({ where, select: { id: true, name: true } }),
    reader.source.findMany({ where, select: { id: true, title: true } }),
    reader.topic.findMany({ where, select: { id: true, name: true } }),
  ])
  return new Map([
    ...[...speakers, ...topics].map(({ id, name }): [string, string] => [id, name]),
    ...sources.map(({ id, title }): [string, string] => [id, title]),
  ])
}

/** The name of an id; the id itself where nothing of that name stands any more. */
export const nameIn =
  (names: ReadonlyMap<string, string>) =>
  (id: string): string =>
    names.get(id) ?? id

const mayEdit = (viewer: Viewer, { state, ownerId }: ClaimKept) =>
  can(viewer, 'edit', { kind: 'claim', state, ownerId })

/** A claim for its form. @returns null where there is none, or the viewer may not change it */
export const getEditable = async (db: Database, viewer: Viewer, slug: string): Promise<Editable | null> => {
  const claim = await claimKept(db.reader, { slug })
  if (!claim || !mayEdit(viewer, claim)) return null
  const { id, version, state, ownerId, submittedById, record } = claim
  const names = await namesByIds(db.reader, idsOf(record))
  return { id, slug, version, state, ownerId, submittedById, record, names }
}

/** What a claim recorded in an earlier version, for whoever may change it; null where that cannot be told. */
export const getRecordAt = async (
  db: Database,
  claim: Editable,
  version: number,
): Promise<EditableClaim | null> => {
  const record = await recordAt(db.reader, claim.id, version)
  return typeof record === 'string' ? null : record
}
