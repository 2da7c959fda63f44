/** Which claims may change when a speaker, a source or one of their links does. */
import type { Reader } from '../client'
import { Prisma } from '../generated/sqlite/client'

/**
 * The claims whose derivation may look at any of these nodes. The nodes that a claim's graph reaches are its facets
 * and its maker; around them the rules ask who publishes, issues, employs and vouches, and who has a stake
 * (./assemble.ts), which is followed backwards here instead of being stored with every claim.
 * @param nodeIds ids of speakers and sources
 * @returns ids of claims on every shelf, in order; perhaps some that do not depend on them after all
 */
export const dependentsIn = async (tx: Reader, nodeIds: readonly string[]): Promise<string[]> => {
  const ids = [...new Set(nodeIds)]
  if (ids.length === 0) return []
  // Every unnamed speaker that nobody vouches for is vouched for by the newsroom itself.
  const newsroom = await tx.setting.findUnique({ where: { key: 'newsroom' } })
  if (newsroom && ids.includes(newsroom.value)) {
    const all = await tx.claim.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    return all.map(({ id }) => id)
  }
  const given = Prisma.join(ids)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH party AS (
      SELECT "id" FROM "Node" WHERE "id" IN (${given})
      UNION SELECT "id" FROM "Speaker" WHERE "vouchedById" IN (${given})
      UNION SELECT "id" FROM "Speaker" WHERE "affiliationId" IN (${given})
      UNION SELECT "speakerId" FROM "Role" WHERE "orgId" IN (${given})
    ), capacity AS (
      SELECT "id", "fromId" FROM "Link" WHERE "capacityOrgId" IN (SELECT "id" FROM party)
    ), reached AS (
      SELECT "id" FROM party
      UNION SELECT "id" FROM "Source" WHERE "publisherId" IN (SELECT "id" FROM party)
      UNION SELECT "id" FROM "Source" WHERE "issuerId" IN (SELECT "id" FROM party)
      UNION SELECT "fromId" FROM capacity
    )
    SELECT "claimId" AS "id" FROM "ClaimFacet"
      WHERE "kind" IN ('source', 'testifies', 'depends') AND "value" IN (SELECT "id" FROM reached)
    UNION SELECT "id" FROM "Claim" WHERE "speakerId" IN (SELECT "id" FROM reached)
    UNION SELECT "id" FROM "Claim" WHERE "capacityOrgId" IN (SELECT "id" FROM party)
    UNION SELECT "claimId" FROM "Stake" WHERE "partyId" IN (SELECT "id" FROM party)
    UNION SELECT "claimId" FROM "Evidence" WHERE "capacityOrgId" IN (SELECT "id" FROM party)
    UNION SELECT "claimId" FROM "Evidence" WHERE "vouchedById" IN (SELECT "id" FROM party)
    UNION SELECT "claimId" FROM "LinkClaim" WHERE "linkId" IN (SELECT "id" FROM capacity)`
  return rows.map(({ id }) => id).sort()
}
