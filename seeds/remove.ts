import { applyCounts, CountDeltas } from '../lib/commands/counts'
import { dropSample } from '../lib/commands/sample'
import type { Database, Tx } from '../lib/db/client'
import { inTurn } from '../lib/db/in-turn'
import { countKeys } from '../lib/domain/counted'

/** What the loaders recorded, read off their events: nobody else records under this name. */
const recordedBy = async (tx: Tx, actorName: string) => {
  const events = await tx.event.findMany({
    where: { actorName, actorId: null },
    select: { id: true, subjectKind: true, subjectId: true },
  })
  const of = (kind: string) => events.filter((e) => e.subjectKind === kind).map((e) => e.subjectId)
  return {
    claims: of('claim'),
    nodes: [...of('speaker'), ...of('source')],
    topics: of('topic'),
    groups: of('group'),
    links: of('link'),
  }
}

/** Whether anything that stays refers to what would go. */
const isBuiltOn = async (tx: Tx, gone: Awaited<ReturnType<typeof recordedBy>>): Promise<boolean> => {
  const staying = { claimId: { notIn: gone.claims } }
  const uses = await inTurn([
    () => tx.claimFacet.count({ where: { ...staying, value: { in: [...gone.nodes, ...gone.topics] } } }),
    () => tx.claimRelation.count({ where: { toId: { in: gone.claims }, fromId: { notIn: gone.claims } } }),
    () => tx.role.count({ where: { orgId: { in: gone.nodes }, speakerId: { notIn: gone.nodes } } }),
    () =>
      tx.source.count({
        where: {
          id: { notIn: gone.nodes },
          OR: [{ publisherId: { in: gone.nodes } }, { issuerId: { in: gone.nodes } }],
        },
      }),
    () =>
      tx.speaker.count({
        where: {
          id: { notIn: gone.nodes },
          OR: [
            { vouchedById: { in: gone.nodes } },
            { affiliationId: { in: gone.nodes } },
            { groupId: { in: gone.groups } },
          ],
        },
      }),
    () =>
      tx.link.count({
        where: {
          id: { notIn: gone.links },
          claims: { some: staying },
          OR: [{ fromId: { in: gone.nodes } }, { toId: { in: gone.nodes } }],
        },
      }),
  ])
  return uses.some((n) => n > 0)
}

const uncount = async (tx: Tx, claimIds: string[]) => {
  const deltas = new CountDeltas()
  const claims = await tx.claim.findMany({
    where: { id: { in: claimIds }, shelf: 'public' },
    include: { facets: true },
  })
  for (const claim of claims) deltas.add(countKeys(claim, claim.facets), claim.shownStatus, -1)
  await applyCounts(tx, deltas.entries())
  await dropSample(tx, claimIds)
}

const dropClaims = async (tx: Tx, claimIds: string[]) => {
  const where = { claimId: { in: claimIds } }
  await tx.claimFacet.deleteMany({ where })
  await tx.statusChange.deleteMany({ where })
  await tx.stake.deleteMany({ where })
  await tx.claimTopic.deleteMany({ where })
  await tx.appearance.deleteMany({ where })
  await tx.evidence.deleteMany({ where })
  await tx.linkClaim.deleteMany({ where })
  await tx.correctionRemoves.deleteMany({ where })
  await tx.override.deleteMany({ where })
  await tx.review.deleteMany({ where })
  await tx.claimRelation.deleteMany({ where: { fromId: { in: claimIds } } })
  await tx.claim.deleteMany({ where: { id: { in: claimIds } } })
}

const dropNodes = async (tx: Tx, nodes: string[], groups: string[]) => {
  const ids = { in: nodes }
  await tx.link.deleteMany({ where: { OR: [{ fromId: ids }, { toId: ids }] } })
  await tx.role.deleteMany({ where: { speakerId: ids } })
  await tx.mayOverlap.deleteMany({ where: { speakerId: ids } })
  await tx.identityLink.deleteMany({ where: { OR: [{ fromId: ids }, { toId: ids }] } })
  await tx.snapshot.deleteMany({ where: { sourceId: ids } })
  await tx.source.deleteMany({ where: { id: ids } })
  await tx.speaker.updateMany({
    where: { id: ids },
    data: { vouchedById: null, affiliationId: null, groupId: null },
  })
  await tx.speaker.deleteMany({ where: { id: ids } })
  await tx.node.deleteMany({ where: { id: ids } })
  await tx.independenceGroup.deleteMany({ where: { id: { in: groups } } })
}

/**
 * Takes out everything that a loader recorded, with its history: demonstration rows are the one thing that is deleted.
 * @returns how many claims went, or null where something that stays refers to them; then nothing is changed
 */
export const removeSeeded = (db: Database, actorName: string): Promise<number | null> =>
  db.write(async (tx) => {
    const gone = await recordedBy(tx, actorName)
    if (await isBuiltOn(tx, gone)) return null
    const subjects = [...gone.claims, ...gone.nodes, ...gone.topics, ...gone.groups, ...gone.links]
    await uncount(tx, gone.claims)
    await dropClaims(tx, gone.claims)
    await dropNodes(tx, gone.nodes, gone.groups)
    await tx.topic.deleteMany({ where: { id: { in: gone.topics } } })
    await tx.formerSlug.deleteMany({ where: { targetId: { in: subjects } } })
    await tx.event.deleteMany({ where: { subjectId: { in: subjects } } })
    return gone.claims.length
  })
