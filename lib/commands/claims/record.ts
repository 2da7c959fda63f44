import { z } from 'zod'
import { shareTurn } from '../../db/turns'
import { dayBounds } from '../../domain/derived'
import { newId } from '../../domain/ids'
import { type ClaimRecord, claimInput } from '../../domain/input/claim'
import { sortForm } from '../../domain/sorting'
import type { Status } from '../../domain/sourcing/types'
import { type Context, command, stop } from '../command'
import { writeEvent } from '../events'
import { joinLinks, requireLinkEnds } from '../links'
import { rederive } from '../rederive'
import {
  type Reference,
  refuseTwice,
  requireClaims,
  requireNodes,
  requireSources,
  requireSpeakers,
  requireTopics,
} from '../references'
import { freeSlug } from '../slugs'

/** Where a new claim goes: straight to readers, to the desk as a draft, or into the teaching ledger. */
export const claimPlace = z.enum(['public', 'desk', 'teaching'])

const list = <T>(items: readonly T[], path: string, id: (item: T) => string | null): Reference[] =>
  items.map((item, i) => ({ field: path.replace('*', String(i)), id: id(item) }))

/** Stops where a claim says one thing twice, or gives an item of evidence the id of another. */
export const refuseDuplicates = async (
  { tx }: Context,
  claim: ClaimRecord,
  /** The claim that keeps the items that it has. */
  ownId?: string,
): Promise<void> => {
  const ids = list(claim.evidence, 'evidence.*.id', (e) => e.id ?? null)
  refuseTwice(ids)
  refuseTwice(list(claim.stakes, 'stakes.*.party', (s) => s.party))
  refuseTwice(list(claim.relations, 'relations.*.to', (r) => `${r.kind} ${r.to}`))
  const given = ids.flatMap(({ id }) => id ?? [])
  if (given.length === 0) return
  const used = await tx.evidence.findFirst({
    where: {
      id: { in: given },
      ...(ownId === undefined ? {} : { claimId: { not: ownId } }),
    },
  })
  if (used)
    stop({
      code: 'duplicate',
      field: ids.find(({ id }) => id === used.id)?.field ?? 'evidence',
      sentence: `The id “${used.id}” is in use already.`,
    })
}

/** Stops at the first reference of a claim to something that is not recorded. */
export const requireParts = async ({ tx }: Context, claim: ClaimRecord): Promise<void> => {
  await requireSpeakers(tx, [
    { field: 'speaker', id: claim.speaker },
    { field: 'capacityOrg', id: claim.capacityOrg },
    ...list(claim.stakes, 'stakes.*.party', (s) => s.party),
    ...list(claim.evidence, 'evidence.*.vouchedBy', (e) => e.vouchedBy),
    ...list(claim.evidence, 'evidence.*.capacityOrg', (e) => e.capacityOrg),
  ])
  await requireSources(
    tx,
    list(claim.appearances, 'appearances.*.source', (a) => a.source),
  )
  await requireNodes(
    tx,
    list(claim.evidence, 'evidence.*.target', (e) => e.target),
  )
  await requireTopics(
    tx,
    list(claim.topics, 'topics.*', (t) => t),
  )
  await requireClaims(
    tx,
    list(claim.relations, 'relations.*.to', (r) => r.to),
  )
  await requireLinkEnds(tx, claim.links, 'links')
}

/** The columns that editors record of a claim, as stored. */
export const claimColumns = (claim: ClaimRecord, speakerName: string | null) => {
  const said = dayBounds(claim.saidOn)
  return {
    statement: claim.statement,
    quote: claim.quote,
    quoteSelector: claim.quoteSelector ? JSON.stringify(claim.quoteSelector) : null,
    speechAct: claim.speechAct,
    speakerId: claim.speaker,
    speakerSort: speakerName ? sortForm(speakerName) : '',
    capacity: claim.capacity,
    capacityOrgId: claim.capacityOrg,
    basis: claim.basis,
    saidOn: claim.saidOn,
    saidFrom: said.from,
    saidTo: said.to,
    venue: claim.venue,
    place: claim.place,
    note: claim.note,
    language: claim.language,
  }
}

