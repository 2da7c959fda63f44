/** Chains that are recorded for other claims from the same source, to be copied into a form. */
import { claimKept } from '../../db/claim-record'
import type { Database } from '../../db/client'
import { can, type Viewer } from '../../domain/actor'
import type { ClaimForm } from '../../domain/claim-form/form'
import { formFrom } from '../../domain/claim-form/record'
import { linkKey } from '../../domain/claim-record'
import { nameIn, namesByIds } from './editable'

export interface ChainView {
  /** The claim whose chain it is. */
  claim: string
  statement: string
  /** The names along it, from where it appeared. */
  names: string[]
}

/** Claims that are looked through for chains, the latest first. */
const LOOKED = 40
/** Chains that are offered. */
const MOST = 4

const mayCopy = (viewer: Viewer) => can(viewer, 'record', { kind: 'claim', state: 'draft' })

/** The steps of a claim's chain, as the form has them. */
export const getHops = async (
  db: Database,
  viewer: Viewer,
  claimId: string,
): Promise<ClaimForm['hops'] | null> => {
  const claim = mayCopy(viewer) ? await claimKept(db.reader, { id: claimId }) : null
  if (!claim || !['public', 'desk'].includes(claim.shelf)) return null
  if (
    claim.shelf === 'desk' &&
    !can(viewer, 'read', { kind: 'claim', state: claim.state, ownerId: claim.ownerId })
  )
    return null
  const { links } = claim.record
  const names = await namesByIds(
    db.reader,
    links.flatMap(({ from, to, capacityOrg }) => [from, to, ...(capacityOrg ? [capacityOrg] : [])]),
  )
  return formFrom(claim.record, nameIn(names)).hops
}

/** The different chains of public claims that appear in any of these sources. */
export const chainsFrom = async (
  db: Database,
  viewer: Viewer,
  sourceIds: readonly string[],
): Promise<ChainView[]> => {
  if (sourceIds.length === 0 || !mayCopy(viewer)) return []
  const claims = await db.reader.claim.findMany({
    where: {
      shelf: 'public',
      appearances: { some: { sourceId: { in: [...sourceIds].slice(0, 20) } } },
      links: { some: {} },
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: LOOKED,
    select: {
      id: true,
      statement: true,
      links: { where: { link: { scope: 'claims', withdrawnAt: null } }, select: { link: true } },
    },
  })
  const chains = new Map<string, (typeof claims)[number]>()
  for (const claim of claims) {
    if (claim.links.length === 0) continue
    const key = claim.links
      .map(({ link }) =>
        linkKey({
          ...(link as never as Parameters<typeof linkKey>[0]),
          from: link.fromId,
          to: link.toId,
          capacityOrg: link.capacityOrgId,
        }),
      )
      .sort()
      .join()
    if (!chains.has(key)) chains.set(key, claim)
    if (chains.size >= MOST) break
  }
  const found = [...chains.values()]
  const names = await namesByIds(
    db.reader,
    found.flatMap(({ links }) => links.flatMap(({ link }) => [link.fromId, link.toId])),
  )
  const named = nameIn(names)
  return found.map(({ id, statement, links }) => ({
    claim: id,
    statement,
    names: [...new Set(links.flatMap(({ link }) => [link.fromId, link.toId]))].map(named),
  }))
}
