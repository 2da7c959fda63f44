/** What goes before readers with a claim, and what leaves them with it. */

import type { EditableClaim } from '../../domain/claim-record'
import type { Context } from '../command'

/** Speakers and sources that a claim names. */
const nodesOf = (claim: EditableClaim): string[] =>
  [
    claim.speaker,
    claim.capacityOrg,
    ...claim.stakes.map(({ party }) => party),
    ...claim.appearances.map(({ source }) => source),
    ...claim.links.flatMap(({ from, to, capacityOrg }) => [from, to, capacityOrg]),
    ...claim.evidence.flatMap(({ target, capacityOrg, vouchedBy }) => [target, capacityOrg, vouchedBy]),
  ].filter((id) => id !== null)

const onDesk = (ids: readonly string[]) => ({ id: { in: [...ids] }, shelf: 'desk' })

/** What stands on the desk among these and behind them: publishers, issuers, employers, vouchers. */
const deskNodes = async ({ tx }: Context, starts: readonly string[]) => {
  const speakers = new Set<string>()
  const sources = new Set<string>()
  let some = [...new Set(starts)]
  while (some.length > 0) {
    const people = await tx.speaker.findMany({
      where: onDesk(some),
      select: {
        id: true,
        vouchedById: true,
        affiliationId: true,
        roles: { select: { orgId: true } },
        mayOverlap: { select: { otherId: true } },
      },
    })
    const papers = await tx.source.findMany({
      where: onDesk(some),
      select: { id: true, publisherId: true, issuerId: true },
    })
    for (const { id } of people) speakers.add(id)
    for (const { id } of papers) sources.add(id)
    const behind = [
      ...people.flatMap(({ vouchedById, affiliationId, roles, mayOverlap }) => [
        vouchedById,
        affiliationId,
        ...roles.map(({ orgId }) => orgId),
        ...mayOverlap.map(({ otherId }) => otherId),
      ]),
      ...papers.flatMap(({ publisherId, issuerId }) => [publisherId, issuerId]),
    ].filter((id) => id !== null)
    some = [...new Set(behind)].filter((id) => !speakers.has(id))
  }
  return { speakers: [...speakers].sort(), sources: [...sources].sort() }
}

/** Speakers and sources that a claim's graph reaches, as it was last derived. */
const reachedBy = async ({ tx }: Context, claimId: string): Promise<string[]> => {
  const kind = { in: ['source', 'testifies', 'depends'] }
  const facets = await tx.claimFacet.findMany({ where: { claimId, kind }, select: { value: true } })
  return facets.map(({ value }) => value)
}

/**
 * Puts before readers what of these stands on the desk, and what stands there behind it.
 * @returns the ids of what was put before them
 */
export const putBeforeReaders = async (
  context: Context,
  starts: readonly string[],
  topicIds: readonly string[] = [],
): Promise<string[]> => {
  const { tx, at } = context
  const { speakers, sources } = await deskNodes(context, starts)
  const topics = await tx.topic.findMany({ where: onDesk(topicIds), select: { id: true } })
  const data = { shelf: 'public' }
  if (speakers.length > 0)
    await tx.speaker.updateMany({ where: onDesk(speakers), data: { ...data, updatedAt: at } })
  if (sources.length > 0)
    await tx.source.updateMany({ where: onDesk(sources), data: { ...data, updatedAt: at } })
  if (topics.length > 0) await tx.topic.updateMany({ where: onDesk(topics.map(({ id }) => id)), data })
  const ids = [...speakers, ...sources, ...topics.map(({ id }) => id)]
  if (ids.length > 0)
    await tx.event.updateMany({
      where: {
        subjectId: { in: ids },
        // How it was put together before is the desk's, as it is of a claim (decision 0061).
        kind: { in: ['speaker.recorded', 'source.recorded', 'topic.recorded'] },
        shelf: 'desk',
      },
      data,
    })
  return ids
}

/**
 * Puts before readers what was recorded on the desk for this claim, and what its sources lead to: its page names them,
 * so they can be read about.
 * @returns their ids, for the claim's event
 */
export const publishNamed = async (
  context: Context,
  claimId: string,
  claim: EditableClaim,
): Promise<string[]> =>
  putBeforeReaders(context, [...nodesOf(claim), ...(await reachedBy(context, claimId))], claim.topics)

/**
 * Moves the events of a claim and of its reviews between readers and the closed shelf. What happened on the desk, before
 * it was published, stays there.
 */
export const moveEvents = async (
  { tx }: Context,
  claimId: string,
  from: 'public' | 'closed',
  to: 'public' | 'closed',
): Promise<void> => {
  const reviews = await tx.review.findMany({ where: { claimId }, select: { id: true } })
  await tx.event.updateMany({
    where: {
      shelf: from,
      OR: [
        { subjectKind: 'claim', subjectId: claimId },
        { subjectKind: 'review', subjectId: { in: reviews.map(({ id }) => id) } },
      ],
    },
    data: { shelf: to },
  })
}
