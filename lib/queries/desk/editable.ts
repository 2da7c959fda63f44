/** A claim as its form holds it. */
import { type ClaimKept, claimKept } from '../../db/claim-record'
import type { Database, Reader } from '../../db/client'
import { can, type Viewer } from '../../domain/actor'
import type { EditableClaim } from '../../domain/claim-record'
import { movedTo } from '../find'
import type { Found } from '../views'

/** What an id in the record stands for. */
export interface Named {
  type: 'speaker' | 'source' | 'topic' | 'claim'
  /** The kind of a speaker or source; the type of the others. */
  kind: string
  name: string
  slug: string
}

export interface Editable {
  id: string
  slug: string
  version: number
  state: string
  shelf: string
  ownerId: string | null
  claim: EditableClaim
  names: Record<string, Named>
  /** What the viewer may do with it as it stands. */
  may: { publish: boolean; submit: boolean; withdraw: boolean; override: boolean }
}

const idsOf = (claim: EditableClaim) => ({
  nodes: [
    claim.speaker,
    claim.capacityOrg,
    ...claim.stakes.map(({ party }) => party),
    ...claim.appearances.map(({ source }) => source),
    ...claim.links.flatMap(({ from, to, capacityOrg }) => [from, to, capacityOrg]),
    ...claim.evidence.flatMap(({ target, capacityOrg, vouchedBy }) => [target, capacityOrg, vouchedBy]),
  ].filter((id) => id !== null),
  topics: claim.topics,
  claims: claim.relations.map(({ to }) => to),
})

/** The names of everything that a record refers to, whatever shelf it stands on: only for those who may edit. */
export const namesOfRecord = async (reader: Reader, claim: EditableClaim): Promise<Record<string, Named>> => {
  const ids = idsOf(claim)
  const of = (some: readonly string[]) => ({ id: { in: [...new Set(some)] } })
  const [speakers, sources, topics, claims] = await Promise.all([
    reader.speaker.findMany({
      where: of(ids.nodes),
      select: { id: true, slug: true, name: true, kind: true },
    }),
    reader.source.findMany({
      where: of(ids.nodes),
      select: { id: true, slug: true, title: true, kind: true },
    }),
    reader.topic.findMany({ where: of(ids.topics), select: { id: true, slug: true, name: true } }),
    reader.claim.findMany({ where: of(ids.claims), select: { id: true, slug: true, statement: true } }),
  ])
  const names: Record<string, Named> = Object.create(null)
  for (const { id, slug, name, kind } of speakers) names[id] = { type: 'speaker', kind, name, slug }
  for (const { id, slug, title, kind } of sources) names[id] = { type: 'source', kind, name: title, slug }
  for (const { id, slug, name } of topics) names[id] = { type: 'topic', kind: 'topic', name, slug }
  for (const { id, slug, statement } of claims)
    names[id] = { type: 'claim', kind: 'claim', name: statement, slug }
  return { ...names }
}

const mayOf = (viewer: Viewer, { state, ownerId, submittedById }: ClaimKept): Editable['may'] => {
  const asks = (verb: 'publish' | 'submit' | 'withdraw' | 'override', owner = ownerId) =>
    can(viewer, verb, { kind: 'claim', state, ownerId: owner })
  return {
    publish: asks('publish') && asks('publish', submittedById),
    submit: asks('submit'),
    withdraw: asks('withdraw'),
    override: asks('override'),
  }
}

/**
 * A claim for its form.
 * @param slugOrId its address, or its id
 * @returns `forbidden` where the viewer may read it and not change it
 */
export const getEditable = async (
  db: Database,
  viewer: Viewer,
  slugOrId: string,
): Promise<Found<Editable> | { kind: 'forbidden' }> => {
  const { reader } = db
  const kept = (await claimKept(reader, { slug: slugOrId })) ?? (await claimKept(reader, { id: slugOrId }))
  if (!kept) {
    const now = await movedTo(reader, 'claim', slugOrId)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  const { id, slug, version, state, shelf, ownerId, record } = kept
  if (!can(viewer, 'edit', { kind: 'claim', state, ownerId })) {
    if (shelf === 'closed' && kept.publishedAt) return { kind: 'gone', reason: kept.stateNote }
    return can(viewer, 'read', { kind: 'claim', state, ownerId })
      ? { kind: 'forbidden' }
      : { kind: 'missing' }
  }
  return {
    kind: 'found',
    page: {
      id,
      slug,
      version,
      state,
      shelf,
      ownerId,
      claim: record,
      names: await namesOfRecord(reader, record),
      may: mayOf(viewer, kept),
    },
  }
}
