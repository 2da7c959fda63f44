import { restoreSource } from '@/lib/commands/source-edit'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Puts a source back to one of its earlier versions. */
export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'source.restore',
  page: ({ slug }) => `/desk/sources/${slug}/edit?part=restore`,
  run: ({ db, actor, values }) =>
    restoreSource(db, actor, {
      id: one(values, 'id'),
      version: versionIn(values),
      to: Number(one(values, 'to')) || 0,
      reason: one(values, 'reason'),
    }),
  done: ({ slug }) => `/sources/${slug}#history`,
})
