/** Changes of what is recorded of a claim: by an editor, or back to how an earlier version had it. */
import { z } from 'zod'
import { type ClaimKept, recordAt } from '../../db/claim-record'
import {
  type ClaimField,
  canonicalClaim,
  changedFields,
  type EditableClaim,
  editableClaim,
  fieldsOf,
  linkKey,
} from '../../domain/claim-record'
import { newId } from '../../domain/ids'
import { maybe, prose } from '../../domain/input/parts'
import { type Context, commandOn, refusalOf, stop } from '../command'
import { writeEvent } from '../events'
import { joinLinks } from '../links'
import { type CountedBefore, rederive } from '../rederive'
import {
  type ClaimParts,
  claimColumns,
  claimPartRows,
  refuseDuplicates,
  refuseNamedOnBackground,
  requireParts,
} from './record'
import { publishNamed } from './shelves'
import { claimAt, loadClaim, mayDo, refuseStale, takeVersion } from './subject'

export interface Edited {
  id: string
  slug: string
  version: number
  /** The derived status after it. */
  status: string
  changed: ClaimField[]
}

/** Items of evidence keep their ids through edits; a new one gets one here, so that the event holds it. */
const withIds = (record: EditableClaim): EditableClaim => ({
  ...record,
  evidence: record.evidence.map((item) => ({ ...item, id: item.id ?? newId() })),
})

const replaceEvidence = async (
  { tx }: Context,
  claim: ClaimKept,
  items: ClaimParts['evidence']['create'],
): Promise<void> => {
  const had = new Set(claim.record.evidence.map(({ id }) => id))
  await tx.evidence.deleteMany({ where: { claimId: claim.id, id: { notIn: items.map(({ id }) => id) } } })
  for (const { id, recordedAt, ...item } of items)
    if (had.has(id)) await tx.evidence.updateMany({ where: { id, claimId: claim.id }, data: item })
    else await tx.evidence.create({ data: { id, recordedAt, claimId: claim.id, ...item } })
}

const replaceLinks = async (context: Context, claim: ClaimKept, links: EditableClaim['links']) => {
  const { tx } = context
  const wanted = new Set(links.map(linkKey))
  const had = new Set(claim.record.links.map(linkKey))
  const joined = await tx.linkClaim.findMany({
    where: { claimId: claim.id, link: { scope: 'claims', withdrawnAt: null } },
    include: { link: true },
  })
  const gone = joined.filter(
    ({ link }) =>
      !wanted.has(
        linkKey({
          ...(link as object as EditableClaim['links'][number]),
          from: link.fromId,
          to: link.toId,
          capacityOrg: link.capacityOrgId,
        }),
      ),
  )
  await tx.linkClaim.deleteMany({
    where: { claimId: claim.id, linkId: { in: gone.map(({ linkId }) => linkId) } },
  })
  await joinLinks(
    context,
    claim.id,
    links.filter((link) => !had.has(linkKey(link))),
  )
}

/** Writes the rows under a claim anew, where they differ. */
const replaceParts = async (
  context: Context,
  claim: ClaimKept,
  after: EditableClaim,
  changed: readonly ClaimField[],
): Promise<void> => {
  const { tx, at } = context
  const rows = claimPartRows(after, at)
  const claimId = claim.id
  const under = <T extends object>(items: readonly T[]) => items.map((item) => ({ claimId, ...item }))
  const where = { claimId }
  for (const field of changed)
    if (field === 'stakes') {
      await tx.stake.deleteMany({ where })
      await tx.stake.createMany({ data: under(rows.stakes.create) })
    } else if (field === 'topics') {
      await tx.claimTopic.deleteMany({ where })
      await tx.claimTopic.createMany({ data: under(rows.topics.create) })
    } else if (field === 'appearances') {
      await tx.appearance.deleteMany({ where })
      await tx.appearance.createMany({ data: under(rows.appearances.create) })
    } else if (field === 'relations') {
      await tx.claimRelation.deleteMany({ where: { fromId: claimId } })
      await tx.claimRelation.createMany({
        data: rows.relationsOut.create.map((row) => ({ fromId: claimId, ...row })),
      })
    } else if (field === 'evidence') await replaceEvidence(context, claim, rows.evidence.create)
    else if (field === 'links') await replaceLinks(context, claim, after.links)
}

/** A change that is written, and from which nothing is derived yet. */
interface Written {
  claim: ClaimKept
  after: EditableClaim
  changed: ClaimField[]
  version: number
  eventId: string
  before: CountedBefore
}

interface Why {
  kind: 'claim.edited' | 'claim.restored'
  reason: string | null
}

/**
 * Makes a claim's record what `input` says, with one event for the fields that differ.
 * @returns null where nothing differs
 */
const writeRecord = async (
  context: Context,
  claim: ClaimKept,
  input: EditableClaim,
  { kind, reason }: Why,
): Promise<Written | null> => {
  const { tx } = context
  const { id, shelf } = claim
  if (shelf === 'closed')
    stop({ code: 'gone', sentence: 'This claim is withdrawn or hidden. Open it again, then change it.' })
  await requireParts(context, input)
  await refuseDuplicates(context, input, id)
  const after = canonicalClaim(withIds(input))
  const changed = changedFields(claim.record, after)
  if (changed.length === 0) return null
  if (claim.state === 'published' && !reason)
    stop({
      code: 'invalid',
      field: 'reason',
      sentence: 'Readers have seen this claim. Say in a few words why it changes.',
    })
  const maker = after.speaker ? await tx.speaker.findUnique({ where: { id: after.speaker } }) : null
  const { version, before } = await takeVersion(context, claim, claimColumns(after, maker?.name ?? null))
  await replaceParts(context, claim, after, changed)
  const eventId = await writeEvent(context, {
    kind,
    subjectKind: 'claim',
    subjectId: id,
    version,
    shelf,
    summary: after.statement,
    reason,
    before: fieldsOf(claim.record, changed),
    after: fieldsOf(after, changed),
  })
  return { claim, after, changed, version, eventId, before }
}

