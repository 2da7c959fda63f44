import { editSource } from '@/lib/commands/source-edit'
import { one } from '@/lib/domain/form'
import { SOURCE_REFS, sourceRaw } from '@/lib/domain/record-form/source'
import { refuse } from '@/lib/domain/result'
import { sourceToEdit } from '@/lib/queries/edit'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'source.edit',
  page: ({ slug }) => `/desk/sources/${slug}/edit`,
  run: async ({ db, actor, params, input, values }) => {
    const found = await sourceToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This source is not here to be changed.')
    const refs = await resolveRefs(db, input, SOURCE_REFS)
    if (!refs.ok) return refs
    return editSource(db, actor, {
      ...sourceRaw(input, refs.value),
      id: found.kept.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    } as never)
  },
  done: ({ slug }) => `/sources/${slug}`,
})
