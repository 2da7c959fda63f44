import { z } from 'zod'
import type { Tx } from '../db/client'
import { type SpeakerKept, speakerKept } from '../db/records'
import { type Actor, can, recordSubject } from '../domain/actor'
import { newId } from '../domain/ids'
import { type SpeakerRecord, speakerInput } from '../domain/input/speaker'
import { sortForm } from '../domain/sorting'
import { type Context, commandOn, stop } from './command'
import { dependentsOf } from './dependents'
import { recordThen, restoring } from './earlier'
import { changesBetween, writeEvent } from './events'
import { inTurn, placing, publishing } from './placing'
import { requireSpeakers } from './references'
import { type Settled, settle } from './settle'
import { requireKinds, speakerColumns, speakerReferences } from './speakers'
import { changing, refuseStale, requireReason } from './stale'

/** Fields that the derivation of no claim looks at: a change of these alone moves nothing. */
const APART = new Set([
  'description',
  'identityNote',
  'outlet',
  'headCount',
  'anonymityReason',
  'mayOverlap',
  'aliases',
  'sameAs',
  'wikidataId',
  'policyLinks',
])

/** The speaker that a command is about. Stops where there is none, or where it was merged into another. */
export const speakerHere = async ({ tx }: Context, id: string): Promise<SpeakerKept> => {
  const speaker = await speakerKept(tx, id)
  if (!speaker) return stop({ code: 'not_found', sentence: 'This speaker is not recorded here.' })
  if (speaker.mergedIntoId)
    return stop({ code: 'gone', sentence: 'This speaker was merged into another; change that one instead.' })
  return speaker
}

/**
 * Stops where the kind of a speaker may not change. An unnamed speaker stays unnamed and a named one named, whatever
 * else is wrong with it: the same record under a name would say who it was.
 */
const refuseKind = async ({ tx }: Context, before: SpeakerKept, kind: string): Promise<void> => {
  const was = before.record.kind
  if (was === kind) return
  if (was === 'anonymous' || kind === 'anonymous')
    stop({
      code: 'invalid',
      field: 'kind',
      sentence:
        'An unnamed speaker never becomes a named one, nor a named one unnamed: what is recorded of it would say who it is. Record another speaker instead.',
    })
  if (kind !== 'person') return
  const id = before.id
  const held =
    (await tx.role.count({ where: { orgId: id } })) +
    (await tx.speaker.count({ where: { OR: [{ vouchedById: id }, { affiliationId: id }] } })) +
    (await tx.link.count({
      where: { toId: id, withdrawnAt: null, from: { speaker: { kind: 'anonymous' } } },
    }))
  if (held > 0)
    stop({
      code: 'blocked',
      field: 'kind',
      sentence:
        'This is an organization to others here: people have roles in it, or unnamed speakers refer to it. Point those elsewhere first.',
    })
}

const roleKey = (role: object) => JSON.stringify(role)

/** Rewrites the roles that changed; one that stays as it was keeps its row. */
const writeRoles = async (tx: Tx, speakerId: string, roles: SpeakerRecord['roles']): Promise<void> => {
  const stored = await tx.role.findMany({ where: { speakerId }, orderBy: { position: 'asc' } })
  const free = stored.map(({ id, orgId, title, kind, from, to, ended, position }) => ({
    id,
    position,
    key: roleKey({ org: orgId, title, kind, from, to, ended }),
  }))
  for (const [position, { org, title, kind, from, to, ended }] of roles.entries()) {
    const role = { org, title, kind, from, to, ended }
    const at = free.findIndex(({ key }) => key === roleKey(role))
    const same = at < 0 ? undefined : free.splice(at, 1)[0]
    if (!same)
      await tx.role.create({
        data: { id: newId(), speakerId, orgId: org, title, kind, from, to, ended, position },
      })
    else if (same.position !== position) await tx.role.update({ where: { id: same.id }, data: { position } })
  }
  await tx.role.deleteMany({ where: { id: { in: free.map(({ id }) => id) } } })
}

