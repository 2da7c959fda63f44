import { recordLink } from '@/lib/commands/links'
import { one } from '@/lib/domain/form'
import { LINK_REFS, linkRaw } from '@/lib/domain/record-form/source'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { orSentBefore } from '@/lib/queries/sent-before'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute<{ id: string }>({
  kind: 'link.new',
  page: () => '/desk/links/new',
  run: async ({ db, actor, input, values }) => {
    const refs = await resolveRefs(db, input, LINK_REFS)
    if (!refs.ok) return refs
    const id = one(values, 'once') || undefined
    const made = await recordLink(db, actor, { ...linkRaw(input, refs.value), id } as never)
    return orSentBefore<{ id: string }>(db, made, (reader) => reader.link.findUnique({ where: { id } }))
  },
  done: ({ id }) => `/desk/links/${id}`,
})
