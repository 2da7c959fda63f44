import { reinstateSource, withdrawSource } from '@/lib/commands/source-edit'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { sourceToEdit } from '@/lib/queries/edit'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'source.withdraw',
  page: ({ slug }) => `/desk/sources/${slug}/edit?part=withdraw`,
  run: async ({ db, actor, params, values }) => {
    const found = await sourceToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This source is not here to be changed.')
    const command = one(values, 'back') ? reinstateSource : withdrawSource
    return command(db, actor, {
      id: found.kept.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    })
  },
  done: ({ slug }) => `/desk/sources/${slug}/edit`,
})
