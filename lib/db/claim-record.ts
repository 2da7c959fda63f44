/** A claim as it is recorded: its rows read back into the form of its input, with what stands beside them. */
import { canonicalClaim, type EditableClaim, editableClaim } from '../domain/claim-record'
import type { ClaimState, Shelf } from '../domain/vocabulary'
import type { Reader } from './client'
import type { Prisma } from './generated/sqlite/client'

export interface ClaimKept {
  id: string
  slug: string
  shelf: Shelf
  state: ClaimState
  stateNote: string | null
  ownerId: string | null
  submittedById: string | null
  publishedAt: Date | null
  version: number
  status: string
  shownStatus: string
  inputsHash: string
  saidFrom: number
  saidTo: number
  record: EditableClaim
}

const parts = {
  stakes: true,
  topics: true,
  appearances: { orderBy: { position: 'asc' } },
  evidence: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  relationsOut: true,
  links: { where: { link: { scope: 'claims', withdrawnAt: null } }, include: { link: true } },
} satisfies Prisma.ClaimInclude

const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/**
 * Reads a claim of any shelf.
 * @param where its id, or its address
 */
export const claimKept = async (
  reader: Reader,
  where: { id: string } | { slug: string },
): Promise<ClaimKept | null> => {
  const row = await reader.claim.findUnique({ where, include: parts })
  return row && keptOf(row)
}

/** Reads claims by their ids, at most 800 at once: a database binds no more values in one statement. */
export const claimsKept = async (reader: Reader, ids: string[]): Promise<ClaimKept[]> =>
  (await reader.claim.findMany({ where: { id: { in: ids } }, include: parts })).map(keptOf)

const keptOf = (row: Prisma.ClaimGetPayload<{ include: typeof parts }>): ClaimKept => {
  const raw: Record<keyof EditableClaim, unknown> = {
    statement: row.statement,
    quote: row.quote,
    quoteSelector: json(row.quoteSelector),
    speechAct: row.speechAct,
    speaker: row.speakerId,
    basis: row.basis,
    capacity: row.capacity,
    capacityOrg: row.capacityOrgId,
    stakes: row.stakes.map(({ partyId, stake, note }) => ({ party: partyId, stake, note })),
    saidOn: row.saidOn,
    venue: row.venue,
    place: row.place,
    note: row.note,
    language: row.language,
    topics: row.topics.map(({ topicId }) => topicId),
    relations: row.relationsOut.map(({ toId, kind, note }) => ({ to: toId, kind, note })),
    appearances: row.appearances.map(({ sourceId, locator, selector, wording }) => ({
      source: sourceId,
      locator,
      selector: json(selector),
      wording,
    })),
    links: row.links.map(({ link }) => ({
      from: link.fromId,
      to: link.toId,
      mode: link.mode,
      basis: link.basis,
      capacity: link.capacity,
      capacityOrg: link.capacityOrgId,
      wording: link.wording,
    })),
    evidence: row.evidence.map((item) => ({
      id: item.id,
      relation: item.relation,
      covers: item.covers,
      target: item.targetId,
      basis: item.basis,
      capacity: item.capacity,
      capacityOrg: item.capacityOrgId,
      access: item.access,
      state: item.state,
      stateNote: item.stateNote,
      excerpt: item.excerpt,
      selector: json(item.selector),
      locator: item.locator,
      note: item.note,
      vouchedBy: item.vouchedById,
    })),
  }
  const { id, slug, stateNote, ownerId, submittedById, publishedAt, version } = row
  return {
    id,
    slug,
    shelf: row.shelf as Shelf,
    state: row.state as ClaimState,
    stateNote,
    ownerId,
    submittedById,
    publishedAt,
    version,
    status: row.status,
    shownStatus: row.shownStatus,
    inputsHash: row.inputsHash,
    saidFrom: row.saidFrom,
    saidTo: row.saidTo,
    record: canonicalClaim(raw as EditableClaim),
  }
}

/**
 * What a claim recorded in one of its versions: the records of its events up to it, laid over one another.
 * @returns missing where it never had that version; unreadable where it does not fit the rules of today
 */
export const recordAt = async (
  reader: Reader,
  claimId: string,
  version: number,
): Promise<EditableClaim | 'missing' | 'unreadable'> => {
  const events = await reader.event.findMany({
    where: { subjectKind: 'claim', subjectId: claimId, version: { lte: version } },
    orderBy: { version: 'asc' },
    select: { version: true, record: true },
  })
  if (events.at(-1)?.version !== version) return 'missing'
  const parsed = editableClaim.safeParse(Object.assign({}, ...events.map(({ record }) => JSON.parse(record))))
  return parsed.success ? (parsed.data as EditableClaim) : 'unreadable'
}