const recordOf = (input: SpeakerRecord): SpeakerKept['record'] => {
  const { kind, name, description, identityNote, outlet, group, headCount, vouchedBy, affiliation } = input
  const { anonymityReason, mayOverlap, roles, aliases, sameAs, wikidataId, policyLinks } = input
  return {
    kind,
    name,
    description,
    identityNote,
    outlet,
    group,
    headCount,
    vouchedBy,
    affiliation,
    anonymityReason,
    mayOverlap: [...new Set(mayOverlap)].sort(),
    roles: roles.map(({ org, title, kind, from, to, ended }) => ({ org, title, kind, from, to, ended })),
    aliases,
    sameAs,
    wikidataId,
    policyLinks,
  }
}

const UNCHANGED: Settled = { moved: [], job: null }

const mayEdit = (actor: Actor, before: SpeakerKept): boolean =>
  can(actor, 'edit', recordSubject('speaker', before))

/** Makes the record what the input says, with one event; every claim that it may touch is derived anew. */
const changeSpeaker = async (
  context: Context,
  before: SpeakerKept,
  input: SpeakerRecord & { version: number; reason: string | null },
  kind: 'speaker.edited' | 'speaker.restored',
) => {
  const { tx, at } = context
  await refuseStale(input.version, before.version, async () => before)
  requireReason(before.shelf, input.reason)
  await refuseKind(context, before, input.kind)
  await requireSpeakers(tx, speakerReferences(input))
  await requireKinds(context, input)
  const { id } = before
  if (input.mayOverlap.includes(id) || input.roles.some(({ org }) => org === id))
    stop({ code: 'invalid', field: 'mayOverlap', sentence: 'A speaker is not linked to itself.' })
  const record = recordOf(input)
  const changes = changesBetween(before.record, record)
  const same = { id, slug: before.slug, version: before.version, ...UNCHANGED }
  if (changes.length === 0) return same
  const version = before.version + 1
  await tx.speaker.update({
    where: { id },
    data: { ...speakerColumns({ ...input, ...record }), version, updatedAt: at },
  })
  await writeRoles(tx, id, record.roles)
  await tx.mayOverlap.deleteMany({ where: { speakerId: id, otherId: { notIn: record.mayOverlap } } })
  for (const otherId of record.mayOverlap) {
    const key = { speakerId: id, otherId }
    await tx.mayOverlap.upsert({ where: { speakerId_otherId: key }, create: key, update: {} })
  }
  if (record.name !== before.record.name)
    await tx.claim.updateMany({ where: { speakerId: id }, data: { speakerSort: sortForm(record.name) } })
  const eventId = await writeEvent(context, {
    kind,
    subjectKind: 'speaker',
    subjectId: id,
    version,
    shelf: before.shelf,
    summary: record.name,
    reason: input.reason,
    before: before.record as unknown as Record<string, unknown>,
    after: record as unknown as Record<string, unknown>,
  })
  if (changes.every(({ field }) => APART.has(field))) return { ...same, version }
  // Who depends on a speaker follows from rows that refer to it, and none of its own columns.
  const ids = await dependentsOf(tx, [id])
  return {
    ...same,
    version,
    ...(await settle(context, { eventId, subjectId: id, nodes: [id] }, ids)),
  }
}

/** Changes what is recorded of a speaker; every claim that it may touch is derived anew. */
export const editSpeaker = commandOn(
  z.intersection(speakerInput, z.object(changing)),
  inTurn(speakerHere),
  mayEdit,
  (context, input, before) => changeSpeaker(context, before, input, 'speaker.edited'),
)

/** Makes a speaker what it was in an earlier version, as a new change. */
export const restoreSpeaker = commandOn(
  restoring,
  inTurn(speakerHere),
  mayEdit,
  async (context, input, before) => {
    const { id, version, reason, to } = input
    // A stale page is told so before anything of the past is read.
    await refuseStale(version, before.version, async () => before)
    const then = await recordThen(context, { kind: 'speaker', id, to }, speakerInput, before.record)
    return changeSpeaker(context, before, { ...then, version, reason }, 'speaker.restored')
  },
)

const placed = {
  kind: 'speaker',
  here: speakerHere,
  title: ({ record }: SpeakerKept) => record.name,
  put: ({ tx }: Context, id: string, data: object) => tx.speaker.update({ where: { id }, data }),
} as const

/** Takes a speaker that nothing rests on away from readers; its address answers that it was here. */
export const withdrawSpeaker = placing(placed, true)
/** Puts a withdrawn speaker back before readers. */
export const reinstateSpeaker = placing(placed, false)
/** Puts a proposed speaker before readers, with what it leads to. */
export const publishSpeaker = publishing(placed)
