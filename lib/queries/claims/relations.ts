import type { Reader } from '../../db/client'
import type { RelationView } from '../views'

const other = {
  select: {
    slug: true,
    statement: true,
    shelf: true,
    shownStatus: true,
    speaker: { select: { name: true } },
  },
}

/** Relations of a claim in both directions; only claims that readers may see are named. */
export const relationsOf = async (reader: Reader, claimId: string): Promise<RelationView[]> => {
  const [out, into] = await Promise.all([
    reader.claimRelation.findMany({
      where: { fromId: claimId },
      include: { to: other },
      orderBy: { id: 'asc' },
    }),
    reader.claimRelation.findMany({
      where: { toId: claimId },
      include: { from: other },
      orderBy: { id: 'asc' },
    }),
  ])
  const shown = (claim: { shelf: string }) => claim.shelf === 'public' || claim.shelf === 'teaching'
  const view = (
    row: { kind: string; note: string | null },
    direction: 'out' | 'in',
    { slug, statement, shownStatus, speaker }: (typeof out)[number]['to'],
  ): RelationView => ({
    kind: row.kind,
    direction,
    note: row.note,
    claim: { slug, statement, shownStatus, speaker: speaker?.name ?? null },
  })
  return [
    ...out.filter((r) => shown(r.to)).map((r) => view(r, 'out', r.to)),
    ...into.filter((r) => shown(r.from)).map((r) => view(r, 'in', r.from)),
  ]
}
