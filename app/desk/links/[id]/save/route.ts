import { editLink } from '@/lib/commands/link-edit'
import { one } from '@/lib/domain/form'
import { LINK_REFS, linkRaw } from '@/lib/domain/record-form/source'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ id: string }, { id: string }>({
  kind: 'link.edit',
  page: ({ id }) => `/desk/links/${id}`,
  run: async ({ db, actor, params, input, values }) => {
    const refs = await resolveRefs(db, input, LINK_REFS)
    if (!refs.ok) return refs
    return editLink(db, actor, {
      ...linkRaw(input, refs.value),
      id: params.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    } as never)
  },
  done: ({ id }) => `/desk/links/${id}`,
})