/** Stands in a row between its insert and its first derivation, in the same transaction. */
export const UNDERIVED = {
  status: '',
  shownStatus: '',
  statusRank: -1,
  family: '',
  rule: '',
  ruleset: '',
  sentence: '',
  sentenceFacts: '',
  originsSort: -1,
  tierFor: 0,
  tierAgainst: 0,
  flags: '[]',
  evidenceFor: 0,
  evidenceAgainst: 0,
  inputsHash: '',
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The rows under a claim, in the form that a nested create takes. */
export const claimPartRows = (claim: ClaimRecord, at: Date) => ({
  stakes: { create: claim.stakes.map(({ party, stake, note }) => ({ partyId: party, stake, note })) },
  topics: { create: unique(claim.topics).map((topicId) => ({ topicId })) },
  appearances: {
    create: claim.appearances.map(({ source, selector, ...rest }, position) => ({
      id: newId(),
      sourceId: source,
      selector: selector ? JSON.stringify(selector) : null,
      position,
      ...rest,
    })),
  },
  evidence: {
    create: claim.evidence.map(({ id, target, capacityOrg, vouchedBy, selector, ...rest }, position) => ({
      id: id ?? newId(),
      targetId: target,
      capacityOrgId: capacityOrg,
      vouchedById: vouchedBy,
      selector: selector ? JSON.stringify(selector) : null,
      position,
      recordedAt: at,
      ...rest,
    })),
  },
  relationsOut: {
    create: claim.relations.map(({ to, kind, note }) => ({ id: newId(), toId: to, kind, note })),
  },
})

export type ClaimParts = ReturnType<typeof claimPartRows>

/** Refuses a claim whose background evidence leads to a name, at any depth (rules.md §1, Evidence). */
export const refuseNamedOnBackground = async ({ tx }: Context, ...claimIds: string[]): Promise<void> => {
  const claims = await tx.claim.findMany({ where: { id: { in: claimIds } }, select: { flags: true } })
  if (claims.some(({ flags }) => (JSON.parse(flags) as string[]).includes('named_speaker_on_background')))
    stop({
      code: 'refused_access',
      field: 'evidence',
      sentence:
        'Evidence given on background leads to somebody who is named here. Point it at an unnamed speaker that the outlet vouches for, or record that it may be quoted by name.',
    })
}

/**
 * Records a claim with everything it came with: where it appears, the links that carried it, its evidence.
 * @returns the claim's id, address and derived status
 */
export const recordClaim = command(
  claimInput.and(z.object({ shelf: claimPlace.default('public') })),
  'record',
  (input) => ({ kind: 'claim', state: input.shelf === 'desk' ? 'draft' : 'published' }),
  async (context, { shelf, ...given }) => {
    const { tx, at, actor } = context
    await shareTurn(tx)
    await requireParts(context, given)
    await refuseDuplicates(context, given)
    // The event holds the ids too, so that a later change can be told from another item.
    const input = { ...given, evidence: given.evidence.map((item) => ({ ...item, id: item.id ?? newId() })) }
    const claimId = input.id ?? newId()
    if (await tx.claim.findUnique({ where: { id: claimId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${claimId}” is in use already.` })
    const slug = await freeSlug(tx, 'claim', input.slug ?? input.statement)
    const maker = input.speaker ? await tx.speaker.findUnique({ where: { id: input.speaker } }) : null
    await tx.claim.create({
      data: {
        id: claimId,
        slug,
        shelf,
        state: shelf === 'desk' ? 'draft' : 'published',
        ownerId: actor.kind === 'user' ? actor.id : null,
        publishedAt: shelf === 'desk' ? null : at,
        ...claimColumns(input, maker?.name ?? null),
        ...UNDERIVED,
        recordedAt: at,
        updatedAt: at,
        ...claimPartRows(input, at),
      },
    })
    await joinLinks(context, claimId, input.links)
    const eventId = await writeEvent(context, {
      kind: 'claim.recorded',
      subjectKind: 'claim',
      subjectId: claimId,
      version: 1,
      shelf,
      summary: input.statement,
      after: { ...input, id: claimId, slug },
    })
    const moved = await rederive(tx, [claimId], { id: eventId, at })
    await refuseNamedOnBackground(context, claimId)
    return { id: claimId, slug, version: 1, status: moved[0]?.after as Status }
  },
)
