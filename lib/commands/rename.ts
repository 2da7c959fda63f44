import { z } from 'zod'
import { isSlug } from '../domain/ids'
import { id, maybe, prose } from '../domain/input/parts'
import { type Context, command, stop } from './command'
import { writeEvent } from './events'
import { freeSlug, type Named } from './slugs'

/** A row as it was read: nobody else may have changed it when its new address is written. */
interface Seen {
  id: string
  version: number
}

const changed = ({ at }: Context, slug: string) => ({ slug, updatedAt: at, version: { increment: 1 } })

/** What renaming needs to know of each kind: how to read it, and how to write its new address. */
const KINDS = {
  claim: {
    read: ({ tx }: Context, id: string) =>
      tx.claim.findUnique({ where: { id } }).then((c) => c && { ...c, title: c.statement }),
    write: (context: Context, { id, version }: Seen, slug: string) =>
      context.tx.claim.updateMany({ where: { id, version }, data: changed(context, slug) }),
  },
  speaker: {
    read: ({ tx }: Context, id: string) =>
      tx.speaker.findUnique({ where: { id } }).then((s) => s && { ...s, title: s.name }),
    write: (context: Context, { id, version }: Seen, slug: string) =>
      context.tx.speaker.updateMany({ where: { id, version }, data: changed(context, slug) }),
  },
  source: {
    read: ({ tx }: Context, id: string) => tx.source.findUnique({ where: { id } }),
    write: (context: Context, { id, version }: Seen, slug: string) =>
      context.tx.source.updateMany({ where: { id, version }, data: changed(context, slug) }),
  },
  topic: {
    read: ({ tx }: Context, id: string) =>
      tx.topic.findUnique({ where: { id } }).then((t) => t && { ...t, title: t.name }),
    write: ({ tx }: Context, { id, version }: Seen, slug: string) =>
      tx.topic.updateMany({ where: { id, version }, data: { slug, version: { increment: 1 } } }),
  },
} as const

/** Gives a claim, speaker, source or topic another address; the old one redirects for good. */
export const changeAddress = command(
  z.object({
    kind: z.enum(['claim', 'speaker', 'source', 'topic']),
    id,
    version: z.int().min(1),
    slug: z
      .string()
      .refine(isSlug, 'An address has small letters, digits and single hyphens, such as lane-2024.'),
    reason: maybe(prose(1000, 'The reason')),
  }),
  'edit',
  ({ kind }) => ({ kind }),
  async (context, input) => {
    const { tx } = context
    const kind: Named = input.kind
    const row = await KINDS[kind].read(context, input.id)
    if (!row) return stop({ code: 'not_found', sentence: 'What you want to rename is not recorded here.' })
    const stale = () =>
      stop({
        code: 'conflict',
        sentence: 'Somebody changed this after you opened it. Look at their change, then decide again.',
        details: { current: row.version },
      })
    if (row.version !== input.version) return stale()
    if (row.slug === input.slug) return { id: row.id, slug: row.slug, version: row.version }
    const slug = await freeSlug(tx, kind, input.slug, row.id)
    if (slug !== input.slug)
      stop({
        code: 'duplicate',
        field: 'slug',
        sentence: `The address “${input.slug}” is taken, or redirects to something else; “${slug}” is free.`,
      })
    const { count } = await KINDS[kind].write(context, row, slug)
    if (count === 0) return stale()
    await tx.formerSlug.deleteMany({ where: { kind, slug } })
    await tx.formerSlug.create({ data: { kind, slug: row.slug, targetId: row.id } })
    await writeEvent(context, {
      kind: `${kind}.address_changed`,
      subjectKind: kind,
      subjectId: row.id,
      version: row.version + 1,
      shelf: row.shelf,
      summary: row.title,
      reason: input.reason,
      before: { slug: row.slug },
      after: { slug },
    })
    return { id: row.id, slug, version: row.version + 1 }
  },
)