/** Derives what follows from changes, of many claims at once. @returns where claims moved, by their ids */
const settleRecords = async (context: Context, written: readonly Written[]): Promise<Map<string, string>> => {
  const { tx, at } = context
  const ids = written.map(({ claim }) => claim.id)
  const events = new Map(written.map(({ claim, eventId }) => [claim.id, eventId]))
  const before: CountedBefore = new Map(written.flatMap((each) => [...each.before]))
  const moves = await rederive(tx, ids, { id: events, at }, before)
  await refuseNamedOnBackground(context, ...ids)
  for (const { claim, after } of written)
    if (claim.shelf === 'public') await publishNamed(context, claim.id, after)
  return new Map(moves.map((move) => [move.claimId, move.after]))
}

const applyRecord = async (
  context: Context,
  claim: ClaimKept,
  input: EditableClaim,
  why: Why,
): Promise<Edited> => {
  const { id, slug } = claim
  const written = await writeRecord(context, claim, input, why)
  if (!written) return { id, slug, version: claim.version, status: claim.status, changed: [] }
  const moved = await settleRecords(context, [written])
  const { version, changed } = written
  return { id, slug, version, status: moved.get(id) ?? claim.status, changed }
}

/** Changes of many claims in one transaction, each with its own event; what follows is derived once, at the end. */
export class ManyEdits {
  private readonly written: Written[] = []

  constructor(private readonly context: Context) {}

  /** Whoever adds one has asked whether the actor may do it. @param claim as it was read in this transaction */
  async add(claim: ClaimKept, input: EditableClaim, reason: string): Promise<void> {
    const parsed = editableClaim.safeParse(input)
    if (!parsed.success) return stop(refusalOf(parsed.error))
    const why = { kind: 'claim.edited', reason } as const
    const written = await writeRecord(this.context, claim, parsed.data as EditableClaim, why)
    if (written) this.written.push(written)
  }

  async settle(): Promise<void> {
    if (this.written.length > 0) await settleRecords(this.context, this.written)
  }
}

/**
 * Replaces what is recorded of a claim. Its address stays. Where readers have seen it, a reason is required; where
 * nothing differs, nothing is written.
 */
export const editClaim = commandOn(
  editableClaim.extend({ ...claimAt.shape, reason: maybe(prose(1000, 'The reason')) }),
  loadClaim,
  mayDo('edit'),
  async (context, { id: _id, version, reason, ...input }, claim) => {
    await refuseStale(context, claim, version)
    return applyRecord(context, claim, input as EditableClaim, { kind: 'claim.edited', reason })
  },
)

const says = ({ id: _id, ...item }: EditableClaim['evidence'][number]) => JSON.stringify(item)

/** Items that were recorded without an id are those that say the same now, as far as there are any. */
const recognised = (record: EditableClaim, now: EditableClaim): EditableClaim => {
  const free = new Map(now.evidence.map((item) => [says(item), item.id]))
  return {
    ...record,
    evidence: record.evidence.map((item) => {
      const id = item.id ?? free.get(says(item))
      free.delete(says(item))
      return { ...item, id }
    }),
  }
}

/** Speakers that were merged into others since then. */
const followMerges = async ({ tx }: Context, record: EditableClaim): Promise<EditableClaim> => {
  let text = JSON.stringify(record)
  for (let step = 0; step < 10; step++) {
    const merged = (
      await tx.speaker.findMany({
        where: { mergedIntoId: { not: null } },
        select: { id: true, mergedIntoId: true },
      })
    ).filter(({ id }) => text.includes(`"${id}"`))
    if (merged.length === 0) break
    const into = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId]))
    text = JSON.stringify(JSON.parse(text), (key, value) =>
      REFERENCES.has(key) && into.has(value) ? into.get(value) : value,
    )
  }
  return JSON.parse(text) as EditableClaim
}

/** Fields that name a speaker, at any depth of a record. */
const REFERENCES = new Set(['speaker', 'capacityOrg', 'party', 'target', 'vouchedBy', 'from', 'to'])

const versionOf = async ({ tx }: Context, claim: ClaimKept, version: number): Promise<EditableClaim> => {
  const record = await recordAt(tx, claim.id, version)
  if (record === 'missing')
    return stop({ code: 'not_found', field: 'to', sentence: `This claim never had a version ${version}.` })
  if (record === 'unreadable')
    return stop({
      code: 'invalid',
      field: 'to',
      sentence: 'That version was recorded under other rules than today’s; write it again by hand.',
    })
  return record
}

/** Makes a claim what it was in an earlier version, as a new change that can be undone like any other. */
export const restoreVersion = commandOn(
  claimAt.extend({ to: z.int().min(1), reason: prose(1000, 'The reason') }),
  loadClaim,
  mayDo('edit'),
  async (context, { version, to, reason }, claim) => {
    await refuseStale(context, claim, version)
    const then = recognised(await versionOf(context, claim, to), claim.record)
    return applyRecord(context, claim, await followMerges(context, then), {
      kind: 'claim.restored',
      reason,
    })
  },
)
