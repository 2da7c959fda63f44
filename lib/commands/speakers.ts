import { z } from 'zod'
import { newId } from '../domain/ids'
import { id, line, maybe, prose } from '../domain/input/parts'
import { type SpeakerRecord, speakerInput } from '../domain/input/speaker'
import { sortForm } from '../domain/sorting'
import { shelf } from '../domain/vocabulary'
import { type Context, command, stop } from './command'
import { writeEvent } from './events'
import { requireSpeakers } from './references'
import { freeSlug } from './slugs'

/** Options that loaders use besides the record itself: the shelf, and an address other than the name's. */
const placing = { shelf: shelf.default('public'), slug: z.string().max(80).optional() }

/** Every speaker that a speaker's record refers to. */
export const speakerReferences = (speaker: SpeakerRecord) => [
  { field: 'vouchedBy', id: speaker.vouchedBy },
  { field: 'affiliation', id: speaker.affiliation },
  ...speaker.roles.map((role, i) => ({ field: `roles.${i}.org`, id: role.org })),
  ...speaker.mayOverlap.map((other, i) => ({ field: `mayOverlap.${i}`, id: other })),
]

/** Stops where a reference leads to a speaker of a kind that cannot stand there, or to a group that is not recorded. */
export const requireKinds = async ({ tx }: Context, speaker: SpeakerRecord) => {
  if (speaker.group && !(await tx.independenceGroup.findUnique({ where: { id: speaker.group } })))
    stop({
      code: 'invalid',
      field: 'group',
      sentence: `No independence group is recorded under “${speaker.group}”.`,
    })
  const orgs = [speaker.vouchedBy, speaker.affiliation, ...speaker.roles.map((r) => r.org)].filter(
    (x) => x !== null,
  )
  const others = await tx.speaker.findMany({
    where: { id: { in: [...orgs, ...speaker.mayOverlap] } },
    select: { id: true, kind: true, name: true },
  })
  const notOrg = others.find((o) => orgs.includes(o.id) && o.kind !== 'organization')
  if (notOrg)
    stop({
      code: 'invalid',
      field: speaker.vouchedBy === notOrg.id ? 'vouchedBy' : 'roles',
      sentence: `${notOrg.name} is not an organization, so nobody can have a role there or be vouched for by it.`,
    })
  const named = others.find((o) => speaker.mayOverlap.includes(o.id) && o.kind !== 'anonymous')
  if (named)
    stop({
      code: 'invalid',
      field: 'mayOverlap',
      sentence: `${named.name} is named; an unnamed group is never linked to a name. Say what was published in the note on identity.`,
    })
}

/** The columns that editors record of a speaker, as stored. */
export const speakerColumns = (speaker: SpeakerRecord) => ({
  kind: speaker.kind,
  name: speaker.name,
  sortName: sortForm(speaker.name),
  description: speaker.description,
  identityNote: speaker.identityNote,
  outlet: speaker.outlet,
  groupId: speaker.group,
  headCountWording: speaker.headCount?.wording ?? null,
  headCountMin: speaker.headCount?.min ?? null,
  headCountMax: speaker.headCount?.max ?? null,
  vouchedById: speaker.vouchedBy,
  affiliationId: speaker.affiliation,
  anonymityReason: speaker.anonymityReason,
  wikidataId: speaker.wikidataId,
  aliases: JSON.stringify(speaker.aliases),
  sameAs: JSON.stringify(speaker.sameAs),
  policyLinks: JSON.stringify(speaker.policyLinks),
})

/** Records a speaker: a person, an organization, or an unnamed group with the outlet that vouches for it. */
export const recordSpeaker = command(
  z.intersection(speakerInput, z.object(placing)),
  'record',
  ({ shelf }) => ({ kind: 'speaker', ...(shelf === 'desk' ? { state: 'draft' } : {}) }),
  async (context, input) => {
    const { tx, at, actor } = context
    await requireSpeakers(tx, speakerReferences(input))
    await requireKinds(context, input)
    const speakerId = input.id ?? newId()
    if (await tx.node.findUnique({ where: { id: speakerId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${speakerId}” is in use already.` })
    const slug = await freeSlug(tx, 'speaker', input.slug ?? input.name)
    await tx.node.create({ data: { id: speakerId, kind: 'speaker' } })
    await tx.speaker.create({
      data: {
        id: speakerId,
        slug,
        ...speakerColumns(input),
        shelf: input.shelf,
        ownerId: actor.kind === 'user' ? actor.id : null,
        recordedAt: at,
        updatedAt: at,
        roles: {
          create: input.roles.map(({ org, ...role }, position) => ({
            id: newId(),
            orgId: org,
            ...role,
            position,
          })),
        },
        mayOverlap: { create: [...new Set(input.mayOverlap)].map((otherId) => ({ otherId })) },
      },
    })
    await writeEvent(context, {
      kind: 'speaker.recorded',
      subjectKind: 'speaker',
      subjectId: speakerId,
      version: 1,
      shelf: input.shelf,
      summary: input.name,
      after: { ...input, id: speakerId, slug },
    })
    return { id: speakerId, slug, version: 1 }
  },
)

/** Records a group of organizations that cannot be independent of one another. */
export const recordGroup = command(
  z.object({ id, name: line(200, 'The name of the group'), note: maybe(prose(1000, 'The note')) }),
  'record',
  () => ({ kind: 'speaker' }),
  async (context, input) => {
    if (await context.tx.independenceGroup.findUnique({ where: { id: input.id } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The group “${input.id}” is recorded already.` })
    await context.tx.independenceGroup.create({ data: input })
    await writeEvent(context, {
      kind: 'group.recorded',
      subjectKind: 'group',
      subjectId: input.id,
      version: 1,
      shelf: 'public',
      summary: input.name,
      after: input,
    })
    return { id: input.id }
  },
)
