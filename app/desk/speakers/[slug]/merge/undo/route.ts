import { undoMerge } from '@/lib/commands/merge'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string; left: unknown[] }, { slug: string }>({
  kind: 'speaker.unmerge',
  page: ({ slug }) => `/desk/speakers/${slug}/edit?part=unmerge`,
  run: ({ db, actor, values }) =>
    undoMerge(db, actor, { id: one(values, 'id'), reason: one(values, 'reason') }),
  done: ({ slug, left }) =>
    left.length > 0 ? `/desk/speakers/${slug}/edit?left=${left.length}` : `/speakers/${slug}`,
})
