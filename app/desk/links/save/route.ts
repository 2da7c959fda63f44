import { recordLink } from '@/lib/commands/links'
import { LINK_REFS, linkRaw } from '@/lib/domain/record-form/source'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute({
  kind: 'link.new',
  page: () => '/desk/links/new',
  run: async ({ db, actor, input }) => {
    const refs = await resolveRefs(db, input, LINK_REFS)
    return refs.ok ? recordLink(db, actor, linkRaw(input, refs.value) as never) : refs
  },
  done: ({ id }) => `/desk/links/${id}`,
})
