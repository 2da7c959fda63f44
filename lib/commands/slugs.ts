import type { Tx } from '../db/client'
import { isSlug, slugify } from '../domain/ids'

export type Named = 'claim' | 'speaker' | 'source' | 'topic'

const holders = (tx: Tx, kind: Named, slugs: string[]) => {
  const where = { slug: { in: slugs } }
  const select = { id: true, slug: true }
  if (kind === 'claim') return tx.claim.findMany({ where, select })
  if (kind === 'speaker') return tx.speaker.findMany({ where, select })
  if (kind === 'source') return tx.source.findMany({ where, select })
  return tx.topic.findMany({ where, select })
}

/** Tries this many numbered forms in one query before it widens; titles that collide more often are rare. */
const TRIES = 20

/** Room for a number at the end of an address that is as long as one may be. */
const ROOM = 72

const numbered = (base: string, n: number): string => {
  const form = n === 1 ? base : `${base}-${n}`
  return isSlug(form) ? form : `${slugify(base.slice(0, ROOM))}-${n}`
}

/**
 * An address for `text` that nothing of this kind has or ever had: `lane`, else `lane-2`, `lane-3` …
 * @param ownId the row that may keep, or take back, an address of its own
 */
export const freeSlug = async (tx: Tx, kind: Named, text: string, ownId?: string): Promise<string> => {
  const base = slugify(text)
  for (let start = 1; ; start += TRIES) {
    const forms = Array.from({ length: TRIES }, (_, i) => numbered(base, start + i))
    const taken = new Set<string>()
    for (const row of await holders(tx, kind, forms)) if (row.id !== ownId) taken.add(row.slug)
    for (const row of await tx.formerSlug.findMany({ where: { kind, slug: { in: forms } } }))
      if (row.targetId !== ownId) taken.add(row.slug)
    const free = forms.find((form) => !taken.has(form))
    if (free) return free
  }
}
