import type { Database, Reader } from '../../db/client'
import { assembleGraph } from '../../db/graph/assemble'
import { loadRows } from '../../db/graph/load'
import { can, type Viewer } from '../../domain/actor'
import { movedTo } from '../find'
import { speakerRefs } from '../refs'
import type { Found, SpeakerRef } from '../views'
import { fieldText, namesIn } from './change-text'
import { unnamedHere } from './masks'
import { NOBODY, type Unnamed, unnamedThen } from './unnamed-then'

/** A claim as it stood in one of its versions. */
export interface ClaimVersion {
  slug: string
  shelf: string
  version: number
  current: number
  statement: string
  quote: string | null
  speaker: SpeakerRef | null
  saidOn: string | null
  venue: string | null
  place: string | null
  note: string | null
  speechAct: string
  basis: string
  /** What stood under it, in words, an item a line: where it appeared, how it got there, evidence, stakes. */
  parts: { field: string; text: string }[]
  /** The derived status when this version ended, or now. */
  status: string
  at: string
  actor: string
  reason: string | null
}

type Fields = Record<string, unknown>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const PARTS = ['appearances', 'links', 'evidence', 'stakes', 'topics', 'relations'] as const

/** Whom this viewer may not be told of, then or now. */
const unnamedFor = async (reader: Reader, id: string): Promise<Unnamed> => {
  const { graph } = assembleGraph(await loadRows(reader, [id]), id)
  return unnamedThen(reader, { id, hidden: unnamedHere(graph) })
}

const partsOf = async (
  reader: Reader,
  desk: boolean,
  unnamed: Unnamed,
  record: Fields,
): Promise<ClaimVersion['parts']> => {
  const fields = PARTS.map((field) => ({ field, before: null, after: record[field] ?? null }))
  const saying = { names: await namesIn(reader, fields, desk), ...unnamed }
  return fields.flatMap(({ field, after }) => {
    const said = fieldText(field, after, saying)
    return said ? [{ field, text: said }] : []
  })
}

/**
 * A version of a claim, folded from the events up to it (docs/decisions/0004). Readers see the versions that stood
 * before them; what was changed on the desk before is for those who work there.
 */
export const getClaimVersion = async (
  db: Database,
  viewer: Viewer,
  slug: string,
  version: number,
): Promise<Found<ClaimVersion>> => {
  const { reader } = db
  const claim = await reader.claim.findUnique({ where: { slug } })
  if (!claim) {
    const now = await movedTo(reader, 'claim', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  const desk = can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: claim.ownerId })
  if (claim.shelf === 'closed' && !desk)
    return claim.publishedAt ? { kind: 'gone', reason: claim.stateNote } : { kind: 'missing' }
  if (claim.shelf === 'desk' && !desk) return { kind: 'missing' }
  const events = await reader.event.findMany({
    where: { subjectKind: 'claim', subjectId: claim.id },
    orderBy: { version: 'asc' },
  })
  const upTo = events.filter((event) => event.version <= version)
  const last = upTo.at(-1)
  if (last?.version !== version) return { kind: 'missing' }
  if (!desk && last.shelf !== 'public' && last.shelf !== 'teaching') return { kind: 'missing' }
  const record: Fields = Object.assign({}, ...upTo.map((event) => JSON.parse(event.record) as Fields))
  const next = events.find((event) => event.version === version + 1)
  const move = await reader.statusChange.findFirst({
    where: { claimId: claim.id, ...(next ? { at: { lt: next.at } } : {}) },
    orderBy: { at: 'desc' },
  })
  const unnamed = desk ? NOBODY : await unnamedFor(reader, claim.id)
  const maker = text(record.speaker)
  const speakerId = maker && unnamed.hidden.has(maker) ? null : maker
  const speakers = await speakerRefs(reader, speakerId ? [speakerId] : [])
  return {
    kind: 'found',
    page: {
      slug: claim.slug,
      shelf: claim.shelf,
      version,
      current: claim.version,
      statement: text(record.statement) ?? claim.statement,
      quote: text(record.quote),
      speaker: speakerId ? (speakers.get(speakerId) ?? null) : null,
      saidOn: text(record.saidOn),
      venue: text(record.venue),
      place: text(record.place),
      note: text(record.note),
      speechAct: text(record.speechAct) ?? claim.speechAct,
      basis: text(record.basis) ?? claim.basis,
      parts: await partsOf(reader, desk, unnamed, record),
      status: move?.after ?? claim.status,
      at: last.at.toISOString(),
      actor: last.actorName,
      reason: last.reason,
    },
  }
}
