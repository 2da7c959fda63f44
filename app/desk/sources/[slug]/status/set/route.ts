import { setSourceStatus } from '@/lib/commands/sources'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { sourceToEdit } from '@/lib/queries/edit'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ id: string }, { slug: string }>({
  kind: 'source.status',
  page: ({ slug }) => `/desk/sources/${slug}/status`,
  run: async ({ db, actor, params, values }) => {
    const found = await sourceToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This source is not here to be changed.')
    return setSourceStatus(db, actor, {
      id: found.kept.id,
      version: versionIn(values),
      status: one(values, 'status') as 'current',
      removesClaims: values.removes ?? [],
      reason: one(values, 'reason'),
    })
  },
  done: (_, { params }) => `/sources/${params.slug}`,
})
