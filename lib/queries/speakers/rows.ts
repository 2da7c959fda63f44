import type { Reader } from '../../db/client'
import { countsBy } from '../counts'
import { kept, speakerRef } from '../refs'
import type { SpeakerRow } from '../views'

const include = {
  vouchedBy: { select: { slug: true, name: true } },
  affiliation: { select: { name: true } },
  roles: { orderBy: { position: 'asc' }, take: 1, include: { org: { select: { name: true } } } },
} as const

/** Rows for these speakers, in the order of the ids. */
export const speakerRows = async (reader: Reader, ids: readonly string[]): Promise<SpeakerRow[]> => {
  const [found, counts] = await Promise.all([
    reader.speaker.findMany({ where: { id: { in: [...ids] } }, include }),
    countsBy(reader, 'speaker', ids),
  ])
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const role = row.roles[0]
    return {
      ...speakerRef(row),
      ...kept(row),
      description: row.description,
      outlet: row.outlet,
      affiliation: row.affiliation?.name ?? null,
      role: role ? { title: role.title, org: role.org.name, ended: role.ended } : null,
      claims: row.claimCount,
      unsupported: row.unsupportedCount,
      counts: counts.get(id) ?? {},
    }
  })
}
